"""A source that was taken out of a larger file: where each piece of it stands there."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter

from msgspec import Struct

from auditor.expressions import late

# In the strings of JSON, and of scripts, which know "\x41", too. A character beyond the first plane takes two escapes.
JSON_ESCAPE = late(
    r"\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.", re.DOTALL
)


class Piece(Struct, frozen=True, gc=False):
    """A part of a file: where it begins in the source, and its interval in the file."""

    offset: int
    start: int
    end: int
    escaped: bool = True  # the inside of a string of JSON; else it stands in the file as it is


class Origin(Struct, frozen=True, dict=True):
    """The text of the file, and the pieces of it that the source consists of, with what was put between them.

    The source may have been put together in two steps: a page in a file of JSON whose text stands in its own data.
    """

    file: str
    pieces: tuple[Piece, ...]
    later: "Origin | None" = None  # of the second step

    def place(self, offset: int) -> int:
        """Where a character of the source stands in the file; what was put between pieces is where one ends."""
        if self.later:
            offset = self.later.place(offset)
        at = bisect_right(self._runs, offset, key=itemgetter(0)) - 1
        if at < 0:
            return self.pieces[0].start if self.pieces else 0
        own, start, end = self._runs[at]
        return min(start + offset - own, end)

    @cached_property
    def _runs(self) -> list[tuple[int, int, int]]:
        """Where a run begins in the source and in the file, and where its piece ends; an escape ends a run."""
        return [run for piece in self.pieces for run in self._of(piece)]

    def _of(self, piece: Piece) -> Iterator[tuple[int, int, int]]:
        yield piece.offset, piece.start, piece.end
        ahead = piece.start - piece.offset
        if not piece.escaped:
            return
        for escape in JSON_ESCAPE.finditer(self.file, piece.start, piece.end):
            ahead += len(escape[0]) - 1
            yield escape.end() - ahead, escape.end(), piece.end
