"""Paths as settings, baseline and cache name them, and files that are whole or not there."""

import os
from pathlib import Path


def relative(name: str, root: Path) -> str:
    """A path as it is called from `root`, with slashes; unchanged where there is no way from one to the other."""
    try:
        return Path(os.path.relpath(name, root)).as_posix()
    except ValueError:  # another drive, or a null byte
        return name


def replace(file: Path, data: bytes) -> None:
    """Write a file at once: who reads it at the same time, or after a kill, sees the old one or the new one.

    Raises:
        OSError: it cannot be written.
    """
    import tempfile  # noqa: PLC0415 - a run that writes nothing needs none

    handle, temporary = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(_mode(file))
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(file: Path) -> int:
    """That of the file that is replaced, else what a new file is given here."""
    try:
        return file.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
