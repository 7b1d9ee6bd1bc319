"""One pass over the tags of a page: a stack of open elements, segments of text between block borders."""

import re

from auditor.model import Kind
from auditor.parsing.html.caps import (
    MAX_BLOCK,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_INLINE_DEPTH,
    TOO_DEEP,
    TOO_LONG,
    TOO_MANY,
    cut_at,
)
from auditor.parsing.html.links import Mark, count_words, spans
from auditor.parsing.html.page import Element, Interval, Page, Segment
from auditor.parsing.html.references import decode
from auditor.parsing.html.tokenizer import content, tokens
from auditor.parsing.html.vocabulary import (
    BLOCK,
    CELLS,
    CLOSES,
    CLOSES_PARAGRAPH,
    HEADINGS,
    KINDS,
    TABLE_PARTS,
    VOID,
)

_ITEM = Kind.ITEM
_ONCE = frozenset({"html", "head", "body"})
_SELDOM = _ONCE | TABLE_PARTS | CLOSES.keys() | (BLOCK & VOID)
_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), BLOCK)


class _FullError(Exception):
    """As much of the page was read as the caps allow."""


def read_page(source: str) -> Page:
    """The elements and segments of a page."""
    builder = _Builder(source)
    try:
        _read(source, builder)
    except _FullError:
        builder.notes[TOO_MANY] = None
    return builder.page()


def _read(source: str, builder: "_Builder") -> None:
    text, opens, closes = builder.text, builder.start, builder.end
    position = 0
    for name, start, end, match in tokens(source):
        if position < start and (builder.runs or not source[position:start].isspace()):
            text(position, start)
        position = end
        if not name:
            continue
        if name[0] == "/":
            closes(name[1:], start)
        else:
            opens(name, start, end, match)
    if position < len(source):
        text(position, len(source))


