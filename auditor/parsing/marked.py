"""Inline markup of a block: which of its text is emphasis, a quotation or code.

Few ask, and of few blocks, so nothing of it is kept when a page is read: the block's interval is read again.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Format, Span, Syntax
from auditor.parsing.html.tree.tokenizer import tokens
from auditor.parsing.html.tree.vocabulary import BLOCK, MEANT
from auditor.parsing.places import replay

CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
_CODE = late(rf"<(?:{'|'.join(sorted(CODE))})\b", re.IGNORECASE)
_DEPTH = 8  # of tags within each other
_BEFORE = 400  # characters: a block begins behind the tags that stand before its text
_TAGS_BEFORE = late(r"(?:<[^<>]{0,300}+>\s{0,20}+){1,20}\Z")


class Marked(NamedTuple):
    """`block.text[start:end]` and the name of the tag around it; of Markdown the tag that would say the same."""

    start: int
    end: int
    tag: str


def may_hold_code(source: str, written: Format, start: int, end: int) -> bool:
    """Whether a part of a text has a tag, or a sign of Markdown, without which no block of it has code inside."""
    if _CODE.search(source, max(0, start - _BEFORE), end):
        return True
    return written is not Format.HTML and "`" in source


def marked(source: str, block: Block) -> list[Marked]:
    """The inline markup of a block, of tags of several blocks only what opens right before it."""
    reader = {Syntax.HTML: _of_tags, Syntax.MARKDOWN: _of_markdown}.get(block.syntax)
    found = list(reader(source, block)) if reader else []
    if not found:
        return []
    starts = replay(source, Span.of(block))[1]
    placed = (Marked(bisect_left(starts, m.start), bisect_left(starts, m.end), m.tag) for m in found)
    return sorted(m for m in placed if m.start < m.end)


def _of_tags(source: str, block: Block) -> Iterator[Marked]:
    """Intervals of the source between tags."""
    window = max(0, block.start - _BEFORE)
    before = _TAGS_BEFORE.search(source, window, block.start)
    opened: list[tuple[str, int]] = []
    for name, start, end, _ in tokens(source, before.start() if before else block.start, block.end):
        if name in MEANT:
            opened = [*opened[-_DEPTH:], (name, end)]
        elif name[1:] in MEANT and (name[1:] in (names := [tag for tag, _ in opened])):
            at = len(names) - 1 - names[::-1].index(name[1:])
            yield Marked(opened[at][1], start, name[1:])
            del opened[at]
        elif name.removeprefix("/") in BLOCK:
            opened.clear()
    yield from (Marked(after, block.end, tag) for tag, after in opened)


def _of_markdown(source: str, block: Block) -> Iterator[Marked]:
    from auditor.parsing.markdown import inline  # noqa: PLC0415 - few pages are Markdown
    from auditor.parsing.markdown.structure import references  # noqa: PLC0415

    known = references(source) if "[" in source[block.start : block.end] else {}
    yield from (Marked(*m) for m in inline.read(source, block.start, block.end, known).marked)
