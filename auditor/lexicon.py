"""Word lists that cards name: one entry a line, `#` starts a comment."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NewType, Self

from auditor.words import words

_LARGEST = 20_000_000  # bytes
WordFile = NewType("WordFile", str)  # a parameter that names a file of the word folders, without which it finds nothing


class Lexicon(frozenset[str]):
    """Entries in lower case, inner white space collapsed."""

    __slots__ = ()

    @classmethod
    def listed(cls, name: str) -> Self:
        """A list of the word files, `subject/list`, in all languages; empty when there is none."""
        subject, _, key = name.partition("/")
        return cls(_spelled(words(subject, key))) if key else cls()


def _spelled(entries: Iterable[str]) -> Iterator[str]:
    """Most are one word of small letters."""
    return (one if one.isalpha() and one.islower() else " ".join(one.lower().split()) for one in entries)


@cache
def read_lexicon(path: Path) -> Lexicon:
    """Read a lexicon.

    Raises:
        OSError: there is no such file, or it cannot be read.
        ValueError: it is no list of words.
    """
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(f"larger than {_LARGEST:,} bytes; a lexicon is a list of words")
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"not UTF-8 in line {line}; save it as UTF-8") from error
    if odd := next((number for number, line in enumerate(lines, 1) if "\0" in line), None):
        raise ValueError(f"a null character in line {odd}; a lexicon is a text, one entry a line")
    found = Lexicon(_spelled(line.partition("#")[0] if "#" in line else line for line in lines)) - {""}
    if not found:
        raise ValueError("holds no entry; write one a line")
    return Lexicon(found)
