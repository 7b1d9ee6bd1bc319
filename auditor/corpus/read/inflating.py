"""Decompression that tells where a file is cut off; `gzip` and `zstandard` streams end there in silence.

How a file is packed is told by its first bytes: names of crawl files say what they were once.
"""

import bz2
import lzma
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import IO, Any

_ZLIB: Any = import_module("isal.isal_zlib" if find_spec("isal") else "zlib")  # the first is more than twice as fast
BadGzip = _ZLIB.error
CHUNK = 65_536  # bytes read at a time; of gzip at most a thousand times as many come out
SIP = 512  # bytes of other kinds at a time: four of Zstandard can stand for a block of 128 KiB
_PART = 2**22  # bytes that come out at a time, where that can be said
_WINDOW = 2**27  # bytes that a Zstandard stream may look back, what its own command allows
_XZ_MEMORY = 2**28  # what `xz -9` needs is a quarter of it
GZIP, ZSTD, ZSTD_DICTIONARY = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"
_MAGIC = {GZIP: "gz", ZSTD: "zst", ZSTD_DICTIONARY: "zst", b"\xfd7zXZ\0": "xz", b"BZh": "bz2"}
_NAMED = {".gz": "gz", ".tgz": "gz", ".zst": "zst", ".xz": "xz", ".bz2": "bz2"}


class DamagedError(Exception):
    """The text names the byte of the file at which it cannot be read on."""


def packing(head: bytes, name: str = "") -> str:
    """How a file that begins so is packed: gz, zst, xz, bz2, or not at all.

    What begins with a control character is no text; there the name counts, so that the damage is told once.
    """
    found = next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), "")
    if found or not head or (head[0] >= 0x09 and head[:4] != b"PAR1"):
        return found
    return next((kind for suffix, kind in _NAMED.items() if name.lower().endswith(suffix)), "")


def gunzip() -> Any:
    """A decompressor of one gzip member; raises BadGzip."""
    return _ZLIB.decompressobj(31)


def decompressor(kind: str, dictionary: bytes = b"") -> Callable[[], Any]:
    """Makes decompressors of one member, each with `decompress`, `eof` and `unused_data`."""
    if kind == "zst":
        return _zstandard(dictionary)
    if kind == "xz":
        return lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
    return bz2.BZ2Decompressor if kind == "bz2" else gunzip


def sip_of(kind: str) -> int:
    """Bytes that may be inflated at a time."""
    return CHUNK if kind == "gz" else SIP


def inflated(stream: IO[bytes], path: str) -> Iterator[bytes]:
    """The content of a file, plain or packed, piece by piece.

    Raises:
        DamagedError: the file is cut off, or its content is not of the kind that its name says.
    """
    head = stream.read(CHUNK)
    stream.seek(0)
    if kind := packing(head, path):
        yield from _members(stream, decompressor(kind), sip_of(kind))
    else:
        while data := stream.read(CHUNK):
            yield data


def unpacked(data: bytes, name: str, most: int) -> tuple[bytes, bool]:
    """Packed bytes as they were, the first `most` and some more; and whether they are whole."""
    kind = packing(data[:8], name)
    if not kind:
        return data, True
    inflate, pieces, held, at, size = decompressor(kind)(), list[bytes](), 0, 0, sip_of(kind)
    try:
        while at < len(data) and held <= most and not inflate.eof:
            for piece in _pieces(inflate, data[at : at + size]):
                pieces.append(piece)
                held += len(piece)
                if held > most:
                    break
            at += size
    except Exception:  # noqa: BLE001 - each package has an exception of its own; what came before it counts
        return b"".join(pieces), False
    return b"".join(pieces), bool(inflate.eof) or held > most


def _pieces(inflate: Any, data: bytes) -> Iterator[bytes]:
    """What some bytes stand for: of bzip2 40 can stand for 46 MB, so it is asked for a part at a time, as is xz."""
    if not hasattr(inflate, "needs_input"):
        yield inflate.decompress(data)
        return
    yield inflate.decompress(data, _PART)
    while not (inflate.eof or inflate.needs_input):
        yield inflate.decompress(b"", _PART)


def _members(stream: IO[bytes], new: Callable[[], Any], size: int) -> Iterator[bytes]:
    inflate, at = None, 0
    while data := stream.read(size):
        at += len(data)
        while data := data if inflate else data.lstrip(b"\0"):  # archives on tape are padded
            inflate = inflate or new()
            try:
                yield from _pieces(inflate, data)
            except Exception as error:  # each package has an exception of its own
                raise DamagedError(f"compressed data is damaged near byte {at - len(data)}: {error}") from error
            data, inflate = (inflate.unused_data, None) if inflate.eof else (b"", inflate)
    if inflate:
        raise DamagedError(f"the file is cut off at byte {at}, in the middle of compressed data")


def _zstandard(dictionary: bytes) -> Callable[[], Any]:
    try:
        import zstandard  # noqa: PLC0415 - few inputs need it
    except ImportError:
        from auditor.corpus.settings import needs_corpus  # noqa: PLC0415

        raise needs_corpus("zstandard") from None
    known = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    return lambda: zstandard.ZstdDecompressor(dict_data=known, max_window_size=_WINDOW).decompressobj()
