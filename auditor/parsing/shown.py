"""The text of a block as a browser shows it, where inline markup hides letters inside words or turns words round.

Few pages have such markup, so one search in the source spares all others the reading; text between whole words that
is hidden is left to the rules, for what is said there was said.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Span, Syntax
from auditor.parsing.html.tree.styles import HIDES, hidden, names
from auditor.parsing.html.tree.tokenizer import tokens
from auditor.parsing.places import replay

_HIDES = late(rf"(?i)\shidden(?:\s|$)|{HIDES}")
_TURNS = late(r"(?i)\brtl\b")
# It begins with the character that it is searched by: so it is 27 times as quick as with the look behind it first.
_ODD = late(
    r"<(?:(?<=[A-Za-z0-9]<)(?i:span|br|b|i|em|font|small|sub|sup|strong|u|s|a|label)\s[^<>]{0,200}?(?i:style|hidden)"
    r"|(?i:bdo)\s|(?i:rt)>)"
)
_GLUED = late(
    r"<(?<=[A-Za-z0-9 ]<)(?i:(span|br|b|i|em|font|small|sub|sup|strong|u|s|a|label|del|ins|mark|q|x-\w{1,9}))"
    r"((?:\s[^<>]{0,300})?)>[^<>]{1,40}</\1>(?=[A-Za-z0-9 ])"
)
_MOST = 40  # characters inside a word; what is longer is text of its own
_MANY = 3  # words between others that are not shown: who reads the paragraph reads on without them


class Piece(NamedTuple):
    """Characters of a block between the tags of one element."""

    start: int
    end: int
    turned: bool
    beside: bool = False  # small print over another word


class Odd(NamedTuple):
    """Where a page has markup that may hide letters of a word or turn words round, and what its own styles hide."""

    places: list[int]
    names: frozenset[str]


def odd_places(source: str) -> Odd | None:
    """None where it has no such markup."""
    found, styled = {match.start() for match in _ODD.finditer(source)}, frozenset[str]()
    if "<style" in source or "<STYLE" in source:
        glued = [(tag.start(), frozenset(names(tag[1].lower(), tag[2]))) for tag in _GLUED.finditer(source)]
        styled = hidden(source, _suspected(source, glued))
        found.update(at for at, own in glued if own & styled)
    return Odd(sorted(found), styled) if found else None


def _suspected(source: str, glued: Sequence[tuple[int, frozenset[str]]]) -> set[str]:
    """The names of elements inside words, and of those that return between words."""
    times = Counter(name for _, own in glued for name in own)
    inside = {name for at, own in glued if source[at - 1] != " " for name in own}
    return inside | {name for name, count in times.items() if count >= _MANY}


def shown(source: str, block: Block, odd: Odd) -> list[int] | None:
    """The characters of a block's text in the order in which they are shown; None for all as they stand."""
    within = bisect_right(odd.places, block.end) - bisect_left(odd.places, block.start)
    if block.syntax is not Syntax.HTML or not within:
        return None
    starts = replay(source, Span.of(block))[1]
    pieces = [
        piece._replace(start=bisect_left(starts, piece.start), end=bisect_left(starts, piece.end))
        for piece in _pieces(source, block, odd.names)
    ]
    many = sum(not piece.turned and _is_between(block.text, piece) for piece in pieces) >= _MANY
    order, at = list[int](), 0
    for start, stop, turned, _ in (piece for piece in pieces if _changes(block.text, piece, many=many)):
        if start >= at:
            order += range(at, start)
            order += range(stop - 1, start - 1, -1) if turned else ()
            at = stop
    return [*order, *range(at, len(block.text))] if at else None


def _changes(text: str, piece: Piece, *, many: bool) -> bool:
    if piece.turned:
        return piece.start < piece.end and text[piece.start : piece.end].isascii()
    return _is_inside(text, piece) or (many and _is_between(text, piece))


def _pieces(source: str, block: Block, styled: frozenset[str]) -> Iterator[Piece]:
    """The outermost such elements of a block; without an end tag they are none."""
    name, depth, opened = "", 0, 0
    for tag, start, end, match in tokens(source, block.start, block.end):
        if depth:
            depth += (tag == name) - (tag == f"/{name}")
            if not depth:
                yield Piece(opened, start, turned=name == "bdo", beside=name == "rt")
        elif not tag or not _is_odd(tag, match[2] or "", styled):
            continue
        elif tag == "br":
            yield Piece(start, end, turned=False)
        else:
            name, depth, opened = tag, 1, end


def _is_odd(tag: str, attributes: str, styled: frozenset[str]) -> bool:
    if tag == "bdo":
        return _TURNS.search(attributes) is not None
    return tag == "rt" or bool(_HIDES.search(attributes)) or not styled.isdisjoint(names(tag, attributes))


def _is_inside(text: str, piece: Piece) -> bool:
    """Inside of a word."""
    start, end = piece[:2]
    return 0 < start < end < len(text) and end - start <= _MOST and (text[start - 1] + text[end]).isalnum()


def _is_between(text: str, piece: Piece) -> bool:
    """Words between others, or over them."""
    start, end = piece[:2]
    if piece.beside:
        return start < end
    return 0 < start < end < len(text) and end - start <= _MOST and not (text[start - 1] + text[end]).strip()
