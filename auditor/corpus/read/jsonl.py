"""JSON Lines, plain or compressed; a position is a byte of the content."""

import codecs
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import msgspec
from msgspec import Struct, structs

from auditor.corpus.read import storage
from auditor.corpus.read.fields import of_fields
from auditor.corpus.read.inflating import CHUNK, DamagedError, inflated, packing
from auditor.corpus.read.item import Item, Tally
from auditor.corpus.settings import Settings

_OVERHEAD = 6  # `\\u0000` is the longest that JSON makes of one byte
_LENIENT = re.compile(rb"\bNaN\b|\bInfinity\b|\\u[dD][89a-fA-F]")
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*+\[\s*+(?:\{|\Z)")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _Line(Struct):
    at: int
    text: bytes
    length: int


def starts(path: str, documents: int) -> list[int]:
    """Counts line ends, and decodes nothing."""
    borders, at, count = [0], 0, 0
    try:
        for piece in _pieces(path, 0):
            if not at and _is_array(piece):
                return borders
            found = piece.find(b"\n")
            while found >= 0:
                count += 1
                if count % documents == 0:
                    borders.append(at + found + 1)
                found = piece.find(b"\n", found + 1)
            at += len(piece)
    except (OSError, DamagedError):
        return borders
    return [border for border in borders if border < at]


def read(path: str, start: int, end: int | None, settings: Settings, tally: Tally) -> Iterator[Item]:
    at = start
    try:
        for line in _lines(path, start, end, _OVERHEAD * settings.max_bytes):
            at = line.at + line.length
            if line.text.isspace():
                continue
            tally.records += 1
            yield _item(path, line, settings)
            if not line.at and _is_array(line.text):
                return
    except (OSError, DamagedError) as error:
        tally.records += 1
        yield Item(id=f"{path}#broken", position=at, error=f"cannot be read after byte {at} of the content: {error}")


def _item(path: str, line: _Line, settings: Settings) -> Item:
    own = Item(id=f"{path}#{line.at}", position=line.at)
    if line.length > len(line.text):
        return structs.replace(own, error=f"the line at byte {line.at} is longer than max_bytes allows")
    if not line.at and _is_array(line.text):
        return structs.replace(own, error="the file is one JSON array, and no line for each document")
    try:
        fields = _decoded(line.text)
    except (ValueError, RecursionError) as error:
        return structs.replace(own, error=f"the line at byte {line.at} is not JSON: {error}")
    return of_fields(fields, own.id, line.at, settings)


def _decoded(text: bytes) -> Any:
    """JSON, and what pandas and Python write that is none: NaN, and halves of a pair of surrogates."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
        if not _LENIENT.search(text) and not text.startswith(codecs.BOM_UTF8):
            raise
    return _whole(json.loads(text.decode("utf-8-sig")))


def _whole(value: Any) -> Any:
    """The same with a replacement character for each half of a pair."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(one) for one in value]
    return {_whole(key): _whole(one) for key, one in value.items()} if isinstance(value, dict) else value


def _is_array(text: bytes) -> bool:
    """Whether a file that begins so is one array over several lines, or of several objects."""
    return bool(_ARRAY.match(text))


def _lines(path: str, start: int, end: int | None, longest: int) -> Iterator[_Line]:
    """Lines that begin in `[start, end)`; of longer ones only the beginning is kept."""
    line = _Line(start, b"", 0)
    for piece in _pieces(path, start):
        for text in _split(piece):
            if end is not None and line.at >= end:
                return
            line.text += text[: max(0, longest - len(line.text))]
            line.length += len(text)
            if text.endswith(b"\n"):
                yield line
                line = _Line(line.at + line.length, b"", 0)
    if line.length and (end is None or line.at < end):
        yield line


def _split(piece: bytes) -> list[bytes]:
    """Lines that end at `\\n` alone."""
    *lines, rest = piece.split(b"\n")
    return [line + b"\n" for line in lines] + ([rest] if rest else [])


def _pieces(path: str, start: int) -> Iterator[bytes]:
    """The content from a position on, in UTF-8."""
    with storage.open_for_reading(path) as stream:
        head = stream.read(8)
        stream.seek(0)
        if not packing(head, path) and not head.startswith(_UTF_16):
            stream.seek(start)
            while data := stream.read(CHUNK):
                yield data
            return
        at = 0
        for piece in _utf_8(inflated(stream, path)):
            if at + len(piece) > start:
                yield piece[max(0, start - at) :]
            at += len(piece)


def _utf_8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    first = next(pieces, b"")
    whole = chain([first], pieces)
    if not first.startswith(_UTF_16):
        yield from whole
        return
    yield from (text.encode("utf-8", "surrogatepass") for text in codecs.iterdecode(whole, "utf-16", "replace"))
