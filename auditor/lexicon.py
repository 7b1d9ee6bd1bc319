"""Word lists that cards name: one entry a line, `#` starts a comment."""

from functools import cache
from pathlib import Path
from typing import NewType, Self

from auditor.words import words

WordFile = NewType("WordFile", str)  # a parameter that names a file of the word folders, without which it finds nothing


class Lexicon(frozenset[str]):
    """Entries in lower case, inner white space collapsed."""

    __slots__ = ()

    @classmethod
    def listed(cls, name: str) -> Self:
        """A list of the word files, `subject/list`, in all languages; empty when there is none."""
        subject, _, key = name.partition("/")
        return cls(" ".join(word.lower().split()) for word in words(subject, key)) if key else cls()


@cache
def read_lexicon(path: Path) -> Lexicon:
    """Read a lexicon.

    Raises:
        OSError: there is no such file.
    """
    lines = (line.split("#", 1)[0] for line in path.read_text("utf-8-sig").splitlines())
    return Lexicon(" ".join(line.lower().split()) for line in lines if line.strip())
