"""Patterns as in `.gitignore`, and what git itself ignores."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.gate.files import relative

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MAGIC = frozenset("*?[]!\\#/")


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


def is_plain(pattern: str) -> bool:
    """Whether a pattern is the one path that it names: it begins with a slash and has no wildcard."""
    return pattern.startswith("/") and _MAGIC.isdisjoint(pattern.replace("/", ""))


def plain(path: str) -> str:
    """The pattern that names a path and nothing else."""
    return "/" + "".join(f"\\{c}" if c in "*?[]!\\#" else c for c in path)


class Ignored:
    """What git ignores by the `.gitignore` files between the root of a repository and a path."""

    def __init__(self, root: Path) -> None:
        """`root` is where the search begins for paths that are in no repository."""
        self._root = root.resolve()
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._above: dict[Path, tuple[Path, ...]] = {}

    def covers(self, path: str, *, above: bool = False) -> bool:
        """Whether a path is ignored; a path of a folder ends in a slash. `above`: or a folder that it lies in."""
        folder = Path(path).parent.resolve()
        inside = self._folders(folder)
        if above and any(self._covers(one.parent, f"{one.name}/") for one in inside[:-1]):
            return True
        return self._covers(folder, Path(path).name + "/" * path.endswith("/"))

    def _covers(self, folder: Path, name: str) -> bool:
        for above in self._folders(folder):
            spec = self._spec(above)
            inside = (folder / name).relative_to(above).as_posix() + "/" * name.endswith("/")
            said = spec.check_file(inside).include if spec else None
            if said is not None:
                return said
        return False

    def _folders(self, folder: Path) -> tuple[Path, ...]:
        """The folder and those above it up to the top of its repository, the deepest first."""
        if folder not in self._above:
            chain = (folder, *folder.parents)
            top = next((n for n, one in enumerate(chain) if (one / ".git").exists()), None)
            if top is None:
                top = chain.index(self._root) if self._root in chain else 0
            self._above[folder] = chain[: top + 1]
        return self._above[folder]

    def _spec(self, folder: Path) -> "GitIgnoreSpec | None":
        if folder not in self._specs:
            try:
                text = (folder / ".gitignore").read_text("utf-8", "surrogateescape")
            except OSError:
                text = ""
            self._specs[folder] = _compiled(tuple(text.splitlines())) if text.strip() else None
        return self._specs[folder]


@lru_cache(maxsize=256)
def _compiled(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 30 ms, and few runs need it

    return GitIgnoreSpec.from_lines(patterns)
