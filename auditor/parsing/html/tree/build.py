"""One pass over the tags of a page: a stack of open elements, segments of text between block borders."""

import re

from auditor.model.members import ITEM, PARAGRAPH
from auditor.parsing.html.tree.caps import (
    MAX_BLOCK,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_INLINE_DEPTH,
    TOO_DEEP,
    TOO_LONG,
    TOO_MANY,
    cut,
)
from auditor.parsing.html.tree.nesting import implied, named
from auditor.parsing.html.tree.page import Element, Interval, Page, Segment
from auditor.parsing.html.tree.references import decode, decode_attribute
from auditor.parsing.html.tree.segments import Mark, segment
from auditor.parsing.html.tree.tag_effects import (
    ANCHOR,
    BLOCK_END,
    BREAK,
    DEEDS,
    INLINE,
    INLINE_END,
    NOTHING,
    ONCE,
    RULE,
    SELDOM_START,
    WHOLE,
    deed,
)
from auditor.parsing.html.tree.tokenizer import TOKEN, content, whole_end
from auditor.parsing.html.tree.vocabulary import CLOSES_PARAGRAPH, HEADINGS, TABLE_PARTS


class _FullError(Exception):
    """As much of the page was read as the caps allow."""


def read_page(source: str) -> Page:
    """The elements and segments of a page."""
    builder = _Builder(source)
    try:
        builder.read()
    except _FullError:
        builder.notes[TOO_MANY] = None
    return builder.page()


