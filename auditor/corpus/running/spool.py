"""Rows of an unfinished part, on disk: what a worker wrote before it died is not done again."""

import os
from collections.abc import Iterator
from typing import IO, Any

from msgspec import msgpack

from auditor.corpus.running.row import Row

_LENGTH = 4  # bytes before each row


class Spool:
    """Rows one after another in a file that is open for reading and writing."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, row: Row) -> None:
        """At once, in the file, so that no death of this process takes it away."""
        data = msgpack.encode(row)
        os.write(self._file.fileno(), len(data).to_bytes(_LENGTH, "big") + data)

    def rewind(self) -> int:
        """Drop a row that was being written when its writer died; the number of rows that are whole."""
        ends = [0, *(end for _, end in self._whole())]
        self._file.truncate(ends[-1])
        self._file.seek(ends[-1])
        return len(ends) - 1

    def clear(self) -> None:
        self._file.truncate(0)
        self._file.seek(0)

    def rows(self) -> Iterator[dict[str, Any]]:
        """As JSON would give them back."""
        return (msgpack.decode(data) for data, _ in self._whole())

    def _whole(self) -> Iterator[tuple[bytes, int]]:
        """Whole rows, and where each ends."""
        self._file.seek(0)
        end = 0
        while len(head := self._file.read(_LENGTH)) == _LENGTH:
            data = self._file.read(int.from_bytes(head, "big"))
            if len(data) < int.from_bytes(head, "big"):
                return
            end += _LENGTH + len(data)
            yield data, end
