"""Author boxes by their class names: weak evidence, so they need sentences, or a place after the text."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Zone
from auditor.parsing import bylines
from auditor.parsing.html.profiles.author_view import LINE, MOST, SENTENCE, Box, View, is_prose
from auditor.parsing.html.tree.page import Element, Page
from auditor.world import dates

_NAMED = late(
    r"(?<![a-z])(?:author|bio|biography)s?(?![a-z])|Author|Bio(?![a-z])|(?:author|about)(?:box|bio|info|card|meta|desc|name)"
)
_NOT_NAMED = late(
    r"^sbi|\bsbi_|instagram|tweet|comment|testimonial|quote|review(?!ed)|related|teaser|avatar|widget-area|cookie|rating"
    r"|bypostauthor|image|photo|licen[cs]e|credit",
    re.IGNORECASE,
)
_CALLED = late(
    r"(?:class|id)=[\"']?(?:[\w -]{0,60}?[ _-])?"
    r"(?:contributor|contrib|writer|byline|columnist|reporter|about-me|profile|person|autor|autorin|by)s?(?![a-z])"
)
_SURE = late(r"bio(?![a-z])|biograph|about|desc|info|box|card|profile", re.IGNORECASE)
_BOX = late(
    r"author[-_]?+(?:card|box|bio|info|profile|description|details)|(?:about|post)[-_]?+(?:the[-_]?+)?author",
    re.IGNORECASE,
)
# Boxes of one class, with and without sentences; more are teasers or staff.
_LIVES = frozenset({"bio", "biography"})
_MOST_ALIKE, _MOST_BRIEF = 4, 2
_LONGEST_REASON = 80
_BESIDE = 4  # words of a name alone
_FACTS = 60  # words that a box may hold beside its biography


def find(view: View) -> Iterator[Box]:
    """Marked elements that hold sentences, or brief ones after the text, or a known name above sentences."""
    found = _few([e for e in _named(view.page) if view.open_(e.first, e.last) and view.words(e.first, e.last) <= MOST])
    telling = [e for e in found if _tells(view, e)]
    starts, marked = [e.start for e in telling], {e.index for e in found}
    for element in [*telling, *(e for e in _few(found, _MOST_BRIEF) if _is_brief(view, e))]:
        inner = bisect_right(starts, element.start)
        if inner == len(starts) or starts[inner] >= element.inner_end:
            outer = _outer(view, element, marked)
            names = " ".join(_names(element).split())
            yield Box(*view.grown(outer, outer.first, outer.last), f"class of an author: {names[:_LONGEST_REASON]}")
    for element in found:
        if element.first not in view.taken and view.words(element.first, element.last) <= LINE:
            named = _text(view, element) in view.names
            if named and (box := view.below(element, element.first)):
                yield Box(*box, "class of an author's name")


def named(view: View) -> Iterator[Box]:
    """After the text, elements that markup calls an author's and that begin with a name and go on, without a date."""
    for element in _few([*_named(view.page), *_called(view.page)], 1):
        lines = view.segments[element.first : element.last]
        said = sum(s.words - s.linked for s in lines)
        if (
            len(lines) > 1
            and element.first >= view.after_text
            and view.open_(element.first, element.last)
            and view.marks[element.first].zone is not Zone.LINKS
            and view.taken.isdisjoint(range(element.first + 1, element.last))
            and " " in lines[0].text
            and bylines.is_name(lines[0].text)
            and _BESIDE < said <= MOST
            and not any(dates.iso(s.text) for s in lines)
        ):
            yield Box(element.first, element.last, "class of an author")


def biographies(view: View) -> Iterator[Box]:
    """Behind the text, the only element that markup calls a biography, and nothing else."""
    called = [e for e in _few(_named(view.page), 1) if e.first >= view.after_text and not _LIVES.isdisjoint(e.classes)]
    for element in called if len(called) == 1 else ():
        if view.words(element.first, element.last) <= MOST and is_prose(view.segments[element.first]):
            yield Box(element.first, element.last, "class of a biography")


def _few(elements: Sequence[Element], most: int = _MOST_ALIKE) -> list[Element]:
    """Those of whose class there are not many."""
    alike = Counter((e.tag, _names(e)) for e in elements)
    return [e for e in elements if alike[e.tag, _names(e)] <= most]


def _named(page: Page) -> list[Element]:
    """Blocks with text in whose class or id a word for authors stands."""
    written = (opening for opening in page.marked if "uthor" in opening or "bio" in opening or "Bio" in opening)
    found = [element for opening in written for element in page.marked[opening] if _says_author(element)]
    return sorted((element for element in found if element.block), key=lambda element: element.index)


def _called(page: Page) -> Iterator[Element]:
    """Blocks that markup calls by another word for who writes: weaker evidence, which needs a name."""
    for opening, elements in page.marked.items():
        if _CALLED.search(opening) and not _NOT_NAMED.search(opening):
            yield from (element for element in elements if element.block)


def says_writer(markup: str) -> bool:
    """Whether a class or an id in some markup is a word for who writes."""
    return _CALLED.search(markup) is not None and is_writers(markup)


def is_writers(markup: str) -> bool:
    """Whether no class and no id says that it is somebody else's: a visitor's, a photographer's."""
    return _NOT_NAMED.search(markup) is None


def _says_author(element: Element) -> bool:
    names = _names(element)
    return _NAMED.search(names) is not None and _NOT_NAMED.search(names) is None


def _names(element: Element) -> str:
    return f"{element.get('class')} {element.get('id')}"


def _tells(view: View, element: Element) -> bool:
    """Whether a marked element holds sentences, and a name or a class that says biography."""
    lines = [s for s in view.segments[element.first : element.last] if s.index not in view.taken]
    long = any(s.words >= SENTENCE + 4 or (s.words >= SENTENCE and s.text[-1] in ".!?") for s in lines)
    if not long or view.marks[element.first].zone is Zone.LINKS:
        return False
    names = _names(element)
    if _SURE.search(names) and "uthor" in names:
        return True
    named = any(s.text.startswith((*view.names, *view.firsts)) or bylines.is_name(s.text) for s in lines)
    return named and any(map(is_prose, lines))


def _is_brief(view: View, element: Element) -> bool:
    """After the text, a box by its class whose biography is but a few words."""
    lines = view.segments[element.first : element.last]
    return (
        element.first >= view.after_text
        and len(lines) > 1
        and view.taken.isdisjoint(range(element.first + 1, element.last))
        and view.marks[element.first].zone is not Zone.LINKS
        and _BOX.search(_names(element)) is not None
        and sum(s.linked for s in lines) < 0.8 * sum(s.words for s in lines)
    )


def _outer(view: View, element: Element, marked: set[int]) -> Element:
    """The outermost of the marked elements around that is still one box."""
    most = view.words(element.first, element.last) + _FACTS
    best, node = element, element.parent
    while node is not None and view.words(node.first, node.last) <= most:
        if not view.taken.isdisjoint(range(node.first, node.last)):
            break
        best, node = (node if node.index in marked else best), node.parent
    return best


def _text(view: View, element: Element) -> str:
    return " ".join(segment.text for segment in view.segments[element.first : element.last])