class _Builder:
    __slots__ = (
        "blocks", "broken", "elements", "first_run", "href", "json_ld", "last_run", "link", "marks", "notes", "open",
        "overflow", "runs", "segments", "source", "tags", "titles",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        root = Element(source, 0, "", None, 0, 0, 0, True, PARAGRAPH)  # noqa: FBT003
        self.source = source
        self.elements, self.segments = [root], list[Segment]()
        self.titles, self.json_ld, self.notes = list[Interval](), list[Interval](), dict[str, None]()
        # The open elements: their tags, and their records (for an inline element without attributes its parent's).
        self.tags, self.open = [""], [root]
        self.blocks = [0]  # places of blocks in the stack
        self.overflow = 0
        self.link: Element | None = None
        self.href = ""
        self.runs, self.marks = list[str](), list[Mark]()
        self.first_run, self.last_run, self.broken = 0, 0, False

    def read(self) -> None:  # noqa: PLR0912, PLR0915
        """Read all tags.

        One long loop, and not over `tokens`, for it is most of what reading a page costs: what nearly every tag does
        stands here, on local names of the builder's lists; what few do is in the methods.
        """
        source, elements, segments = self.source, self.elements, self.segments
        tags, open_, blocks, runs, marks = self.tags, self.open, self.blocks, self.runs, self.marks
        size, position = len(source), 0
        while position < size:
            for match in TOKEN.finditer(source, position):
                start, end = match.span()
                if position < start:
                    run = source[position:start]
                    if run.isspace():
                        if runs:
                            runs.append(" ")
                    elif runs and "&" not in run and start - self.first_run <= MAX_BLOCK:
                        runs.append(run)
                        self.last_run, self.broken = start, False
                    else:
                        self.text(run, position, start)
                position, name = end, match[1]
                try:
                    what, tag, kind, level = DEEDS[name]
                except KeyError:
                    what, tag, kind, level = deed(name)
                if end == size and not match[3]:
                    continue  # a tag without its end is none
                if what <= RULE and (runs or marks):
                    self.flush()

                if what == BLOCK_END:
                    if tags[-1] != tag or self.overflow:
                        self.close_block(tag, start)
                    else:
                        del tags[-1], blocks[-1]
                        element = open_.pop()
                        element.inner_end, element.last = start, len(segments)
                    continue
                if what == INLINE_END:
                    if tags[-1] != tag:
                        self.close_inline(tag, start)
                        continue
                    del tags[-1]
                    element = open_.pop()
                    if element is not open_[-1]:
                        element.inner_end, element.last = start, len(segments) + bool(runs)
                        if element is self.link:
                            self.unlink()
                    continue
                if what <= SELDOM_START:
                    if what == SELDOM_START and self.misplaced(tag, start):
                        continue
                    nearest = tags[blocks[-1]]
                    if (nearest == "p" and tag in CLOSES_PARAGRAPH) or (level and nearest in HEADINGS):
                        self.pop_to(blocks[-1], start)
                    if len(tags) >= MAX_DEPTH:
                        self.too_deep()
                        continue
                elif what >= WHOLE:
                    if what == BREAK:
                        self.line_break()
                        continue
                    if what == NOTHING:
                        continue
                    position = whole_end(source, tag, match, size)
                    if position != end:
                        self.whole(tag, start, position, match)
                        break  # the next tag is searched from there
                elif what == RULE and tags[blocks[-1]] == "p" and tag in CLOSES_PARAGRAPH:
                    self.pop_to(blocks[-1], start)
                if what == ANCHOR:
                    if self.link:
                        self.unlink()
                elif what >= INLINE:
                    if len(tags) >= MAX_INLINE_DEPTH:
                        continue
                    if end - start == len(name) + 2:  # no attributes, no record
                        tags.append(tag)
                        open_.append(open_[-1])
                        continue

                index, first, parent = len(elements), len(segments), open_[-1]
                if index > MAX_ELEMENTS:
                    raise _FullError
                if kind is None:
                    kind, level = parent.kind, parent.level
                elif kind is ITEM:
                    level = 1 + (parent.level if parent.kind is ITEM else 0)
                block = what <= SELDOM_START
                element = Element(source, index, tag, parent, start, end, first, block, kind, level, end, first)
                elements.append(element)
                if block:
                    blocks.append(len(tags))
                elif what == ANCHOR and len(tags) < MAX_INLINE_DEPTH:
                    self.follow(element)
                elif what < INLINE:
                    continue
                tags.append(tag)
                open_.append(element)
            else:
                break
        if position < size:
            self.text(source[position:], position, size)

    def text(self, run: str, start: int, end: int) -> None:
        """Take `source[start:end]`, a run of text, into the current segment."""
        if end - start > MAX_BLOCK:
            for piece in cut(self.source, start, end):
                self.text(self.source[slice(*piece)], *piece)
            return
        if "&" in run:
            run = decode(run)
        if run.isspace():
            if self.runs:
                self.runs.append(" ")
            return
        if not self.runs:
            if len(self.segments) >= MAX_ELEMENTS:
                raise _FullError
            self.first_run = start
        elif end - self.first_run > MAX_BLOCK:
            self.flush()
            self.notes[TOO_LONG] = None
            self.first_run = start
        self.last_run, self.broken = end, False
        self.runs.append(run)

    def page(self) -> Page:
        size = len(self.source)
        self.flush()
        self.pop_to(1, size)
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

    def misplaced(self, name: str, start: int) -> bool:
        """Tags that open no element here; what others close without a tag of its own is closed."""
        if name in ONCE:
            return name in self.tags
        if name in TABLE_PARTS and "table" not in self.tags:
            return True
        if at := implied(name, self.tags, self.blocks):
            self.pop_to(at, start)
        return False

    def too_deep(self) -> None:
        self.overflow += 1
        self.notes[TOO_DEEP] = None

    def close_block(self, name: str, start: int) -> None:
        """An end tag that is not that of the innermost element."""
        if self.overflow:
            self.overflow -= 1
        elif at := named(name, self.tags, self.blocks):
            self.pop_to(at, start)

    def close_inline(self, name: str, start: int) -> None:
        if name == "a" and self.link:
            self.unlink()
        elif name in (inline := self.tags[: self.blocks[-1] : -1]):
            self.pop_to(len(self.tags) - 1 - inline.index(name), start)

    def pop(self, end: int) -> None:
        self.tags.pop()
        element = self.open.pop()
        if self.blocks[-1] == len(self.tags):
            self.blocks.pop()
        if element is not self.open[-1]:
            element.inner_end = end
            element.last = len(self.segments) + bool(self.runs)
            if element is self.link:
                self.unlink()

    def pop_to(self, size: int, end: int) -> None:
        while len(self.tags) > size:
            self.pop(end)

    def follow(self, anchor: Element) -> None:
        """Text from here on is that of a link, if the element is one."""
        place = anchor.place("href")
        if place:
            self.link, self.href = anchor, decode_attribute(self.source[place[0] : place[1]])
            if not self.runs:
                self.marks.clear()
            self.marks.append((len(self.runs), self.href))

    def unlink(self) -> None:
        self.link = None
        if self.runs:
            self.marks.append((len(self.runs), None))
        else:
            self.marks.clear()

    def line_break(self) -> None:
        """A line break is a space, two in a row are a border between paragraphs."""
        if self.broken:
            self.flush()
        elif self.runs:
            self.runs.append(" ")
            self.broken = True

    def whole(self, name: str, start: int, end: int, match: re.Match[str]) -> None:
        """An element without text of the page."""
        if name == "plaintext":
            self.flush()
        elif name == "title":
            self.titles.append(content(self.source, (name, start, end, match)))
        elif name == "script" and "ld+json" in match[2].lower():
            self.json_ld.append(content(self.source, (name, start, end, match)))

    def flush(self) -> None:
        """End the current segment."""
        if self.runs:
            element, number, place = self.open[self.blocks[-1]], len(self.segments), (self.first_run, self.last_run)
            self.segments.append(segment(self.source, *place, self.runs, self.marks, element, number))
            self.runs.clear()
            self.broken = False
        if self.marks:
            self.marks[:] = [(0, self.href)] if self.link else []
