"""Teasers: boxes of one shape in a row, each with the linked title of another article and a line or two of it.

Lists of nothing but links are told by their links. Cards have a teaser and a date of their own, so what tells them,
under whatever heading and in whatever language, is that they are alike and that each leads to a page of the site.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from auditor.model.members import BODY, HEADING
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.html.zones.widgets import PROSE, View, Widget, leads_on
from auditor.parsing.sections import RELATED

# Words of a card: a longer box with a link in it is a section of the text.
MOST_WORDS = 80
FEWEST = 2
# The shares of the body's words that cards may hold, and those below all of the text; a page of which they are more
# is a list of them.
SHARE, AT_THE_END = 0.35, 0.6
WHOLE_TEXT = 300  # words of a text that stands for itself
_TITLE, _LONGEST_TITLE = 3, 30  # words
_HEADING_WORDS = 12
_LEVELS = 6
_TEXT = frozenset("p h1 h2 h3 h4 h5 h6 td th tr tbody table dd dt blockquote".split())


def teasers(view: View, marks: Sequence[Mark], bare: str) -> Iterator[Widget]:
    """The rows of cards in the body.

    Args:
        bare: the reason of lines that were taken out because they are nothing but links.
    """
    page = view.page
    rows: dict[tuple[int, str, str], dict[int, Element]] = defaultdict(dict)
    for segment in page.segments:
        mark = marks[segment.index]
        if segment.links and (mark.zone is BODY or mark.reason == bare) and _is_title(segment, view.host):
            for box in _boxes(view, segment):
                rows[(box.parent or box).index, box.tag, " ".join(box.classes[:1])][box.index] = box
    done = 0
    for row in sorted(rows.values(), key=lambda row: (min(row), -len(row))):
        boxes = [row[index] for index in sorted(row)]
        first, last = boxes[0].first, boxes[-1].last
        if first >= done and len(boxes) >= FEWEST and _is_row(view, boxes) and _is_aside(page, marks, first, last):
            done = last
            yield Widget(_heading(view, first), last, RELATED, "cards of other articles", _items(view, boxes))


def _is_aside(page: Page, marks: Sequence[Mark], first: int, last: int) -> bool:
    """Is it little beside the text, or all below a text of its own?"""
    whole = sum(s.words for s in page.segments if marks[s.index].zone is BODY)
    held = sum(s.words for s in page.segments[first:last] if marks[s.index].zone is BODY)
    below = whole - held >= WHOLE_TEXT and not any(_is_text(s, marks) for s in page.segments[last:])
    return 0 < held <= (AT_THE_END if below else SHARE) * whole


def _is_title(segment: Segment, host: str) -> bool:
    return (
        _TITLE <= segment.words <= _LONGEST_TITLE
        and segment.linked == segment.words
        and leads_on(segment.links[0].href, host)
    )


def _is_text(segment: Segment, marks: Sequence[Mark]) -> bool:
    return marks[segment.index].zone is BODY and segment.words - segment.linked >= PROSE


def _boxes(view: View, segment: Segment) -> Iterator[Element]:
    """The boxes around a title that hold more than it, the inner ones first."""
    node = segment.element
    for _ in range(_LEVELS):
        words = view.page.words[node.last] - view.page.words[node.first]
        if words > MOST_WORDS or node.parent is None:
            break
        if words > segment.words and node.tag not in _TEXT:
            yield node
        node = node.parent


def _is_row(view: View, boxes: Sequence[Element]) -> bool:
    """Do the boxes hold all that stands between the first and the last of them?"""
    words = view.page.words
    whole = words[boxes[-1].last] - words[boxes[0].first]
    return sum(words[box.last] - words[box.first] for box in boxes) >= 0.8 * whole


def _heading(view: View, first: int) -> int:
    """Where the row begins: at the line above it, if that is a heading or a label."""
    above = view.page.segments[first - 1] if first else None
    if above is None or above.words > _HEADING_WORDS:
        return first
    return first - 1 if above.element.kind is HEADING or above.text[-1] not in '.!?:;,…"”»' else first


def _items(view: View, boxes: Sequence[Element]) -> frozenset[int]:
    inside = (segment for box in boxes for segment in view.page.segments[box.first : box.last])
    return frozenset(segment.index for segment in inside if segment.links and _is_title(segment, view.host))
