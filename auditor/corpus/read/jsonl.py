"""JSON Lines, plain or compressed; a position is a byte of the content."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from auditor.corpus.read import Item, storage
from auditor.corpus.read.inflating import CHUNK, DamagedError, inflated
from auditor.corpus.settings import Settings

_OVERHEAD = 6  # `\\u0000` is the longest that JSON makes of one byte


class _Line(Struct):
    at: int
    text: bytes
    length: int


def starts(path: str, documents: int) -> list[int]:
    """Counts line ends, and decodes nothing."""
    borders, at, count = [0], 0, 0
    try:
        for piece in _pieces(path, 0):
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


def read(path: str, start: int, end: int | None, settings: Settings) -> Iterator[Item]:
    at = start
    try:
        for line in _lines(path, start, end, _OVERHEAD * settings.max_bytes):
            at = line.at + line.length
            if line.length > len(line.text):
                yield Item(id=f"{path}#{line.at}", error=f"the line at byte {line.at} is longer than max_bytes allows")
            elif not line.text.isspace():
                yield _item(path, line, settings)
    except (OSError, DamagedError) as error:
        yield Item(id=f"{path}#broken", error=f"cannot be read after byte {at} of the content: {error}")


def _item(path: str, line: _Line, settings: Settings) -> Item:
    own = f"{path}#{line.at}"
    try:
        fields = msgspec.json.decode(line.text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Item(id=own, error=f"the line at byte {line.at} is not JSON: {error}")
    return of_fields(fields, own, settings)


def of_fields(fields: Any, own: str, settings: Settings) -> Item:
    """The item that named fields make; without an id of their own it is `own`."""
    if not isinstance(fields, dict):
        return Item(id=own, error="not an object with named fields")
    text = fields.get(settings.text_field)
    given = fields.get(settings.id_field)
    name = own if given is None else str(given)
    if not isinstance(text, str | bytes):
        known = ", ".join(map(str, list(fields)[:20]))
        return Item(id=name, error=f"the field {settings.text_field!r} holds no text; the fields are: {known}")
    url = fields.get(settings.url_field)
    return Item(id=name, data=text, url=url if isinstance(url, str) and url else None)


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
    """The content from a position on."""
    with storage.open_for_reading(path) as stream:
        if not path.lower().endswith((".gz", ".zst")):
            stream.seek(start)
            while data := stream.read(CHUNK):
                yield data
            return
        at = 0
        for piece in inflated(stream, path):
            if at + len(piece) > start:
                yield piece[max(0, start - at) :]
            at += len(piece)
