"""Decompression that tells where a file is cut off; `gzip` and `zstandard` streams end there in silence."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import IO, Any

_ZLIB: Any = import_module("isal.isal_zlib" if find_spec("isal") else "zlib")  # the first is more than twice as fast
BadGzip = _ZLIB.error
CHUNK = 65_536  # bytes read at a time; of gzip at most a thousand times as many come out
_SIP = 512  # bytes of Zstandard at a time: four of them can stand for a block of 128 KiB
_WINDOW = 2**27  # bytes that a Zstandard stream may look back, what its own command allows


class DamagedError(Exception):
    """The text names the byte of the file at which it cannot be read on."""


def gunzip() -> Any:
    """A decompressor of one gzip member; raises BadGzip."""
    return _ZLIB.decompressobj(31)


def inflated(stream: IO[bytes], path: str) -> Iterator[bytes]:
    """The content of a plain, gzip or Zstandard file, piece by piece.

    Raises:
        DamagedError: the file is cut off, or its content is not of the kind that its name says.
    """
    if path.lower().endswith(".gz"):
        yield from _members(stream, gunzip, CHUNK)
    elif path.lower().endswith(".zst"):
        yield from _members(stream, _zstandard(), _SIP)
    else:
        while data := stream.read(CHUNK):
            yield data


def _members(stream: IO[bytes], new: Callable[[], Any], size: int) -> Iterator[bytes]:
    inflate, at = None, 0
    while data := stream.read(size):
        at += len(data)
        while data := data if inflate else data.lstrip(b"\0"):  # archives on tape are padded
            inflate = inflate or new()
            try:
                yield inflate.decompress(data)
            except Exception as error:  # each package has an exception of its own
                raise DamagedError(f"compressed data is damaged near byte {at - len(data)}: {error}") from error
            data, inflate = (inflate.unused_data, None) if inflate.eof else (b"", inflate)
    if inflate:
        raise DamagedError(f"the file is cut off at byte {at}, in the middle of compressed data")


def _zstandard() -> Callable[[], Any]:
    try:
        import zstandard  # noqa: PLC0415 - few inputs need it
    except ImportError:
        from auditor.corpus.settings import needs_corpus  # noqa: PLC0415

        raise needs_corpus("zstandard") from None
    return lambda: zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
