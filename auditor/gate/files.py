"""Paths as settings, baseline and cache name them, and files that are whole or not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO


def relative(name: str, root: Path) -> str:
    """A path as it is called from `root`, with slashes; unchanged where there is no way from one to the other.

    Links in the folders on both sides are followed, so that a file is the same however its folder is called; a file
    that is a link itself keeps its own name.
    """
    folder, own = os.path.split(name.rstrip("/"))
    if own in ("", ".", ".."):
        folder, own = name, ""
    try:
        way = _way(real(folder), real(root))
    except ValueError:  # another drive, or a null byte
        return name
    return f"{way}/{own}".removeprefix("./") if own else way


def identity(path: str) -> str:
    """The file itself, by whatever name and through whatever links it was reached."""
    if os.path.islink(path):  # noqa: PTH114 - this and the next are called for every file of a walk
        return os.path.realpath(path)
    folder, own = os.path.split(path)
    return os.path.join(real(folder), own)  # noqa: PTH118


def real(folder: str | Path) -> str:
    """A folder's own path, whatever links lead to it."""
    return _real(os.path.join(os.getcwd(), folder))  # noqa: PTH109, PTH118 - this is called for every file of a walk


@lru_cache(maxsize=65_536)
def _way(folder: str, root: str) -> str:
    return Path(os.path.relpath(folder, root)).as_posix()


@lru_cache(maxsize=65_536)
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def replace(file: Path, data: bytes) -> None:
    """Write a file at once, see `replacing`."""
    with replacing(file) as stream:
        stream.write(data)


@contextmanager
def replacing(file: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes the file's at the end of the block.

    Who reads the file meanwhile, or after a kill, sees the old one; after an exception it is still there.

    Raises:
        OSError: it cannot be written.
    """
    temporary = file.parent / f".{file.name[:100]}.{os.urandom(8).hex()}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        if file.is_file() and not file.is_symlink():
            temporary.chmod(file.stat().st_mode & 0o777)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
