"""Where shards of a gzipped WARC may begin, by the first bytes of its members: a third of the cost of inflating it.

What looks like a member may stand inside of one, as a WARC file that was crawled or a page that was made for it. So of
each border the members before it are inflated, and must end where the next one begins.
"""

from collections import deque
from collections.abc import Iterator
from typing import IO

from auditor.corpus.read.framing import IS_DOCUMENT, OPENINGS, framed
from auditor.corpus.read.inflating import CHUNK, GZIP, BadGzip, gunzip

_LOOK = 1_024  # bytes of a member in which the head of its record stands
_HEAD = 4_096  # bytes of that head
# Before a border. What cannot be compressed is stored in blocks of 65,535 bytes at most, so a file inside of a member
# is torn there, and hardly ever this long.
_MEMBERS = 64


def borders(stream: IO[bytes], path: str, documents: int) -> list[int] | None:
    """Positions of every so many documents, the first of them 0; None where that cannot be told without inflating."""
    found, count = [0], 0
    before = deque([0], _MEMBERS)
    for at, head in _members(stream):
        if IS_DOCUMENT.search(head):
            if count and count % documents == 0:
                if not _leads(stream, path, before[0], at):
                    return None
                found.append(at)
            count += 1
        before.append(at)
    return found


def _members(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Where members of WARC records seem to begin, and what they begin with."""
    at, window, fresh = 0, b"", b"-"
    while fresh:
        stream.seek(at + len(window))
        fresh = stream.read(CHUNK)
        window += fresh
        last = max(0, len(window) - _LOOK) if fresh else len(window)
        found = window.find(GZIP)
        while 0 <= found < last:
            if (head := _head(window[found : found + _LOOK])).startswith(OPENINGS):
                yield at + found, head
            found = window.find(GZIP, found + 1)
        at, window = at + last, window[last:]


def _head(member: bytes) -> bytes:
    try:
        return bytes(gunzip().decompress(member, _HEAD))
    except BadGzip:
        return b""


def _leads(stream: IO[bytes], path: str, start: int, border: int) -> bool:
    """Whether whole members follow each other from one position to the other."""
    for frame in framed(stream, path, start, 0):
        if frame.error or frame.at >= border:
            return not frame.error and frame.at == border
    return False
