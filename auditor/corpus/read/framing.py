"""Where the records of a WARC or ARC file begin and end, and where it is damaged."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any

from msgspec import Struct

from auditor.corpus.read import inflating
from auditor.corpus.read.inflating import CHUNK, GZIP, ZSTD, ZSTD_DICTIONARY, DamagedError
from auditor.corpus.read.members import Member

_ARC = rb"[a-z]{2,9}:[^\r\n]{1,4096} \d{8,14} [^ \r\n]{1,256} (?:[^ \r\n]{1,256} ){0,5}"  # but for its length
ARC_LINE = re.compile(_ARC + rb"(\d{1,15})\r?\n", re.IGNORECASE)
IS_DOCUMENT = re.compile(
    rb"^(?:WARC-Type:[ \t]*+(?:response|resource|conversion)|https?:[^\r\n]{1,2048} \d{8,14} [^ \r\n]{1,256} )",
    re.IGNORECASE | re.MULTILINE,
)
_LENGTH = re.compile(rb"^Content-Length:[ \t]*+(\d{1,15})", re.IGNORECASE | re.MULTILINE)
_BEGINS = re.compile(
    rb"WARC/\d\.\d{1,2}[ \t]{0,9}\r?\n|(?<=\n)https?:[^\s]{1,2048} [\d.:a-f]{3,45} \d{14} [^ \r\n]{1,99} "
)
OPENINGS = (b"WARC/", b"filed", b"http:", b"https", b"dns:")  # the first bytes of records
_OPENING = 2_300  # bytes of such a line
_LONGEST_HEADER = 2_000  # lines
_PADDING = b"\0 \t\r\n"
_LARGEST_DICTIONARY = 16_000_000  # bytes
_PACKED = {"gz": "gzip member", "zst": "Zstandard frame"}


class Frame(Struct, frozen=True):
    """The bytes of one record, decompressed, or what stands in the place of one."""

    at: int  # byte of the file at which it begins, or at which the member begins that holds it
    within: int = 0  # byte of what is decompressed there
    head: bytes = b""
    block: bytes = b""
    is_cut: bool = False  # there was more than was asked for
    is_short: bool = False  # there is less than its header says
    error: str = ""


def framed(stream: IO[bytes], path: str, start: int, most: int) -> Iterator[Frame]:
    """Records from a position on, of the block of each the first `most` bytes."""
    stream.seek(0)
    kind = inflating.packing(head := stream.read(CHUNK), path)
    if kind in {"gz", "zst"}:
        dictionary = _dictionary(head, stream) if kind == "zst" else b""
        yield from _zipped(stream, kind, inflating.decompressor(kind, dictionary), start, most)
    else:
        yield from _plain(stream, start, most)


def opens_record(data: bytes, new: Callable[[], Any] = inflating.gunzip) -> bool:
    """Whether packed bytes begin with a record."""
    try:
        return bool(new().decompress(data[: inflating.SIP])[:5] in OPENINGS)
    except Exception:  # noqa: BLE001 - each package has an exception of its own
        return False


def _zipped(stream: IO[bytes], kind: str, new: Callable[[], Any], at: int, most: int) -> Iterator[Frame]:
    """Every record is a member of its own, as the standard asks, or several share one."""
    stream.seek(at)
    window = stream.read(CHUNK)
    while window:
        if passed := _between(window):
            at += passed
            window = window[passed:] or _read_at(stream, at)
            continue
        passed = 0
        try:
            member = Member(stream, window, new, inflating.sip_of(kind))
            for frame in _records(member, at, most):
                yield frame
                passed = member.passed
            used, window = member.used, member.rest
        except DamagedError:
            used, window = _skip(stream, _read_at(stream, at), kind, new)
            error = f"bytes {at} to {at + used - 1} of the file are no whole {_PACKED[kind]}"
            yield Frame(at, passed, error=error)
        at += used
        window = window or stream.read(CHUNK)


def _read_at(stream: IO[bytes], at: int) -> bytes:
    stream.seek(at)
    return stream.read(CHUNK)


def _between(window: bytes) -> int:
    """Bytes that belong to no member: archives on tape are padded, and Zstandard has frames to be skipped."""
    if window.startswith(ZSTD_DICTIONARY):
        return 8 + int.from_bytes(window[4:8], "little")
    return len(window) - len(window.lstrip(b"\0"))


def _records(member: Member, at: int, most: int) -> Iterator[Frame]:
    """What a member holds. A record is told when what follows it was reached, so that damage in it is known."""
    held = None
    while line := member.line():
        if not line.strip(_PADDING):
            continue
        if held:
            yield held
        within = member.passed - len(line)
        head = _header(member.line, line)
        size = _size(head)
        if size is None:
            held = Frame(at, within, head, error=_no_record(at, within, head))
            break
        block = member.read(min(size, most))
        there = len(block) + member.skip(size - len(block))
        held = Frame(at, within, head, block, is_cut=size > most, is_short=there < size)
    member.drain()
    if member.is_cut:
        said = f"the file is cut off at byte {at + member.used}, in the record that begins at {at}"
        yield Frame(at, held.within if held else 0, held.head if held else b"", error=said)
    elif held:
        yield held


def _no_record(at: int, within: int, head: bytes) -> str:
    place = f"byte {at}" + (f", {within} bytes into it," if within else "")
    return f"the record at {place} does not say its length" if head.startswith(b"WARC/") else f"no record at {place}"


def _skip(stream: IO[bytes], window: bytes, kind: str, new: Callable[[], Any]) -> tuple[int, bytes]:
    """The bytes up to the next member that holds a record, and what was read from there on."""
    skipped, magic = 0, GZIP if kind == "gz" else ZSTD
    while True:
        found = window.find(magic, 0 if skipped else 1)
        while found >= 0:
            if len(window) - found < CHUNK:
                window += stream.read(CHUNK)
            if opens_record(window[found : found + CHUNK], new):
                return skipped + found, window[found:]
            found = window.find(magic, found + 1)
        kept = len(magic) - 1
        skipped += len(window) - kept
        window = window[-kept:] + (fresh := stream.read(CHUNK))
        if not fresh:
            return skipped + kept, b""


def _plain(stream: IO[bytes], at: int, most: int) -> Iterator[Frame]:
    stream.seek(at)
    while line := stream.readline(CHUNK):
        if not line.strip(_PADDING):
            at += len(line)
            continue
        frame, after = _record(stream, line, at, most)
        yield frame
        at = after


def _record(stream: IO[bytes], line: bytes, at: int, most: int) -> tuple[Frame, int]:
    """The record that begins with a line, and where it ends."""
    head = _header(partial(stream.readline, CHUNK), line)
    size = _size(head)
    if size is None:
        end = _next_record(stream, at + 1)
        cut = "; the file is cut off there" if head.startswith(b"WARC/") and not stream.read(1) else ""
        return Frame(at, 0, head, error=f"bytes {at} to {end - 1} of the file are no WARC record{cut}"), stream.seek(
            end
        )
    end = at + len(head) + size
    block = stream.read(min(size, most))
    stream.seek(max(end - 1, 0))
    if len(block) < min(size, most) or (size and not stream.read(1)):
        # A damaged length may reach beyond records that can be read.
        reached = _next_record(stream, at + len(head))
        return Frame(at, 0, head, error=f"the record that begins at byte {at} is cut off at byte {reached}"), reached
    return Frame(at, 0, head, block, is_cut=size > most), stream.seek(end)


def _size(head: bytes) -> int | None:
    """The length of the block that follows a header; none where it is no header."""
    found = _LENGTH.search(head) if head.startswith(b"WARC/") else ARC_LINE.fullmatch(head)
    return int(found[1]) if found else None


def _header(readline: Callable[[], bytes], line: bytes) -> bytes:
    """The lines of a WARC header with the empty one that ends it; of an ARC record its one line."""
    if not line.startswith(b"WARC/"):
        return line
    lines = [line]
    while line.strip() and len(lines) < _LONGEST_HEADER and (line := readline()):
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
        passed = max(0, len(window) - _OPENING)
        at, window = at + passed, window[passed:]
    return stream.seek(at + len(window))


def _dictionary(head: bytes, stream: IO[bytes]) -> bytes:
    """What a `.warc.zst` begins with where its frames were packed with words in common."""
    if not head.startswith(ZSTD_DICTIONARY):
        return b""
    size = min(int.from_bytes(head[4:8], "little"), _LARGEST_DICTIONARY)
    stream.seek(8)
    return inflating.unpacked(stream.read(size), "", _LARGEST_DICTIONARY)[0]
