"""Files and objects: local paths directly, everything with a scheme (`s3://`, `gs://`, `memory://`) through fsspec."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from msgspec import Struct


class Identity(Struct, frozen=True):
    """What tells one state of a file from another: size in bytes, and time of change (ns) or ETag."""

    size: int
    tag: str


def is_remote(path: str) -> bool:
    return "://" in path


def join(folder: str, *names: str) -> str:
    return "/".join((folder.rstrip("/") or folder, *names))


def identity(path: str) -> Identity:
    """Raises OSError where there is no such file or it cannot be asked."""
    if is_remote(path):
        system, inner = _system(path)
        info = system.info(inner)
        tag = next((str(info[key]) for key in ("ETag", "etag", "mtime", "LastModified", "created") if key in info), "")
        return Identity(int(info["size"] or 0), tag)
    status = Path(path).stat()
    return Identity(status.st_size, str(status.st_mtime_ns))


def open_for_reading(path: str) -> IO[bytes]:
    if is_remote(path):
        system, inner = _system(path)
        return system.open(inner, "rb")  # type: ignore[no-any-return]
    return Path(path).open("rb")


def exists(path: str) -> bool:
    if is_remote(path):
        system, inner = _system(path)
        return bool(system.exists(inner))
    return Path(path).exists()


def read(path: str) -> bytes:
    with open_for_reading(path) as stream:
        return stream.read()


def remove(path: str) -> None:
    """Remove a file that may be gone already."""
    try:
        if is_remote(path):
            system, inner = _system(path)
            system.rm_file(inner)
        else:
            Path(path).unlink()
    except FileNotFoundError:
        pass


def write(path: str, data: bytes) -> None:
    with whole(path) as temporary:
        temporary.write_bytes(data)


@contextmanager
def whole(path: str) -> Iterator[Path]:
    """A temporary file that is at `path` in one step when the block ends, and gone when it raises.

    Two writers of one path do not disturb each other; the later one's file stays.
    """
    local = None if is_remote(path) else Path(path).parent
    if local:
        local.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".part-", dir=local)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        if local:
            _settle(temporary, Path(path))
        else:
            system, inner = _system(path)
            system.makedirs(inner.rpartition("/")[0], exist_ok=True)
            system.put_file(name, inner)
    finally:
        temporary.unlink(missing_ok=True)


def _settle(temporary: Path, target: Path) -> None:
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    temporary.chmod(0o644)
    temporary.replace(target)


def _system(path: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - local paths need none
    except ImportError:
        from auditor.corpus.settings import needs_corpus  # noqa: PLC0415

        raise needs_corpus("fsspec") from None
    system, inner = url_to_fs(path)
    return system, inner
