"""The text of a block as a browser shows it, where inline markup hides letters inside words or turns words round.

Few pages have such markup, so one search in the source spares all others the reading; text between whole words that
is hidden is left to the rules, for what is said there was said.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Span, Syntax
from auditor.parsing.html.tree.tokenizer import tokens
from auditor.parsing.places import replay

_ZERO = r"0{1,3}(?:\.0{1,4})?(?:px|r?em|pt|%)?\s{0,4}(?:!|;|[\"']|$)"
_HIDES = late(
    r"(?i)display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|\shidden(?:\s|$)"
    rf"|font-size\s{{0,4}}:\s{{0,4}}{_ZERO}"
)
_TURNS = late(r"(?i)\brtl\b")
# It begins with the character that it is searched by: so it is 27 times as quick as with the look behind it first.
_ODD = late(
    r"<(?:(?<=[A-Za-z0-9]<)(?i:span|br|b|i|em|font|small|sub|sup|strong|u|s|a|label)\s[^<>]{0,200}?(?i:style|hidden)"
    r"|(?i:bdo)\s)"
)
_MOST = 40  # characters inside a word; what is longer is text of its own


class Piece(NamedTuple):
    """Characters of a block between the tags of one element."""

    start: int
    end: int
    turned: bool


def odd_places(source: str) -> list[int]:
    """Where a page has markup that may hide letters of a word or turn words round."""
    return [match.start() for match in _ODD.finditer(source)]


def shown(source: str, block: Block, odd: Sequence[int]) -> list[int] | None:
    """The characters of a block's text in the order in which they are shown; None for all as they stand."""
    if block.syntax is not Syntax.HTML or bisect_left(odd, block.start) == bisect_right(odd, block.end):
        return None
    starts = replay(source, Span.of(block))[1]
    order, at = list[int](), 0
    for begin, end, turned in _pieces(source, block):
        start, stop = max(at, bisect_left(starts, begin)), bisect_left(starts, end)
        if start >= stop or not (block.text[start:stop].isascii() if turned else _is_inside(block.text, start, stop)):
            continue
        order += range(at, start)
        order += range(stop - 1, start - 1, -1) if turned else ()
        at = stop
    return [*order, *range(at, len(block.text))] if at else None


def _pieces(source: str, block: Block) -> Iterator[Piece]:
    """The outermost such elements of a block; without an end tag they are none."""
    name, depth, opened = "", 0, 0
    for tag, start, end, match in tokens(source, block.start, block.end):
        if depth:
            depth += (tag == name) - (tag == f"/{name}")
            if not depth:
                yield Piece(opened, start, turned=name == "bdo")
        elif not tag or not match[2] or not (_TURNS if tag == "bdo" else _HIDES).search(match[2]):
            continue
        elif tag == "br":
            yield Piece(start, end, turned=False)
        else:
            name, depth, opened = tag, 1, end


def _is_inside(text: str, start: int, end: int) -> bool:
    """Inside of a word."""
    return start > 0 and end < len(text) and end - start <= _MOST and (text[start - 1] + text[end]).isalnum()
