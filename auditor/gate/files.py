"""Paths as settings, baseline and cache name them, and files that are whole or not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def relative(name: str, root: Path) -> str:
    """A path as it is called from `root`, with slashes; unchanged where there is no way from one to the other."""
    try:
        return Path(os.path.relpath(name, root)).as_posix()
    except ValueError:  # another drive, or a null byte
        return name


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
