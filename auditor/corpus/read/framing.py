"""Where the records of a WARC file begin and end, and where it is damaged."""

import re
from collections.abc import Iterator
from typing import IO

from msgspec import Struct

from auditor.corpus.read.inflating import CHUNK, BadGzip, gunzip

MAGIC = b"\x1f\x8b\x08"
IS_DOCUMENT = re.compile(rb"^WARC-Type:[ \t]*+(?:response|resource|conversion)", re.IGNORECASE | re.MULTILINE)
_LENGTH = re.compile(rb"^Content-Length:[ \t]*+(\d{1,15})", re.IGNORECASE | re.MULTILINE)
_BEGINS = re.compile(rb"WARC/1\.\d\r?\n")
_OPENING = 10  # bytes of such a line
_LONGEST_HEADER = 1_000  # lines


class Frame(Struct, frozen=True):
    """The bytes of one record, decompressed, or what stands in the place of one."""

    at: int  # byte of the file
    data: bytes = b""
    is_cut: bool = False  # there was more than was asked for
    error: str = ""


def framed(stream: IO[bytes], path: str, start: int, most: int) -> Iterator[Frame]:
    """Records from a position on, of each the first `most` bytes."""
    return (_zipped if path.lower().endswith(".gz") else _plain)(stream, start, most)


def _zipped(stream: IO[bytes], at: int, most: int) -> Iterator[Frame]:
    """Every record is a gzip member of its own, as the standard asks."""
    stream.seek(at)
    window = stream.read(CHUNK)
    while window:
        frame, used, window = _member(stream, window, at, most)
        if frame.error and window:
            used, window = _skip(stream, window)
            frame = Frame(at, error=f"bytes {at} to {at + used - 1} of the file are no whole gzip member")
        yield frame
        at += used
        window = window or stream.read(CHUNK)


def _member(stream: IO[bytes], window: bytes, at: int, most: int) -> tuple[Frame, int, bytes]:
    """One member, the bytes that it takes, and what was read beyond it; with an error, the window as it was."""
    inflate = gunzip()
    pieces, held, read, kept = list[bytes](), 0, 0, window
    try:
        while window:
            piece = inflate.decompress(window)
            pieces.append(piece[: max(0, most - held)])
            held += len(piece)
            read += len(window)
            if inflate.eof:
                rest = inflate.unused_data
                return Frame(at, b"".join(pieces), held > most), read - len(rest), rest
            window = stream.read(CHUNK)
    except BadGzip:
        stream.seek(at + len(kept))
        return Frame(at, error="damaged"), 0, kept
    return Frame(at, error=f"the file is cut off at byte {at + read}, in the record that begins at {at}"), read, b""


def _skip(stream: IO[bytes], window: bytes) -> tuple[int, bytes]:
    """The bytes up to the next member that holds a WARC record, and what was read from there on."""
    skipped = 0
    while True:
        found = window.find(MAGIC, 0 if skipped else 1)
        while found >= 0:
            if len(window) - found < CHUNK:
                window += stream.read(CHUNK)
            if _opens_record(window[found : found + CHUNK]):
                return skipped + found, window[found:]
            found = window.find(MAGIC, found + 1)
        skipped += len(window) - 2
        window = window[-2:] + (fresh := stream.read(CHUNK))
        if not fresh:
            return skipped + 2, b""


def _opens_record(data: bytes) -> bool:
    try:
        return bool(gunzip().decompress(data, 5) == b"WARC/")
    except BadGzip:
        return False


def _plain(stream: IO[bytes], at: int, most: int) -> Iterator[Frame]:
    stream.seek(at)
    while line := stream.readline(CHUNK):
        if not line.strip():
            at += len(line)
            continue
        frame, after = _record(stream, line, at, most)
        yield frame
        at = after


def _record(stream: IO[bytes], line: bytes, at: int, most: int) -> tuple[Frame, int]:
    """The record that begins with a line, and where it ends."""
    head = _header(stream, line) if line.startswith(b"WARC/") else b""
    length = _LENGTH.search(head)
    if not length:
        end = _next_record(stream, at + 1)
        cut = "; the file is cut off there" if head and not stream.read(1) else ""
        return Frame(at, error=f"bytes {at} to {end - 1} of the file are no WARC record{cut}"), stream.seek(end)
    size = int(length[1])
    end = at + len(head) + size
    block = stream.read(min(size, most))
    stream.seek(max(end - 1, 0))
    if len(block) < min(size, most) or (size and not stream.read(1)):
        # A damaged length may reach beyond records that can be read.
        reached = _next_record(stream, at + len(head))
        return Frame(at, error=f"the record that begins at byte {at} is cut off at byte {reached}"), reached
    return Frame(at, head + block, is_cut=size > most), stream.seek(end)


def _header(stream: IO[bytes], line: bytes) -> bytes:
    """The lines of a header with the empty one that ends it."""
    lines = [line]
    while line.strip() and len(lines) < _LONGEST_HEADER and (line := stream.readline(CHUNK)):
        lines.append(line)
    return b"".join(lines)


def _next_record(stream: IO[bytes], at: int) -> int:
    """Where the next line stands that opens a record, or the end of the file; the stream is there."""
    stream.seek(at)
    window = b""
    while fresh := stream.read(CHUNK):
        window += fresh
        if found := _BEGINS.search(window):
            return stream.seek(at + found.start())
        at += max(0, len(window) - _OPENING)
        window = window[-_OPENING:]
    return stream.seek(at + len(window))
