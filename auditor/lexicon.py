"""Word lists that cards name: one entry a line, `#` starts a comment."""

from functools import cache
from pathlib import Path


class Lexicon(frozenset[str]):
    """Entries in lower case, inner white space collapsed."""

    __slots__ = ()


@cache
def read_lexicon(path: Path) -> Lexicon:
    """Read a lexicon.

    Raises:
        OSError: there is no such file.
    """
    lines = (line.split("#", 1)[0] for line in path.read_text("utf-8").splitlines())
    return Lexicon(" ".join(line.lower().split()) for line in lines if line.strip())
