"""Offsets to lines and columns."""

import re
from bisect import bisect_right

# Editors end a line here and nowhere else; str.splitlines also ends it at form feeds and U+2028.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The line table of a source. Lines and columns count from 1, columns in code points."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(source))]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
