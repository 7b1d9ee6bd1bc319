"""What a caller gives as a source, as text: bytes, text, a path, an open file, a soup."""

import os
import stat
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from auditor.parsing.opening import Opened, opened
from auditor.text.nearest import nearest

MAX_BYTES = 64_000_000  # of a file, as `max-bytes` of the settings
_LONGEST_NAME = 4_096  # bytes of a path
_Named = TypeVar("_Named", bound=StrEnum)


def text_of(source: Any, name: str | None, charset: str | None, max_chars: int) -> tuple[Opened, str]:
    """The text of a source, and what it is called.

    Raises:
        ValueError: it is too large, no text, no file, or the name of a file instead of the file.
        TypeError: it is of another type, or a charset is given for what is text already.
        OSError: it cannot be read.
    """
    called = name or ""
    if isinstance(source, PathLike):
        path = Path(source)
        source, called = _of_path(path), called or path.as_posix()
    elif _is_file(source):
        own = getattr(source, "name", "")
        source, called = _of_file(source, max_chars), called or (own if isinstance(own, str) else "")
    if isinstance(source, bytes | bytearray | memoryview):
        return opened(bytes(source), charset, max_chars), _shown(called)
    if not isinstance(source, str) and not is_soup(source):
        raise TypeError(
            f"source must be bytes, str, a path, an open file or a BeautifulSoup object, not {type(source).__name__}"
        )
    if charset:
        raise TypeError(f"charset={charset!r} says what bytes mean; this source is text already")
    if isinstance(source, str) and name in (None, source):
        _refuse_name(source)
    # A lone surrogate is no character and no encoder takes it.
    return Opened(str(source).encode("utf-16", "surrogatepass").decode("utf-16", "replace")), _shown(called)


def one_of(names: type[_Named], given: str) -> _Named:
    """The member of that name.

    Raises:
        ValueError: there is none; with those that there are, and the nearest.
    """
    try:
        return names(given)
    except ValueError:
        known = [name.value for name in names]
        kind = names.__name__.lower()
        raise ValueError(
            f"no {kind} is called {given!r}{nearest(str(given).lower(), known)}; there are {', '.join(known)}"
        ) from None


def is_soup(source: object) -> bool:
    return type(source).__module__.startswith("bs4")


def _is_file(source: object) -> bool:
    """A tag of a soup answers to every name."""
    return not is_soup(source) and callable(getattr(source, "read", None))


def _of_path(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
        raise ValueError(f"{path}: is no file but a pipe or a device, which may have no end; open it yourself")
    with path.open("rb") as file:
        return _bounded(file.read(MAX_BYTES + 1), str(path))


def _of_file(file: Any, max_chars: int) -> bytes | str:
    """The rest of an open file: bytes, or of a text as much as will be read."""
    first = file.read(0)
    most = max_chars + 1 if isinstance(first, str) else MAX_BYTES + 1
    pieces, length = [first], 0
    while length < most and (piece := file.read(most - length)):
        pieces.append(piece)
        length += len(piece)
    if isinstance(first, str):
        return "".join(pieces)
    return _bounded(b"".join(pieces), str(getattr(file, "name", "the file")))


def _bounded(data: bytes, name: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise ValueError(f"{name}: larger than {MAX_BYTES:,} bytes; give a part of it")
    return data


def _refuse_name(text: str) -> None:
    """Who gives the name of a file means the file."""
    if len(text) <= _LONGEST_NAME and os.path.isfile(text):  # noqa: PTH113 - False for what can be no name
        raise ValueError(
            f"{text!r} is the name of a file; pathlib.Path({text!r}) gives what is in it, "
            "and `name` says what a text is called that only happens to read like that"
        )


def _shown(name: str) -> str:
    """Undecodable bytes of a name as escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
