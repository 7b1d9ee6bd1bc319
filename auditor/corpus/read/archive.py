"""Articles in `.zip` and `.tar` archives; a position is the number of a member."""

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from typing import IO

from auditor.corpus.read import Item, storage
from auditor.corpus.read.shard import is_article
from auditor.corpus.settings import Settings

_Member = tuple[str, Callable[[], IO[bytes] | None]]
_BROKEN = (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError)


def starts(path: str, documents: int) -> Iterator[int]:
    try:
        with storage.open_for_reading(path) as stream:
            for number, _ in enumerate(_members(path, stream, 0, None)):
                if number % documents == 0:
                    yield number
    except _BROKEN:
        return


def read(path: str, start: int, end: int | None, settings: Settings) -> Iterator[Item]:
    last = "its start"
    try:
        with storage.open_for_reading(path) as stream:
            for name, opened in _members(path, stream, start, end):
                yield _item(path, name, opened, settings.max_bytes)
                last = name
    except _BROKEN as error:
        yield Item(id=f"{path}#broken", error=f"the archive is broken after {last}: {error}")


def _item(path: str, name: str, opened: Callable[[], IO[bytes] | None], max_bytes: int) -> Item:
    own = f"{path}#{name}"
    try:
        with opened() or BytesIO() as member:
            return Item(id=own, data=member.read(max_bytes + 1), name=name)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        return Item(id=own, error=f"the member cannot be read: {error}")


def _members(path: str, stream: IO[bytes], start: int, end: int | None) -> Iterator[_Member]:
    inside = _zipped(stream) if path.lower().endswith(".zip") else _taped(stream)
    return islice(inside, start, end)


def _zipped(stream: IO[bytes]) -> Iterator[_Member]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if is_article(info.filename):
                yield info.filename, partial(archive.open, info)


def _taped(stream: IO[bytes]) -> Iterator[_Member]:
    with tarfile.open(fileobj=stream, mode="r:*") as archive:
        for info in archive:
            if info.isfile() and is_article(info.name):
                yield info.name, partial(archive.extractfile, info)
            archive.members = []  # type: ignore[attr-defined]  # else every header stays in memory
        if archive.fileobj is stream and not _ends_well(stream, archive.offset):
            raise EOFError(f"the file is cut off at byte {stream.seek(0, 2)}")


def _ends_well(stream: IO[bytes], end: int) -> bool:
    """A block of zeros ends a tape; without one `tarfile` ends in silence."""
    stream.seek(end)
    return stream.read(tarfile.BLOCKSIZE) == bytes(tarfile.BLOCKSIZE)
