"""One pass over the tags of a page: a stack of open elements, segments of text between block borders."""

import re

from auditor.model import Kind
from auditor.parsing.html.links import Mark, spans
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

# Real pages nest less than a hundred deep; below the caps tags still end segments, but have no records of their own.
MAX_DEPTH = 512
MAX_INLINE_DEPTH = 256  # never closed <font> tags must not use up the depth that blocks need
MAX_ELEMENTS = 500_000


def read_page(source: str) -> Page:
    """The elements and segments of a page."""
    builder = _Builder(source)
    for name, start, end, match in tokens(source):
        builder.text(start)
        builder.position = end
        if not name:
            continue
        if name[0] == "/":
            builder.end(name[1:], start)
        else:
            builder.start(name, start, end, match)
    return builder.page()


class _Builder:
    def __init__(self, source: str) -> None:
        root = Element(source, 0, "", None, 0, 0, 0, (0, 0), 0, block=True, kind=Kind.PARAGRAPH)
        self.source, self.position = source, 0
        self.elements, self.segments = [root], list[Segment]()
        self.titles, self.json_ld, self.notes = list[Interval](), list[Interval](), dict[str, None]()
        # The open elements: their tags, and their records (None for an inline element without attributes).
        self.tags, self.open = [""], list[Element | None]([root])
        self.blocks = [0]  # places of blocks in the stack
        self.parent, self.overflow = root, 0
        self.link: Element | None = None
        self.runs, self.marks = list[str](), list[Mark]()
        self.first_run, self.last_run, self.broken = 0, 0, False

    def text(self, end: int) -> None:
        """Take the text up to `end` into the current segment."""
        start = self.position
        if start == end:
            return
        run = self.source[start:end]
        if "&" in run:
            run = decode(run)
        if run.isspace():
            if self.runs:
                self.runs.append(" ")
            return
        if not self.runs:
            self.first_run = start
        self.last_run, self.broken = end, False
        self.runs.append(run)

    def start(self, name: str, start: int, end: int, match: re.Match[str]) -> None:
        if name in BLOCK:
            self._block(name, start, match)
        elif name == "br":
            self._break()
        elif name == "a":
            self._anchor(start, match)
        elif name in VOID:
            if name != "wbr":
                self._record(name, start, match, block=False)
        elif end != match.end():
            self._whole(name, start, end, match)
        elif len(self.tags) < MAX_INLINE_DEPTH:
            self._push(name, self._record(name, start, match, block=False) if match[2] else None)

    def end(self, name: str, start: int) -> None:
        if name in BLOCK:
            self._flush()
            if self.overflow:
                self.overflow -= 1
                return
            self._close_block(name, start)
        elif name == "br":
            self._break()
        elif self.tags[-1] == name:
            self._pop(start)
        elif name == "a" and self.link:
            self._unlink()
        else:
            inline = self.tags[: self.blocks[-1] : -1]
            if name in inline:
                self._pop_to(len(self.tags) - 1 - inline.index(name), start)

    def page(self) -> Page:
        size = len(self.source)
        self.text(size)
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
        self._flush()
        if name in VOID:
            self._record(name, start, match, block=False)
            return
        if name in TABLE_PARTS and "table" not in self.tags:
            return
        if name in ("html", "body", "head") and name in self.tags:
            return
        self._imply_ends(name, start)
        if len(self.tags) >= MAX_DEPTH:
            self.overflow += 1
            self.notes[f"elements nested deeper than {MAX_DEPTH} were read without their nesting"] = None
            return
        element = self._record(name, start, match, block=True)
        self.blocks.append(len(self.tags))
        self._push(name, element)

    def _imply_ends(self, name: str, start: int) -> None:
        closed, barriers = CLOSES.get(name, (None, None))
        tags = self.tags
        if closed and barriers:
            for at in reversed(self.blocks):
                if tags[at] in closed:
                    self._pop_to(at, start)
                    break
                if tags[at] in barriers:
                    break
        nearest = tags[self.blocks[-1]]
        if (nearest == "p" and name in CLOSES_PARAGRAPH) or (nearest in HEADINGS and name in HEADINGS):
            self._pop_to(self.blocks[-1], start)

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
        parent = self.parent
        kind, level = KINDS.get(name) or parent.kind, HEADINGS.get(name, 0)
        if kind is Kind.ITEM:
            level = parent.level + 1 if name == "li" and parent.kind is Kind.ITEM else max(1, parent.level)
        elif kind is Kind.HEADING:
            level = level or parent.level
        first = len(self.segments)
        element = Element(
            self.source,
            len(self.elements),
            name,
            parent,
            len(self.tags),
            start,
            match.end(),
            match.span(2),
            first,
            block,
            kind,
            level,
        )
        element.inner_end, element.last = match.end(), first
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
                self.link = element
                self.marks.append((len(self.runs), element.get("href")))

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
        self.marks = [(0, self.link.get("href"))] if self.link else []

    def _segment(self) -> None:
        text, links = spans(self.runs, self.marks)
        if not text:
            return
        first, last = self.source[self.first_run : self.last_run], self.last_run
        start = self.first_run + len(first) - len(first.lstrip())
        end = last - len(first) + len(first.rstrip())
        linked = sum(link.text.count(" ") + 1 for link in links)
        element = self.open[self.blocks[-1]] or self.elements[0]
        self.segments.append(Segment(len(self.segments), start, end, text, element, links, text.count(" ") + 1, linked))
