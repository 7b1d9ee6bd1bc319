"""The records of a page: elements, the segments of text between block borders, and where each stands in the source."""

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from auditor.model import Kind, Link
from auditor.parsing.html.tree.references import decode_attribute
from auditor.parsing.html.tree.replay import text_of
from auditor.parsing.html.tree.tokenizer import attribute, attributes

Interval = tuple[int, int]


class Element(Struct, gc=False):
    """One element. Inline elements have a record only when they have attributes.

    `source[start:inner]` is the start tag, `source[inner:inner_end]` the content, and the segments with any text of
    it are `page.segments[first:last]`.
    """

    source: str
    index: int
    tag: str
    parent: "Element | None"
    start: int
    inner: int
    first: int
    block: bool
    kind: Kind
    level: int = 0  # of a heading 1 to 6, of a list item its depth
    inner_end: int = -1
    last: int = -1

    @property
    def opening(self) -> str:
        """The start tag as written: a search in it spares the reading of most attributes."""
        return self.source[self.start : self.inner]

    @property
    def places(self) -> dict[str, Interval]:
        """Attribute names and the intervals of their values."""
        return attributes(self.source, self.start + len(self.tag) + 1, self.inner - 1)

    def place(self, name: str) -> Interval | None:
        """The interval of one attribute's value, None if it is absent."""
        return attribute(self.source, name, self.start + len(self.tag) + 1, self.inner - 1)

    def get(self, name: str) -> str:
        """The decoded value of an attribute, "" if it is absent."""
        place = attribute(self.source, name, self.start + len(self.tag) + 1, self.inner - 1)
        return decode_attribute(self.source[place[0] : place[1]]) if place else ""

    @property
    def classes(self) -> tuple[str, ...]:
        place = attribute(self.source, "class", self.start + len(self.tag) + 1, self.inner - 1)
        return tuple(decode_attribute(self.source[place[0] : place[1]]).split()) if place else ()

    @property
    def text(self) -> str:
        """All text inside, white space collapsed; block borders are not marked."""
        return text_of(self.source, self.inner, self.inner_end)

    def ancestors(self) -> "list[Element]":
        """Parents, the nearest first."""
        found, node = [], self.parent
        while node is not None:
            found.append(node)
            node = node.parent
        return found


class Segment(Struct, gc=False):
    """The text between two block borders, `source[start:end]`, and the innermost block element around it."""

    index: int
    start: int
    end: int
    text: str
    element: Element
    links: tuple[Link, ...]
    words: int
    linked: int  # words inside links


class Page(Struct, frozen=True, dict=True):
    """A page as read by `build.read_page`; everything in the order of the source."""

    source: str
    elements: tuple[Element, ...]  # elements[0] stands for the document
    segments: tuple[Segment, ...]
    titles: tuple[Interval, ...]  # contents of <title>
    json_ld: tuple[Interval, ...]  # contents of <script type="application/ld+json">
    templates: tuple[Interval, ...] = ()  # contents of <template>, which no reader sees
    notes: tuple[str, ...] = ()
    apart: tuple[tuple[str, int, int], ...] = ()  # contents of elements that a browser shows and that are no markup
    app_data: tuple[Interval, ...] = ()  # what a script framework keeps of the page, as JSON
    scripts: tuple[Interval, ...] = ()  # contents of the others, but data

    @property
    def unscripted(self) -> list[Interval]:
        """The contents of <noscript>."""
        return [(start, end) for name, start, end in self.apart if name == "noscript"]

    @cached_property
    def by_tag(self) -> dict[str, list[Element]]:
        found = defaultdict(list)
        for element in self.elements:
            found[element.tag].append(element)
        return found

    def tagged(self, *tags: str) -> list[Element]:
        """Elements of these tags (meta, link, time, img, a, h1 ...) in order."""
        found = [element for tag in tags for element in self.by_tag.get(tag, ())]
        return found if len(tags) == 1 else sorted(found, key=lambda element: element.index)

    @cached_property
    def marked(self) -> dict[str, list[Element]]:
        """Elements with text (inline ones over several segments) by their start tag as written, which many share."""
        source, found = self.source, defaultdict(list)
        for element in self.elements:
            inside = element.last - element.first
            if inside > 1 or (inside and element.block):
                found[source[element.start : element.inner]].append(element)
        return found

    def holding(self, offset: int) -> Element:
        """The last element whose start tag begins at or before an offset of the source."""
        return self.elements[bisect_right(self._starts, offset) - 1]

    @cached_property
    def _starts(self) -> list[int]:
        return [element.start for element in self.elements]

    @cached_property
    def words(self) -> list[int]:
        """Words before each segment: those of an element are `words[element.last] - words[element.first]`."""
        return [0, *accumulate(segment.words for segment in self.segments)]
