"""The body of an answer as a browser sees it: codings undone one by one.

Crawlers write bodies as they came or already decoded, and keep the header in either case. So a coding that does not
fit the bytes is no error: they are taken as they are.
"""

import re
import zlib
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from auditor.corpus.read.inflating import GZIP, ZSTD, unpacked
from auditor.corpus.read.records import Headers

_CHUNK = re.compile(rb"[ \t]{0,9}([0-9a-fA-F]{1,8})[ \t]{0,9}(?:;[^\r\n]{0,999})?\r?\n")
_LONGEST_SIZE = 4  # bytes of a length that is cut off itself
_MOST_CODINGS = 8


class Payload(Struct, frozen=True):
    data: bytes
    is_cut: bool = False  # a coding ends before its end


def payload(body: bytes, headers: Headers, most: int) -> Payload:
    """The first `most` bytes and some more."""
    found = Payload(body)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        found = dechunked(body)
    for name in reversed(_codings(headers)):
        undone = _UNDONE[name](found.data, most) if name in _UNDONE else None
        found = Payload(undone.data, undone.is_cut or found.is_cut) if undone else found
    undone = _gzip(found.data, most)  # that no header speaks of
    return Payload(undone.data, undone.is_cut or found.is_cut) if undone else found


def dechunked(body: bytes) -> Payload:
    """The chunks of a body; all of it where what should be the length of a chunk is none."""
    pieces, at = list[bytes](), 0
    while size := _CHUNK.match(body, at):
        begin, length = size.end(), int(size[1], 16)
        pieces.append(body[begin : begin + length])
        at = begin + length
        if not length:
            return Payload(b"".join(pieces))
        at += len(body[at : at + 2]) if body[at : at + 2] == b"\r\n" else int(body[at : at + 1] == b"\n")
        if at >= len(body):
            return Payload(b"".join(pieces), is_cut=True)
    is_cut_there = pieces and len(body) - at < _LONGEST_SIZE
    return Payload(b"".join(pieces), is_cut=True) if is_cut_there else Payload(body)


def _codings(headers: Headers) -> list[str]:
    """In the order in which they were applied; those of the transfer came last."""
    given = f"{headers.get('content-encoding', '')},{headers.get('transfer-encoding', '')}".lower()
    return [name for name in (one.strip() for one in given.split(",")) if name not in {"", "chunked", "identity"}][
        :_MOST_CODINGS
    ]


def _gzip(data: bytes, most: int) -> Payload | None:
    return _packed(data, most) if data.startswith(GZIP) else None


def _zstd(data: bytes, most: int) -> Payload | None:
    return _packed(data, most) if data.startswith(ZSTD) else None


def _packed(data: bytes, most: int) -> Payload | None:
    inside, is_whole = unpacked(data, "", most)
    return Payload(inside, not is_whole) if inside or is_whole else None


def _deflate(data: bytes, most: int) -> Payload | None:
    """With the header of zlib, as the standard asks, or without one, as some servers answer."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflate = zlib.decompressobj(bits)
        try:
            inside = inflate.decompress(data, most + 1)
        except zlib.error:
            continue
        if inside:
            return Payload(inside, not inflate.eof and len(inside) <= most)
    return None


def _brotli(data: bytes, most: int) -> Payload | None:
    try:
        import brotli  # noqa: PLC0415 - few answers need it
    except ImportError:
        from auditor.corpus.settings import needs_corpus  # noqa: PLC0415

        raise needs_corpus("brotli") from None
    inflate: Any = brotli.Decompressor()
    try:
        inside = inflate.process(data, output_buffer_limit=most + 1)
    except brotli.error:
        return None
    return Payload(inside, not inflate.is_finished() and len(inside) <= most) if inside else None


_UNDONE: dict[str, Callable[[bytes, int], Payload | None]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
