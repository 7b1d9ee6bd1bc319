"""One pass over the tags of a page: a stack of open elements, segments of text between block borders."""

import re

from auditor.model.members import ITEM, PARAGRAPH
from auditor.parsing.html.tree import caps
from auditor.parsing.html.tree.apart import APART, apart
from auditor.parsing.html.tree.flowing import as_flowing
from auditor.parsing.html.tree.kinds import overrule
from auditor.parsing.html.tree.nesting import implied, named
from auditor.parsing.html.tree.page import Element, Interval, Page
from auditor.parsing.html.tree.runs import Runs
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
    UNSCRIPTED,
    WHOLE,
    Deed,
    deed,
)
from auditor.parsing.html.tree.tokenizer import TOKEN, content, whole_end
from auditor.parsing.html.tree.vocabulary import CLOSES_PARAGRAPH, HEADINGS, TABLE_PARTS


def read_page(source: str, *, scripts: bool = True) -> Page:
    """The elements and segments of a page, as a reader with or without scripts is shown them."""
    builder = _Builder(as_flowing(source), DEEDS if scripts else UNSCRIPTED)
    try:
        builder.read()
    except caps.FullError:
        builder.notes[caps.TOO_MANY] = None
    return builder.page()


class _Builder:
    __slots__ = (
        "apart", "app_data", "blocks", "deeds", "elements", "json_ld", "notes", "open", "overflow", "scripts", "source",
        "tags", "templates", "text", "titles",
    )  # fmt: skip

    def __init__(self, source: str, deeds: dict[str | None, Deed]) -> None:
        root = Element(source, 0, "", None, 0, 0, 0, True, PARAGRAPH)  # noqa: FBT003
        self.source, self.elements, self.notes = source, [root], dict[str, None]()
        self.titles, self.json_ld, self.templates = list[Interval](), list[Interval](), list[Interval]()
        self.app_data, self.scripts = list[Interval](), list[Interval]()
        self.apart, self.deeds = list[tuple[str, int, int]](), deeds
        # The open elements: their tags, and their records (for an inline element without attributes its parent's).
        self.tags, self.open = [""], [root]
        self.blocks = [0]  # places of blocks in the stack
        self.overflow = 0
        self.text = Runs(source, self.open, self.blocks, self.notes)

    def read(self) -> None:  # noqa: PLR0912, PLR0915
        """Read all tags.

        One long loop, and not over `tokens`, for it is most of what reading a page costs: what nearly every tag does
        stands here, on local names of the builder's lists; what few do is in the methods.
        """
        source, elements, text = self.source, self.elements, self.text
        tags, open_, blocks, deeds = self.tags, self.open, self.blocks, self.deeds
        segments, runs, marks = text.segments, text.runs, text.marks
        size, position = len(source), 0
        while position < size:
            for match in TOKEN.finditer(source, position):
                start, end = match.span()
                if position < start:
                    run = source[position:start]
                    if run.isspace():
                        if runs:
                            runs.append(" ")
                    elif runs and "&" not in run and start - text.first_run <= caps.MAX_BLOCK:
                        runs.append(run)
                        text.last_run, text.broken = start, False
                    else:
                        text.add(run, position, start)
                position, name = end, match[1]
                try:
                    what, tag, kind, level = deeds[name]
                except KeyError:
                    what, tag, kind, level = deed(name, deeds)
                if end == size and not match[3]:
                    continue  # a tag without its end is none
                if what <= RULE and (runs or marks):
                    text.flush()

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
                        if element is text.link:
                            text.unlink()
                    continue
                if what <= SELDOM_START:
                    if what == SELDOM_START and self.misplaced(tag, start):
                        continue
                    nearest = tags[blocks[-1]]
                    if (nearest == "p" and tag in CLOSES_PARAGRAPH) or (level and nearest in HEADINGS):
                        self.pop_to(blocks[-1], start)
                    if len(tags) >= caps.MAX_DEPTH:
                        self.too_deep()
                        continue
                elif what >= WHOLE:
                    if what == BREAK:
                        text.line_break()
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
                    if text.link:
                        text.unlink()
                elif what >= INLINE:
                    if len(tags) >= caps.MAX_INLINE_DEPTH:
                        continue
                    if end - start == len(name) + 2:  # no attributes, no record
                        tags.append(tag)
                        open_.append(open_[-1])
                        continue

                index, first, parent = len(elements), len(segments), open_[-1]
                if index > caps.MAX_ELEMENTS:
                    raise caps.FullError
                if kind is None:
                    kind, level = parent.kind, parent.level
                elif kind is ITEM:
                    level = 1 + (parent.level if parent.kind is ITEM else 0)
                block = what <= SELDOM_START
                element = Element(source, index, tag, parent, start, end, first, block, kind, level, end, first)
                elements.append(element)
                if block:
                    blocks.append(len(tags))
                elif what == ANCHOR and len(tags) < caps.MAX_INLINE_DEPTH:
                    text.follow(element)
                elif what < INLINE:
                    continue
                tags.append(tag)
                open_.append(element)
            else:
                break
        if position < size:
            text.add(source[position:], position, size)

    def page(self) -> Page:
        size = len(self.source)
        self.text.flush()
        self.pop_to(1, size)
        root = self.elements[0]
        root.inner_end, root.last = size, len(self.text.segments)
        overrule(self.elements)
        return Page(
            self.source,
            tuple(self.elements),
            tuple(self.text.segments),
            tuple(self.titles),
            tuple(self.json_ld),
            tuple(self.templates),
            tuple(self.notes),
            tuple(self.apart),
            tuple(self.app_data),
            tuple(self.scripts),
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
        self.notes[caps.TOO_DEEP] = None

    def close_block(self, name: str, start: int) -> None:
        """An end tag that is not that of the innermost element."""
        if self.overflow:
            self.overflow -= 1
        elif at := named(name, self.tags, self.blocks):
            self.pop_to(at, start)

    def close_inline(self, name: str, start: int) -> None:
        if name == "a" and self.text.link:
            self.text.unlink()
        elif name in (inline := self.tags[: self.blocks[-1] : -1]):
            self.pop_to(len(self.tags) - 1 - inline.index(name), start)

    def pop(self, end: int) -> None:
        self.tags.pop()
        element = self.open.pop()
        if self.blocks[-1] == len(self.tags):
            self.blocks.pop()
        if element is not self.open[-1]:
            element.inner_end = end
            element.last = len(self.text.segments) + bool(self.text.runs)
            if element is self.text.link:
                self.text.unlink()

    def pop_to(self, size: int, end: int) -> None:
        while len(self.tags) > size:
            self.pop(end)

    def whole(self, name: str, start: int, end: int, match: re.Match[str]) -> None:
        """An element without text of the page."""
        if note := caps.unread(name, end - start, match[2]):
            self.notes[note] = None
        if name in APART and len(self.apart) < caps.MAX_APART:
            self.apart += ((name, *interval) for interval in apart(self.source, (name, start, end, match)))
        if name == "plaintext":
            self.text.flush()
        elif (kept := self.kept(name, match[2])) is not None:
            kept.append(content(self.source, (name, start, end, match)))

    def kept(self, name: str, attributes: str) -> list[Interval] | None:
        """Where the content of an element is kept, None where nobody asks for it."""
        if name == "script":
            said = attributes.lower()
            if "ld+json" in said:
                return self.json_ld
            return self.app_data if "__next_data__" in said else None if "json" in said else self.scripts
        return {"title": self.titles, "template": self.templates}.get(name)
