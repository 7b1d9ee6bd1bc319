"""Files and objects: local paths and `file://` directly, every other scheme (`s3://`, `gs://`) through fsspec.

A file that is not there is a FileNotFoundError, as everywhere. Whatever else a store says is a StoreError: nobody's
fault but the store's, so that no document gets the blame for it.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct

_LOCAL = "file://"
_BYTES = "bytes:"  # before the percent-encoded name of a local file that is no UTF-8
_AHEAD = 8 * 2**20  # bytes of an object that are asked for at a time
_BUFFER = 2**18


class StoreError(Exception):
    """A store does not answer, or refuses. Readers of inputs let it through: it is no damage of the input."""


class Identity(Struct, frozen=True):
    """What tells one state of a file from another: size in bytes, and time of change (ns) or ETag."""

    size: int
    tag: str


def is_remote(path: str) -> bool:
    return "://" in path and not path.startswith((_LOCAL, _BYTES))


def local(path: str) -> Path:
    """The local file that a path names, with `file://` before it or not."""
    if path.startswith(_BYTES):
        return Path(os.fsdecode(unquote_to_bytes(path.removeprefix(_BYTES))))
    return Path(path.removeprefix(_LOCAL))


def escaped(path: str) -> str:
    """A local path that can be sent and written; `local` leads back to the file."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return _BYTES + quote(os.fsencode(path))
    return path


def join(folder: str, *names: str) -> str:
    return "/".join((folder.rstrip("/") or folder, *names))


def identity(path: str) -> Identity:
    """Raises OSError where there is no such file or it cannot be asked."""
    if is_remote(path):
        with _asked(path) as (system, inner):
            info = system.info(inner)
        tag = next((str(info[key]) for key in ("ETag", "etag", "mtime", "LastModified", "created") if key in info), "")
        return Identity(int(info["size"] or 0), tag)
    status = local(path).stat()
    return Identity(status.st_size, str(status.st_mtime_ns))


def open_for_reading(path: str) -> IO[bytes]:
    if is_remote(path):
        with _asked(path) as (system, inner):
            return BufferedReader(_Object(path, system.open(inner, "rb", block_size=_AHEAD)), _BUFFER)
    return local(path).open("rb")


def exists(path: str) -> bool:
    if is_remote(path):
        with _asked(path) as (system, inner):
            return bool(system.exists(inner))
    return local(path).exists()


def under(prefix: str) -> Iterator[str]:
    """Addresses of the objects whose names begin so, in their order."""
    with _asked(prefix) as (system, inner):
        found = sorted(system.find(inner))
    return map(str, map(system.unstrip_protocol, found))


def children(folder: str) -> Iterator[str]:
    """What stands in a folder that may not be there."""
    if is_remote(folder):
        yield from under(folder + "/")
    elif (place := local(folder)).is_dir():
        yield from (join(folder, one.name) for one in sorted(place.iterdir()))


def matching(pattern: str) -> Iterator[str]:
    """Addresses of the objects that a pattern stands for, in their order."""
    with _asked(pattern) as (system, inner):
        found = sorted(system.glob(inner))
    return map(str, map(system.unstrip_protocol, found)) if found else iter([pattern])


def move(path: str, target: str) -> None:
    """A file that may be gone already."""
    try:
        if is_remote(path):
            with _asked(path) as (system, inner), _asked(target) as (_, there):
                system.mv(inner, there)
        else:
            local(target).parent.mkdir(parents=True, exist_ok=True)
            local(path).replace(local(target))
    except FileNotFoundError:
        pass


def read(path: str) -> bytes:
    with open_for_reading(path) as stream:
        return stream.read()


def remove(path: str) -> None:
    """Remove a file that may be gone already."""
    try:
        if is_remote(path):
            with _asked(path) as (system, inner):
                system.rm_file(inner)
        else:
            local(path).unlink()
    except FileNotFoundError:
        pass


def write(path: str, data: bytes) -> None:
    with whole(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def whole(path: str) -> Iterator[Path]:
    """A temporary file that is at `path` in one step when the block ends, and gone when it raises.

    Two writers of one path do not disturb each other; the later one's file stays. Object stores show an object when
    all of it has arrived, so one put is one step there.
    """
    folder = None if is_remote(path) else local(path).parent
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".part-", dir=folder)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        if folder:
            _settle(temporary, local(path))
        else:
            with _asked(path) as (system, inner):
                system.put_file(name, inner)
    finally:
        temporary.unlink(missing_ok=True)


def _settle(temporary: Path, target: Path) -> None:
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    temporary.chmod(0o644)
    temporary.replace(target)


class _Object(RawIOBase):
    """An open object whose store may fail in the middle of it."""

    def __init__(self, path: str, stream: Any) -> None:
        self._path, self._stream = path, stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return int(self._stream.tell())

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return int(self._stream.seek(offset, whence))

    def readinto(self, buffer: Any) -> int:
        with _told(self._path):
            data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


@contextmanager
def _asked(path: str) -> Iterator[tuple[Any, str]]:
    """The file system of an address and the address in it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - local paths need none
    except ImportError:
        from auditor.corpus.settings import needs_corpus  # noqa: PLC0415

        raise needs_corpus("fsspec") from None
    with _told(path):
        yield url_to_fs(path)


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Each store has errors of its own, and few of them are OSErrors."""
    try:
        yield
    except (FileNotFoundError, ImportError, StoreError):
        raise
    except Exception as error:
        raise StoreError(f"{path}: {type(error).__name__}: {error}") from error
