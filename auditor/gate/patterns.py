"""Patterns as in `.gitignore`, and what git itself ignores."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.gate.files import relative

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MAGIC = frozenset("*?[]!\\#/ ")


def matches(path: str, patterns: Sequence[str], root: Path) -> bool:
    """Whether a path, or a folder above it, matches; patterns count from `root`, a path of a folder ends in a slash."""
    if not patterns:
        return False
    inside = relative(path, root)
    while inside.startswith("../"):
        inside = inside[3:]
    if all(_MAGIC.isdisjoint(pattern) for pattern in patterns):  # compiling costs more than auditing a page
        return not set(patterns).isdisjoint(inside.split("/"))
    return _compiled(tuple(patterns)).match_file(inside + "/" * path.endswith("/"))


class Ignored:
    """What git ignores by the `.gitignore` files between the root of a repository and a path."""

    def __init__(self, root: Path) -> None:
        """`root` is where the search begins for paths that are in no repository."""
        self._root = os.path.realpath(root)
        self._specs: dict[str, GitIgnoreSpec | None] = {}
        self._tops: dict[str, str] = {}

    def covers(self, path: str, *, above: bool = False) -> bool:
        """Whether a path is ignored; a path of a folder ends in a slash. `above`: or a folder that it lies in."""
        real = os.path.join(
            os.path.realpath(os.path.dirname(path.rstrip("/")) or "."), os.path.basename(path.rstrip("/"))
        )
        if above and any(self._covers(f"{folder}/") for folder in self._between(os.path.dirname(real))[:-1]):
            return True
        return self._covers(real + "/" * path.endswith("/"))

    def _covers(self, real: str) -> bool:
        for folder in self._between(os.path.dirname(real.rstrip("/"))):
            spec = self._spec(folder)
            said = spec.check_file(real[len(folder.rstrip("/")) + 1 :]).include if spec else None
            if said is not None:
                return said
        return False

    def _between(self, folder: str) -> list[str]:
        """The folder and those above it up to the top of its repository, the deepest first."""
        top, found = self._top(folder), [folder]
        while found[-1] != top and os.path.dirname(found[-1]) != found[-1]:
            found.append(os.path.dirname(found[-1]))
        return found if found[-1] == top else found[:1]

    def _top(self, folder: str) -> str:
        if folder not in self._tops:
            above = os.path.dirname(folder)
            here = os.path.lexists(os.path.join(folder, ".git")) or above == folder
            self._tops[folder] = folder if here and above != folder else self._root if here else self._top(above)
        return self._tops[folder]

    def _spec(self, folder: str) -> "GitIgnoreSpec | None":
        if folder not in self._specs:
            try:
                text = Path(folder, ".gitignore").read_text("utf-8", "surrogateescape")
            except OSError:
                text = ""
            self._specs[folder] = _compiled(tuple(text.splitlines())) if text.strip() else None
        return self._specs[folder]


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 30 ms, and few runs need it

    return GitIgnoreSpec.from_lines(patterns)
