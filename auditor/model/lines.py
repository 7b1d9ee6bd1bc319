"""Offsets to lines and columns."""

from bisect import bisect_right
from itertools import accumulate


class Lines:
    """The line table of a source. Lines and columns count from 1, columns in code points.

    Lines end at CRLF, LF and CR as in editors, and nowhere else: str.splitlines also ends them at form feeds and U+2028.
    """

    def __init__(self, source: str) -> None:
        ended_by_lf = source.replace("\r\n", " \n").replace("\r", "\n")
        self._starts = list(accumulate((len(line) + 1 for line in ended_by_lf.split("\n")), initial=0))

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
