"""Headings that have no markup: short lines before paragraphs."""

from itertools import groupby

from msgspec import structs

from auditor.model import Block, Kind
from auditor.parsing.zoning.shapes import in_body, is_heading, is_prose

_LONGEST_STACK = 2  # more short lines in a row are a list, a poem or a table
_LEVEL = 2


def mark_headings(blocks: list[Block]) -> None:
    """Mark in place the short lines of the body, at most two in a row, that a paragraph or list follows.

    A source that marks headings up says all of them itself.
    """
    if any(block.kind is Kind.HEADING and in_body(block) for block in blocks):
        return
    for lines, group in groupby(range(len(blocks)), key=lambda i: in_body(blocks[i]) and is_heading(blocks[i])):
        stack = list(group)
        after = stack[-1] + 1
        if not lines or len(stack) > _LONGEST_STACK or after == len(blocks) or not _is_text(blocks[after]):
            continue
        for i in stack:
            blocks[i] = structs.replace(blocks[i], kind=Kind.HEADING, level=_LEVEL, reason="short line before text")


def _is_text(block: Block) -> bool:
    return in_body(block) and (is_prose(block) or block.kind is not Kind.PARAGRAPH)
