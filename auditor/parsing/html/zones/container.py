"""Which part of the page holds the body."""

from collections.abc import Sequence
from itertools import pairwise

from auditor.parsing.html.tree.page import Element, Page

# The smallest container with this share of the good words; .65 to .85 do equally well on 550 real article pages.
CONTAINER = 0.75
# Of a thing that is sold each part stands for itself: what it is, what it holds, how large it is, its pictures.
SOLD = 0.85
# An inner <article> or articleBody with this share is taken instead.
ARTICLE = 0.35
# A following sibling joins when at most this share of its words is linked.
JOIN_LINKED = 0.2
JOIN_SEGMENTS = 2
_LEVELS = 4
LEAD_WORDS = 12
_CLOSING = '.!?:…”"»。！？)'
_CONTENT = frozenset("p ul ol dl dd dt li blockquote pre table thead tbody tr figure h1 h2 h3 h4 h5 h6 center".split())

Range = tuple[int, int]


def body_ranges(page: Page, clear: Sequence[int], headline: int | None, *, posts: bool, sold: bool) -> list[Range]:
    """The ranges of segments in which the body lies: the container and what belongs to it before and after.

    Args:
        clear: good words outside flagged parts before each segment (prefix sums).
        headline: index of the headline's segment.
        posts: the text is what several people posted, each perhaps in an <article>.
        sold: the page is about one thing that is sold.
    """
    box = _container(page, (SOLD if sold else CONTAINER) * clear[-1], clear)
    inner = box if posts else _article(page, clear, box)
    ranges = [(inner.first, inner.last)]
    ranges.extend(_lead(page, clear, inner, headline))
    return sorted([*ranges, *_following(page, clear, inner)])


def _container(page: Page, least: float, clear: Sequence[int]) -> Element:
    box, least = page.elements[0], max(1, least)
    for element in page.elements:
        if element.block and clear[element.last] - clear[element.first] >= least and element.tag not in _CONTENT:
            box = element
    return box


def _article(page: Page, clear: Sequence[int], box: Element) -> Element:
    inner, best = box, ARTICLE * (clear[box.last] - clear[box.first])
    for element in page.elements[box.index + 1 :]:
        if element.start >= box.inner_end:
            break
        held = clear[element.last] - clear[element.first]
        if held > best and element.block and (element.tag == "article" or "articleBody" in element.get("itemprop")):
            inner, best = element, held
    return inner


def _lead(page: Page, clear: Sequence[int], box: Element, headline: int | None) -> list[Range]:
    """Prose between the headline and the container: the standfirst."""
    if headline is None or headline >= box.first:
        return []
    return [
        (index, index + 1)
        for index in range(headline + 1, box.first)
        if clear[index + 1] - clear[index] >= LEAD_WORDS and page.segments[index].text[-1] in _CLOSING
    ]


def _following(page: Page, clear: Sequence[int], box: Element) -> list[Range]:
    """Later siblings of the container, or of what wraps it, that look like it: builders cut a body into sections."""
    found, node = [], box
    children: dict[int, list[Element]] = {}
    chain = {element.index for element in [box, *box.ancestors()[:_LEVELS]]}
    for element in page.elements[box.index + 1 :]:
        if element.block and element.parent is not None and element.parent.index in chain:
            children.setdefault(element.parent.index, []).append(element)
    for _ in range(_LEVELS):
        parent = node.parent
        if parent is None or node.tag in ("article", "main", "body"):
            break
        for sibling in children.get(parent.index, ()):
            if sibling.start > node.start and _alike(node, sibling) and _prose(page, clear, sibling):
                found.append((sibling.first, sibling.last))
        node = parent
    return found


def _alike(node: Element, sibling: Element) -> bool:
    return bool(set(node.classes) & set(sibling.classes)) or (
        not node.classes and node.tag == sibling.tag and not sibling.classes
    )


def _prose(page: Page, clear: Sequence[int], element: Element) -> bool:
    words = page.words[element.last] - page.words[element.first]
    linked = sum(segment.linked for segment in page.segments[element.first : element.last])
    good = sum(after > before for before, after in pairwise(clear[element.first : element.last + 1]))
    held = clear[element.last] - clear[element.first]
    return linked <= JOIN_LINKED * words and good >= JOIN_SEGMENTS and held >= 0.5 * words
