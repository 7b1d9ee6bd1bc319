"""A text as its lines, each without the white space around it."""

from collections.abc import Iterator
from typing import NamedTuple

from auditor.expressions import late

# A line that holds something. It begins at its first visible character, so blank lines cost nothing.
_LINE = late(r"\S[^\r\n\f\v\u2028\u2029]*+")
_BREAK = late(r"\r\n|[\r\n\f\v\u2028\u2029]")
_PAGE = ("\f", "\u2029")

# Longer lines are cut, so that no later step meets a block of unbounded size.
LONGEST = 100_000


class Line(NamedTuple):
    start: int
    end: int
    indent: int  # characters of white space before it
    opens: bool  # a blank line, a page break or the start of the text comes before it


def lines(source: str, start: int = 0) -> Iterator[Line]:
    """The lines of `source[start:]` that are not blank.

    A line ends at CRLF, LF, CR, a form feed or a Unicode separator.
    """
    previous = start
    for found in _LINE.finditer(source, start):
        first = found.start()
        opens, indent = _gap(source[previous:first])
        previous = found.end()
        yield from _cut(source, first, first + len(found.group().rstrip()), indent, opens or first == start)


def _gap(gap: str) -> tuple[bool, int]:
    if gap == "\n":
        return False, 0
    if gap == "\n\n" or len(gap) >= LONGEST:
        return True, 0
    breaks = list(_BREAK.finditer(gap))
    opens = len(breaks) > 1 or any(page in gap for page in _PAGE)
    return opens, len(gap) - (breaks[-1].end() if breaks else 0)


def _cut(source: str, start: int, end: int, indent: int, opens: bool) -> Iterator[Line]:
    while end - start > LONGEST:
        space = source.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        yield Line(start, stop, indent, opens)
        start, indent, opens = stop + (space > 0), 0, True
    yield Line(start, end, indent, opens)
