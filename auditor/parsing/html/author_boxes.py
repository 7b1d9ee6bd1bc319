"""Boxes about the author of an article, found by their markup, their heading or their first sentence."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from auditor.model import Zone
from auditor.parsing import bylines, sections
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.page import Element, Page, Segment

_NEEDLES = ("uthor", "bio", "Bio", "ontributor", "riter")
_NAMED = re.compile(
    r"(?<![a-z])(?:author|bio|biography|contributor|writer)s?(?![a-z])|Author|Bio(?![a-z])|Contributor|(?:author|about)(?:box|bio|info|card|meta|desc)",
)
_NOT_NAMED = re.compile(r"comment|testimonial|quote|review|related|teaser|avatar|widget-area|cookie|rating", re.IGNORECASE)
_FEWEST, _MOST = 8, 300  # words of a biography
_MOST_ALIKE = 4  # boxes of one class; more are teasers or staff
_BESIDE = 15  # words that a box may have beside what made it one
_LIFE = re.compile(
    r"\b(?:is|was|has|writes|wrote|works|worked|covers|lives|holds|teaches|reports|joined|specializes|specialises|serves|started|founded|leads|brings|graduated|loves"
    r"|ist|war|schreibt|arbeitet|lebt|est|écrit|travaille|vit|es|escribe|trabaja|vive|è|scrive|lavora|é|escreve|trabalha"
    r"|schrijft|werkt|woont|jest|pisze|pracuje|adalah)\b"
)
_PRESENTS = re.compile(
    r"(?:^|.{0,40}\b)(?:hi|hello|hey|welcome|hola|greetings)\b.{0,60}\b(?:i['’]?m|i am|my name is|my name['’]s)\s|^(?:i['’]m|i am|my name is)\s[A-Z]",
    re.IGNORECASE,
)
_ABOUT_ME = re.compile(r"(?:about me|who am i|who i am|meet (?:me|the (?:author|blogger|writer))|hi|hello|hey there|welcome)\W*", re.IGNORECASE)
_SELF = re.compile(r"\bI(?:['’]m| am|['’]ve)\b|\b[Mm]y name\b")


class Box(Struct, frozen=True):
    """Segments `[first, last)`."""

    first: int
    last: int
    reason: str


def find(page: Page, marks: Sequence[Mark], names: Sequence[str]) -> list[Box]:
    """Author boxes in order, without overlap."""
    state = _State(page, marks, names)
    found = [*_marked(state), *_headed(state), *_biographies(state), *_introductions(state)]
    kept: list[Box] = []
    for box in sorted(found, key=lambda b: (b.first, -b.last)):
        if not kept or box.first >= kept[-1].last:
            kept.append(box)
    return kept


class _State(Struct):
    page: Page
    marks: Sequence[Mark]
    names: Sequence[str]

    def prose(self, first: int, last: int) -> int:
        """Words of lines that are no links."""
        return sum(s.words for s in self.page.segments[first:last] if s.linked < 0.5 * s.words and s.words >= _FEWEST)

    def words(self, first: int, last: int) -> int:
        return self.page.words[last] - self.page.words[first]

    def open_(self, first: int, last: int) -> bool:
        return all(self.marks[i].zone not in (Zone.COMMENTS, Zone.HEADLINE) for i in range(first, last))


def _marked(state: _State) -> Iterator[Box]:
    """Elements whose class says author or biography and that hold a few sentences."""
    found = [e for e in _named(state.page) if state.open_(e.first, e.last)]
    boxes = [e for e in found if _FEWEST <= state.prose(e.first, e.last) and state.words(e.first, e.last) <= _MOST]
    alike = Counter((e.tag, e.get("class")) for e in boxes)
    for element in boxes:
        if alike[element.tag, element.get("class")] <= _MOST_ALIKE:
            yield _grown(state, element, f"class of an author: {element.get('class') or element.get('id')}")


def _named(page: Page) -> list[Element]:
    """Elements with text in whose class or id a word for authors stands."""
    found: dict[int, Element] = {}
    for needle in _NEEDLES:
        at = page.source.find(needle)
        while at >= 0:
            index = bisect_left(page.elements, at, key=lambda e: e.start) - 1
            element = page.elements[index]
            if at < element.inner and element.first < element.last and index not in found:
                names = f"{element.get('class')} {element.get('id')}"
                if _NAMED.search(names) and not _NOT_NAMED.search(names):
                    found[index] = element
            at = page.source.find(needle, max(at + 1, element.inner if at < element.inner else 0))
    return [found[index] for index in sorted(found)]


def _grown(state: _State, element: Element, reason: str) -> Box:
    """The box with what stands beside it: heading, name, links."""
    first, last = element.first, element.last
    words = state.words(first, last)
    node = element.parent
    while node is not None and node.index and state.words(node.first, node.last) <= words + _BESIDE and state.open_(node.first, node.last):
        first, last = node.first, node.last
        node = node.parent
    return Box(first, last, reason)


def _headed(state: _State) -> Iterator[Box]:
    """Sections below "About the author"."""
    for segment in state.page.segments:
        if segment.words <= 8 and state.open_(segment.index, segment.index + 1) and sections.opens_author(segment.text):
            box = _below(state, segment)
            if box:
                yield Box(*box, "below an author heading")


def _below(state: _State, heading: Segment) -> tuple[int, int] | None:
    """The smallest element that holds the heading and some sentences, else what follows the heading."""
    node: Element | None = heading.element
    while node is not None and node.index:
        words = state.words(node.first, node.last)
        if words > _MOST or not state.open_(node.first, node.last):
            break
        if node.first == heading.index and state.prose(node.first, node.last) >= _FEWEST:
            return node.first, node.last
        node = node.parent
    return None


def _biographies(state: _State) -> Iterator[Box]:
    for segment in state.page.segments:
        if _FEWEST <= segment.words <= 200 and state.open_(segment.index, segment.index + 1) and _is_biography(segment.text, state.names):
            yield _grown(state, segment.element, "biography of an author")


def _is_biography(text: str, names: Sequence[str]) -> bool:
    start = 6 if text.startswith("About ") else 0
    return any(text.startswith(name, start) and _LIFE.search(text, start + len(name), start + len(name) + 60) for name in names)


def _introductions(state: _State) -> Iterator[Box]:
    for segment in state.page.segments:
        if segment.words <= 200 and state.marks[segment.index].zone is Zone.BOILERPLATE and _PRESENTS.search(segment.text[:120]):
            yield _grown(state, segment.element, "introduces itself")