class _Builder:
    __slots__ = (
        "blocks", "broken", "elements", "first_run", "href", "json_ld", "last_run", "link", "marks", "notes", "open",
        "overflow", "parent", "runs", "segments", "source", "tags", "titles",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        root = Element(source, 0, "", None, 0, 0, (0, 0), 0, block=True, kind=Kind.PARAGRAPH)
        self.source = source
        self.elements, self.segments = [root], list[Segment]()
        self.titles, self.json_ld, self.notes = list[Interval](), list[Interval](), dict[str, None]()
        # The open elements: their tags, and their records (None for an inline element without attributes).
        self.tags, self.open = [""], list[Element | None]([root])
        self.blocks = [0]  # places of blocks in the stack
        self.parent, self.overflow = root, 0
        self.link: Element | None = None
        self.href = ""
        self.runs, self.marks = list[str](), list[Mark]()
        self.first_run, self.last_run, self.broken = 0, 0, False

    def text(self, start: int, end: int) -> None:
        """Take text into the current segment."""
        if end - start > MAX_BLOCK:
            self._long(start, end)
            return
        run = self.source[start:end]
        if "&" in run:
            run = decode(run)
        if not run.isspace():
            if not self.runs:
                if len(self.segments) >= MAX_ELEMENTS:
                    raise _FullError
                self.first_run = start
            elif end - self.first_run > MAX_BLOCK:
                self._flush()
                self.notes[TOO_LONG] = None
                self.first_run = start
            self.last_run, self.broken = end, False
            self.runs.append(run)
        elif self.runs:
            self.runs.append(" ")

    def _long(self, start: int, end: int) -> None:
        while end - start > MAX_BLOCK:
            cut = cut_at(self.source, start)
            self.text(start, cut)
            start = cut
        self.text(start, end)

    def start(self, name: str, start: int, end: int, match: re.Match[str]) -> None:
        if name in BLOCK:
            self._block(name, start, match)
        elif name == "a":
            self._anchor(start, match)
        elif name == "br":
            self._break()
        elif name in VOID:
            if name != "wbr":
                self._record(name, start, match, block=False)
        elif end != match.end():
            self._whole(name, start, end, match)
        elif len(self.tags) < MAX_INLINE_DEPTH:
            self._push(name, self._record(name, start, match, block=False) if match[2] else None)

    def end(self, name: str, start: int) -> None:
        if name in BLOCK:
            if self.runs or self.marks:
                self._flush()
            if self.overflow:
                self.overflow -= 1
            elif self.tags[-1] == name:
                self._pop(start)
            else:
                self._close_block(name, start)
        elif self.tags[-1] == name:
            self._pop(start)
        elif name == "br":
            self._break()
        elif name == "a" and self.link:
            self._unlink()
        else:
            inline = self.tags[: self.blocks[-1] : -1]
            if name in inline:
                self._pop_to(len(self.tags) - 1 - inline.index(name), start)

    def page(self) -> Page:
        size = len(self.source)
        self._pop_to(1, size)
        self._flush()
        root = self.elements[0]
        root.inner_end, root.last = size, len(self.segments)
        return Page(
            self.source,
            tuple(self.elements),
            tuple(self.segments),
            tuple(self.titles),
            tuple(self.json_ld),
            tuple(self.notes),
        )

    def _block(self, name: str, start: int, match: re.Match[str]) -> None:
        if self.runs or self.marks:
            self._flush()
        if name in _SELDOM and self._misplaced(name, start, match):
            return
        nearest = self.tags[self.blocks[-1]]
        if (nearest == "p" and name in CLOSES_PARAGRAPH) or (nearest in HEADINGS and name in HEADINGS):
            self._pop_to(self.blocks[-1], start)
        if len(self.tags) >= MAX_DEPTH:
            self.overflow += 1
            self.notes[TOO_DEEP] = None
            return
        self.parent = element = self._record(name, start, match, block=True)
        self.blocks.append(len(self.tags))
        self.tags.append(name)
        self.open.append(element)

    def _misplaced(self, name: str, start: int, match: re.Match[str]) -> bool:
        """Tags that open no element here; what others close without a tag of its own is closed."""
        if name in VOID:
            self._record(name, start, match, block=False)
            return True
        if name in _ONCE:
            return name in self.tags
        if name in TABLE_PARTS and "table" not in self.tags:
            return True
        closed, barriers = CLOSES.get(name, _NOTHING)
        for at in reversed(self.blocks):
            if self.tags[at] in closed:
                self._pop_to(at, start)
                break
            if self.tags[at] in barriers:
                break
        return False

    def _close_block(self, name: str, start: int) -> None:
        tags = self.tags
        for at in reversed(self.blocks):
            tag = tags[at]
            if tag == name or (name in HEADINGS and tag in HEADINGS):
                if at:
                    self._pop_to(at, start)
                return
            if tag in CELLS and name not in CELLS and name not in TABLE_PARTS:
                return

    def _record(self, name: str, start: int, match: re.Match[str], *, block: bool) -> Element:
        parent, first, inner = self.parent, len(self.segments), match.end()
        kind = KINDS.get(name)
        if kind is None:
            kind, level = parent.kind, parent.level
        else:
            level = HEADINGS.get(name) or int(kind is _ITEM) + parent.level * (kind is _ITEM is parent.kind)
        index = len(self.elements)
        if index > MAX_ELEMENTS:
            raise _FullError
        attributes = match.span(2)
        element = Element(
            self.source, index, name, parent, start, inner, attributes, first, block, kind, level, inner, first
        )
        self.elements.append(element)
        return element

    def _push(self, name: str, element: Element | None) -> None:
        self.tags.append(name)
        self.open.append(element)
        if element is not None:
            self.parent = element

    def _pop(self, end: int) -> None:
        self.tags.pop()
        element = self.open.pop()
        if self.blocks[-1] == len(self.tags):
            self.blocks.pop()
        if element is not None:
            element.inner_end = end
            element.last = len(self.segments) + bool(self.runs)
            self.parent = element.parent  # type: ignore[assignment]
            if element is self.link:
                self._unlink()

    def _pop_to(self, size: int, end: int) -> None:
        while len(self.tags) > size:
            self._pop(end)

    def _anchor(self, start: int, match: re.Match[str]) -> None:
        if self.link:
            self._unlink()
        element = self._record("a", start, match, block=False)
        if len(self.tags) < MAX_INLINE_DEPTH:
            self._push("a", element)
            if "href" in element.places:
                self.link, self.href = element, element.get("href")
                self.marks.append((len(self.runs), self.href))

    def _unlink(self) -> None:
        self.link = None
        self.marks.append((len(self.runs), None))

    def _break(self) -> None:
        """A line break is a space, two in a row are a border between paragraphs."""
        if self.broken:
            self._flush()
        elif self.runs:
            self.runs.append(" ")
            self.broken = True

    def _whole(self, name: str, start: int, end: int, match: re.Match[str]) -> None:
        inside = content(self.source, (name, start, end, match))
        if name == "title":
            self.titles.append(inside)
        elif name == "script" and "ld+json" in match[2].lower():
            self.json_ld.append(inside)

    def _flush(self) -> None:
        """End the current segment."""
        if self.runs:
            self._segment()
            self.runs, self.broken = [], False
        if self.marks:
            self.marks = [(0, self.href)] if self.link else []

    def _segment(self) -> None:
        text, links = spans(self.runs, self.marks)
        raw, words = self.source[self.first_run : self.last_run], count_words(text)
        start, end = self.last_run - len(raw.lstrip()), self.first_run + len(raw.rstrip())
        linked = 0
        if links:
            linked = words if links[0].text == text else sum(count_words(link.text) for link in links)
        element = self.open[self.blocks[-1]] or self.elements[0]
        self.segments.append(Segment(len(self.segments), start, end, text, element, links, words, linked))
