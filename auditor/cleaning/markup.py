"""The article of an HTML page, in its own markup.

Our tokens and records decide which tags and which text are the article's, by their places; they are written out again
well-formed, and `soup.edited` makes the rest of it safe and tidy.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate

from bs4 import Tag

from auditor.cleaning.allowed import BLOCKS, INLINE
from auditor.cleaning.parts import is_text, stated_headline
from auditor.cleaning.pictures import Picture, pictures
from auditor.cleaning.soup import edited
from auditor.model import Block, Document, Kind, Zone
from auditor.parsing.html.tree.build import read_page
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.tree.references import decode
from auditor.parsing.html.tree.tokenizer import Token, content, tokens
from auditor.parsing.html.tree.vocabulary import BLOCK, HEADINGS

_TABLE = frozenset("table tbody thead tfoot tr td th".split())
_PARTS = _TABLE - {"table"}
_TABULAR = frozenset({Kind.TABLE, Kind.FIELD, Kind.CAPTION, Kind.CODE, Kind.ITEM})  # else it lays out the page
_LONGEST_VALUE = 4_000
_DEEPEST = 64  # open elements; no article nests half as deep
_ATTRIBUTES = tuple("href src data-src data-lazy-src data-original alt title lang dir colspan rowspan start".split())
_OUTER = frozenset("ul ol dl table thead tbody tfoot figure blockquote".split())
_LINES = BLOCKS - {"td", "th"}
_CELLS = frozenset({"td", "th"})
_FRAMES = frozenset("img figure figcaption p ul ol li blockquote".split())  # may hold a picture and no text
_OWN = frozenset({Zone.HEADLINE, Zone.BODY})


def of_page(document: Document, *, byline: bool) -> Tag | None:
    """The article as one `<article>` element, None where the page holds none."""
    blocks = {b.start: b for b in document.blocks if is_text(b, byline=byline)}
    page = _page_of(document.source, blocks)
    shown = list(pictures(page, document.blocks))
    captions = {p.start: p.caption for p in shown if p.caption}
    if not blocks and not shown:
        return None
    stated = stated_headline(document)
    writer = _Writer(page, blocks | captions, shown)
    written = (f"<h1>{escape(stated.text)}</h1>\n" if stated else "") + "".join(writer.write())
    return edited(
        written, language=_declared(page, "lang") or document.language or "", direction=_declared(page, "dir")
    )


def _page_of(source: str, blocks: Collection[int]) -> Page:
    """The page that the blocks are of: where nothing that is shown is the article, it is in `<noscript>`."""
    page = read_page(source)
    known = {segment.start for segment in page.segments} if page.unscripted else blocks
    return page if all(start in known for start in blocks) else read_page(source, scripts=False)


def _tokens(page: Page) -> Iterator[Token]:
    """The tokens of a page, in `<noscript>` only where it was read without scripts."""
    for token in tokens(page.source):
        name, start, end, match = token
        if name == "noscript" and not page.unscripted:
            inner, last = content(page.source, token)
            yield name, start, inner, match
            yield from tokens(page.source, inner, last)
            yield f"/{name}", last, end, match
        else:
            yield token


def _declared(page: Page, name: str) -> str:
    """`lang` or `dir` of the whole page, or of an article that is all of it."""
    return next((value for e in page.tagged("html", "body", "article") if (value := e.get(name).strip())), "")


class _Writer:
    """Writes tags and text in the order of the source; what it opens it closes."""

    def __init__(self, page: Page, kept: dict[int, Block], pictures: Sequence[Picture]) -> None:
        self.page, self.kept = page, kept
        blocks = [kept.get(segment.start) for segment in page.segments]
        # Before each segment: how many the article has, and of these how many are no byline, no table, or code.
        self.held = _sums(block is not None for block in blocks)
        self.own = _sums(block is not None and block.zone in _OWN for block in blocks)
        self.prose = _sums(block is not None and block.kind not in _TABULAR for block in blocks)
        self.code = _sums(block is not None and block.kind is Kind.CODE for block in blocks)
        self.images = sorted(p.start for p in pictures if not p.caption)
        self.elements = {e.start: e for e in page.elements[1:]}
        self.shown = set[int]()
        for element in page.elements[1:]:
            if self.shows(element):
                self.shown.add(element.index)
        self.open: list[Element] = []
        self.listings = 0  # open <pre>
        self.bare: list[str] = []  # open inline elements without attributes
        self.wrapped = False  # is a paragraph of our own open?
        self.last: Segment | None = None  # that was written
        self.begun = False  # has the open listing any text?
        self.due = ""  # the line end between two blocks of a listing
        self.next = 0  # index of the segment at hand or to come

    def shows(self, element: Element) -> bool:
        """Is it an element of the article's text?"""
        tag, holds = element.tag, _within(self.held, element) > 0
        if tag in _FRAMES and not holds:
            first = bisect_left(self.images, element.start)
            return first < len(self.images) and self.images[first] < max(element.inner_end, element.inner)
        if tag in HEADINGS:
            return _within(self.own, element) > 0
        if tag in _PARTS and (element.parent is None or element.parent.index not in self.shown):
            return False
        if tag in _TABLE and (_within(self.prose, element) or (holds and self.is_listing(element))):
            return False
        return tag in _CELLS or (holds and (tag in BLOCKS or tag in INLINE))

    def is_listing(self, element: Element) -> bool:
        """Does a table hold nothing but code, which stood there beside the numbers of its lines?"""
        return element.tag == "table" and _within(self.code, element) == _within(self.held, element)

    def write(self) -> Iterator[str]:
        source, position = self.page.source, 0
        for name, start, end, _ in _tokens(self.page):
            yield from self.text(position, start)
            position = end
            yield from self.close(start)
            if name.removeprefix("/") in BLOCK:
                yield from self.border()
            yield from self.tag(name, start)
        yield from self.text(position, len(source))
        yield from self.close(len(source))
        yield from self.border()

    def text(self, start: int, end: int) -> Iterator[str]:
        """The part of a run of text that lies in segments of the article."""
        segments = self.page.segments
        while self.next < len(segments) and segments[self.next].end <= start:
            self.next += 1
        while self.next < len(segments) and segments[self.next].start < end:
            segment = segments[self.next]
            if segment.start in self.kept:
                yield self.due
                self.due, self.begun = "", True
                yield from self.wrap(segment)
                yield escape(self.run(segment, start, end), quote=False)
            if segment.end > end:
                break
            self.next += 1

    def run(self, segment: Segment, start: int, end: int) -> str:
        """The text of `[start, end)` in a segment, which has no white space at its ends."""
        text = decode(self.page.source[max(start, segment.start) : min(end, segment.end)])
        if start <= segment.start and not self.listings:
            text = text.lstrip()
        return text.rstrip() if end >= segment.end and not self.listings else text

    def wrap(self, segment: Segment) -> Iterator[str]:
        """Text that stands in no element of text gets a paragraph."""
        at_end = segment.element.index == 0 and self.open  # the source ends within an element
        if not self.wrapped and segment.element.index not in self.shown and not self.listings and not at_end:
            self.wrapped = True
            yield "<p>"
        elif self.last and self.last is not segment and self.last.element is segment.element and not self.listings:
            # divided by a rule or by two breaks
            yield "</p>\n<p>" if self.in_paragraph() else "<br/><br/>"
        self.last = segment

    def in_paragraph(self) -> bool:
        return not self.bare and (self.wrapped if not self.open else self.wrapped or self.open[-1].tag == "p")

    def border(self) -> Iterator[str]:
        yield from (f"</{name}>" for name in reversed(self.bare))
        self.bare.clear()
        if self.wrapped:
            yield "</p>\n"
        elif self.listings and self.begun:
            self.due = "\n"
        self.wrapped = False

    def close(self, position: int) -> Iterator[str]:
        """End the elements whose content ends at or before a place."""
        while self.open and self.open[-1].inner_end <= position:
            if self.open[-1].block:
                yield from self.border()
            closed = self.open.pop().tag
            if closed == "pre":
                self.listings, self.due = self.listings - 1, ""
            yield f"</{closed}>{self.line_end(closed in _LINES)}"

    def line_end(self, wanted: bool) -> str:
        return "\n" if wanted and not self.listings else ""

    def tag(self, name: str, start: int) -> Iterator[str]:
        element = self.elements.get(start)
        if element is not None:
            if element.index in self.shown and self.fits(element):
                if not element.block and self.inside(start) and (element.tag != "img" or self.begins_before(start)):
                    yield from self.wrap(self.page.segments[self.next])
                yield _start_tag(element) + self.line_end(element.tag in _OUTER)
                if element.tag != "img":
                    self.open.append(element)
                    if element.tag == "pre":
                        self.listings, self.begun = self.listings + 1, False
        elif name == "br" and self.inside(start) and self.begins_before(start):
            yield "<br/>"
        elif name in INLINE and name != "a" and len(self.bare) < _DEEPEST and self.inside(start):
            yield from self.wrap(self.page.segments[self.next])
            self.bare.append(name)
            yield f"<{name}>"
        elif name[:1] == "/" and self.bare and self.bare[-1] == name[1:]:
            yield f"</{self.bare.pop()}>"

    def inside(self, position: int) -> bool:
        """Does the place stand in, or right before, a segment of the article?"""
        segments = self.page.segments
        while self.next < len(segments) and segments[self.next].end <= position:
            self.next += 1
        return self.next < len(segments) and segments[self.next].start in self.kept

    def fits(self, element: Element) -> bool:
        nested = element.tag in HEADINGS and any(outer.tag in HEADINGS for outer in self.open)
        return len(self.open) < _DEEPEST and not nested

    def begins_before(self, position: int) -> bool:
        return self.page.segments[self.next].start < position


def _sums(counted: Iterable[bool]) -> list[int]:
    return [0, *accumulate(counted)]


def _within(sums: Sequence[int], element: Element) -> int:
    return sums[element.last] - sums[element.first]


def _start_tag(element: Element) -> str:
    places = element.places
    written = (f' {name}="{escape(element.get(name)[:_LONGEST_VALUE])}"' for name in _ATTRIBUTES if name in places)
    return f"<{element.tag}{''.join(written)}{'/' if element.tag == 'img' else ''}>"
