"""WACZ: a zip whose WARC files are stored as they are, so that a shard begins at a byte of it like one of a WARC."""

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import SEEK_CUR, SEEK_SET, BufferedReader, RawIOBase
from typing import IO

from msgspec import Struct, structs

from auditor.corpus.read import storage, warc
from auditor.corpus.read.item import Item, Tally
from auditor.corpus.read.shard import kind
from auditor.corpus.settings import Settings

_HEADER = 30  # bytes of a member's header in the file, without its names
_PACKED = "a WARC file in a WACZ is stored and not packed once more; unpack this one"
_BROKEN = (OSError, EOFError, zipfile.BadZipFile, RuntimeError, NotImplementedError)


class _Member(Struct, frozen=True):
    name: str
    at: int  # byte of the file at which its content begins
    size: int
    is_stored: bool


def starts(path: str, documents: int) -> Iterator[int]:
    yield 0
    with suppress(*_BROKEN), storage.open_for_reading(path) as stream:
        crawls = [member for member in _members(stream) if _is_crawl(member) and member.is_stored]
        for number, member in enumerate(crawls):
            begins = warc.starts_in(_content(stream, member), member.name, documents)
            yield from (member.at + begin for begin in begins[0 if number else 1 :])


def read(path: str, start: int, end: int | None, settings: Settings, tally: Tally) -> Iterator[Item]:
    try:
        with storage.open_for_reading(path) as stream:
            for member in _members(stream):
                if member.at + member.size > start and (end is None or member.at < end):
                    yield from _items(stream, path, member, (start, end), settings, tally)
    except _BROKEN as error:
        tally.records += 1
        yield Item(id=f"{path}#broken", position=-1, error=f"the archive is broken: {error}")


def _items(  # noqa: PLR0917
    stream: IO[bytes], path: str, member: _Member, span: tuple[int, int | None], settings: Settings, tally: Tally
) -> Iterator[Item]:
    source, (start, end) = f"{path}#{member.name}", span
    if not _is_crawl(member) or not member.is_stored:
        if member.at >= start:
            tally.records += 1
            error = _PACKED if _is_crawl(member) else ""
            yield Item(id=source, source=source, error=error, skipped="" if error else "index of a WACZ")
        return
    first, last = max(0, start - member.at), None if end is None else end - member.at
    for item in warc.read_from(_content(stream, member), source, first, last, settings, tally):
        yield structs.replace(item, source=source)


def _is_crawl(member: _Member) -> bool:
    return kind(member.name) == "warc"


def _members(stream: IO[bytes]) -> list[_Member]:
    with zipfile.ZipFile(stream) as archive:
        return sorted(
            (
                _Member(info.filename, _begin(stream, info), info.file_size, info.compress_type == zipfile.ZIP_STORED)
                for info in archive.infolist()
                if not info.is_dir()
            ),
            key=lambda member: member.at,
        )


def _begin(stream: IO[bytes], info: zipfile.ZipInfo) -> int:
    stream.seek(info.header_offset)
    head = stream.read(_HEADER)
    lengths = (int.from_bytes(head[i : i + 2], "little") for i in (26, 28))
    return info.header_offset + _HEADER + sum(lengths)


def _content(stream: IO[bytes], member: _Member) -> IO[bytes]:
    return BufferedReader(_Slice(stream, member.at, member.size), 65_536)


class _Slice(RawIOBase):
    """Bytes of a file, as a file."""

    def __init__(self, stream: IO[bytes], at: int, size: int) -> None:
        self._stream, self._at, self._size, self._place = stream, at, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        base = 0 if whence == SEEK_SET else self._place if whence == SEEK_CUR else self._size
        self._place = max(0, base + offset)
        return self._place

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._stream.seek(self._at + self._place)
        data = self._stream.read(max(0, min(len(buffer), self._size - self._place)))
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)
