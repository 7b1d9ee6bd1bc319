"""Offsets to lines and columns."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from auditor.expressions import late
from auditor.model.origin import Origin

_REST = late(r"([^\r\n]*+)(?:\r\n|\r|\n)?")


def line_start(source: str, at: int) -> int:
    """Where the line around a place begins."""
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


def line_end(source: str, at: int) -> int:
    """Where it ends, its break left out."""
    found = _REST.match(source, at)
    return found.end(1) if found else at


def next_line(source: str, at: int) -> int:
    """Where the line below it begins."""
    found = _REST.match(source, at)
    return found.end() if found else at


class Lines:
    """The line table of a source. Lines and columns count from 1, columns in code points.

    Lines end at CRLF, LF and CR as in editors; str.splitlines also ends them at form feeds and U+2028.
    """

    def __init__(self, source: str, before: int = 0, origin: Origin | None = None) -> None:
        self._source = origin.file if origin else source
        self._before = before  # lines of the file that come before the source
        self._origin = origin

    def at(self, offset: int) -> tuple[int, int]:
        if self._origin:
            offset = self._origin.place(offset)
        if not offset:
            return 1 + self._before, 1
        line = bisect_right(self._starts, offset)
        return line + self._before, offset - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        lines = self._source.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        return list(accumulate((len(line) + 1 for line in lines), initial=0))
