"""Articles in `.zip` and `.tar` archives; a position is the number of a member.

Members that are crawl files themselves are read as such, each whole; other data in an archive is passed by.
"""

import lzma
import mimetypes
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from itertools import islice
from typing import IO

from msgspec import structs

from auditor.corpus.read import storage, wacz, warc
from auditor.corpus.read.files import page
from auditor.corpus.read.item import Item, Tally
from auditor.corpus.read.pages import class_of
from auditor.corpus.read.shard import OTHERS, is_article, kind
from auditor.corpus.settings import Settings

_Member = tuple[str, Callable[[], IO[bytes] | None]]
_BROKEN = (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError)
# Such a member costs itself alone: one that unpacks without bound, too.
_OF_ONE_MEMBER = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, MemoryError, RuntimeError, NotImplementedError)
_HIDDEN = re.compile(r"(?:^|/)[._][^/]")  # and what macOS and Delta put beside data
_TYPES = mimetypes.MimeTypes(filenames=())  # none of this machine's own


def starts(path: str, documents: int) -> Iterator[int]:
    if _is_wacz(path):
        yield from wacz.starts(path, documents)
        return
    try:
        with storage.open_for_reading(path) as stream:
            for number, _ in enumerate(_members(stream, 0, None)):
                if number % documents == 0:
                    yield number
    except _BROKEN:
        return


def read(path: str, start: int, end: int | None, settings: Settings, tally: Tally) -> Iterator[Item]:
    if _is_wacz(path):
        yield from wacz.read(path, start, end, settings, tally)
        return
    last, number = "its start", start
    try:
        with storage.open_for_reading(path) as stream:
            for number, (name, opened) in enumerate(_members(stream, start, end), start):
                yield from _items(path, name, number, opened, settings, tally)
                last = name
    except _BROKEN as error:
        tally.records += 1
        yield Item(id=f"{path}#broken", position=number + 1, error=f"the archive is broken after {last}: {error}")


def _items(  # noqa: PLR0917
    path: str, name: str, number: int, opened: Callable[[], IO[bytes] | None], settings: Settings, tally: Tally
) -> Iterator[Item]:
    own = Item(id=f"{path}#{name}", position=number)
    if kind(name) == "warc" and not _HIDDEN.search(name):
        with opened() or BytesIO() as member:
            for item in warc.read_from(member, own.id, 0, None, settings, tally):
                yield structs.replace(item, source=own.id)
        return
    tally.records += 1
    if why := _passed(name):
        yield structs.replace(own, skipped=why)
        return
    try:
        with opened() or BytesIO() as member:
            data = member.read(settings.max_bytes + 1)
    except _OF_ONE_MEMBER as error:
        yield structs.replace(own, error=f"the member cannot be read: {str(error) or type(error).__name__}")
        return
    yield page(own, name, data, settings.max_bytes, is_named=is_article(name))


def _passed(name: str) -> str:
    """Why a member is no document, by its name."""
    if _HIDDEN.search(name):
        return "hidden file"
    if kind(name) != "files":
        return "data in an archive"
    if OTHERS.search(name):
        return class_of(_TYPES.guess_type(name)[0] or "")
    return ""


def _is_wacz(path: str) -> bool:
    return path.lower().endswith(".wacz")


def _members(stream: IO[bytes], start: int, end: int | None) -> Iterator[_Member]:
    is_zip = zipfile.is_zipfile(stream)
    stream.seek(0)
    return islice(_zipped(stream) if is_zip else _taped(stream), start, end)


def _zipped(stream: IO[bytes]) -> Iterator[_Member]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield info.filename, partial(archive.open, info)


def _taped(stream: IO[bytes]) -> Iterator[_Member]:
    with tarfile.open(fileobj=stream, mode="r:*") as archive:
        for info in archive:
            if info.isfile():
                yield info.name, partial(archive.extractfile, info)
            archive.members = []  # type: ignore[attr-defined]  # else every header stays in memory
        if archive.fileobj is stream and not _ends_well(stream, archive.offset):
            raise EOFError(f"the file is cut off at byte {stream.seek(0, 2)}")


def _ends_well(stream: IO[bytes], end: int) -> bool:
    """A block of zeros ends a tape; without one `tarfile` ends in silence."""
    stream.seek(end)
    return stream.read(tarfile.BLOCKSIZE) == bytes(tarfile.BLOCKSIZE)
