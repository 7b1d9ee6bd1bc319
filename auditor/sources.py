"""Finding and reading the files to audit."""

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path

from msgspec import Struct

from auditor.parsing.sniff import SUFFIXES

STDIN = "-"


class Source(Struct, frozen=True):
    """Something to audit: a file by its path, or bytes that were read already, or why there is neither."""

    name: str
    path: str = ""
    data: bytes | None = None
    error: str = ""


def find(paths: Iterable[str], *, exclude: Sequence[str] = (), force_exclude: bool = False) -> Iterator[Source]:
    """Files, each once, in the order of the paths; folders and globs in alphabetical order.

    Folders are walked for the suffixes of articles; hidden entries, `exclude` and symbolic links back to a folder
    that was seen are passed by. Files that were named are excluded only with `force_exclude`.
    """
    seen: set[str] = set()
    for given in paths:
        for source in _expand(given, exclude, force=force_exclude):
            if source.name not in seen:
                seen.add(source.name)
                yield source


def read(source: Source, max_bytes: int) -> bytes:
    """The bytes of a source.

    Raises:
        OSError: it cannot be read.
        ValueError: it is larger than `max_bytes`.
    """
    if source.data is not None:
        data = source.data
    else:
        with Path(source.path).open("rb") as file:
            data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise ValueError(f"larger than {max_bytes:,} bytes; raise `max-bytes` in the settings to audit it")
    return data


def shown_name(path: str) -> str:
    """How reports call a path: with slashes, undecodable bytes as escapes."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")


def _expand(given: str, exclude: Sequence[str], *, force: bool) -> Iterator[Source]:
    # os.path, not Path: these answer False where a path is too long, has a null byte or may not be entered.
    if given == STDIN:
        yield Source(STDIN, STDIN)
    elif os.path.isdir(given):  # noqa: PTH112
        yield from _walk(given, exclude)
    elif os.path.lexists(given):
        if not (force and _excluded(given, exclude)):
            yield _named(given)
    elif has_magic(given):
        yield from _globbed(given, exclude, force=force)
    else:
        yield Source(shown_name(given), error="there is no such file or folder; check the path")


def _globbed(pattern: str, exclude: Sequence[str], *, force: bool) -> Iterator[Source]:
    found = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        yield Source(
            shown_name(pattern), error="no file matches this pattern; check it, and quote it against the shell"
        )
    for path in found:
        if not Path(path).is_dir() and not (force and _excluded(path, exclude)):
            yield _named(path)


def _walk(top: str, exclude: Sequence[str]) -> Iterator[Source]:
    folders, seen = [top], set()
    while folders:
        folder = folders.pop()
        try:
            status = Path(folder).stat()
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Source(shown_name(folder), error=f"the folder cannot be read: {error.strerror}")
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        wanted = [e for e in inside if not e.name.startswith(".") and not _excluded(e.path, exclude)]
        yield from (_named(e.path) for e in wanted if _is_article(e))
        folders += [e.path for e in reversed(wanted) if e.is_dir()]


def _is_article(entry: os.DirEntry[str]) -> bool:
    return Path(entry.name).suffix.lower() in SUFFIXES and entry.is_file()


def _excluded(path: str, patterns: Sequence[str]) -> bool:
    name = Path(path).as_posix()
    return any(fnmatch(name, p) or fnmatch(name, f"*/{p}") or fnmatch(Path(path).name, p) for p in patterns)


def _named(path: str) -> Source:
    return Source(shown_name(path), path)
