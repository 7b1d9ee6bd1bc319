"""What git ignores: as git itself lists it, or, where it cannot be asked, by our own reading of the ignore files."""

import os
from pathlib import Path

from msgspec import Struct

from auditor.gate.git import GitError, git, top
from auditor.gate.patterns import Patterns, read


class _Listing(Struct, frozen=True):
    """The files below a folder that git tracks or would take, and all folders on the way to them."""

    folder: str
    names: frozenset[str]
    folders: frozenset[str]

    def has(self, path: str) -> bool:
        inside = os.path.relpath(path, self.folder)
        if inside == ".":
            return bool(self.names)
        return inside in self.names or (path.endswith("/") and (inside in self.folders or f"{inside}/" in self.names))


class Ignored:
    """What git ignores in the repository of each path. A file that is tracked is not ignored, whatever patterns say."""

    def __init__(self, root: Path) -> None:
        """`root` is where the search begins for paths that are in no repository."""
        self._read = _Read(root)
        self._listings: dict[str, _Listing | None] = {}
        self._asked_for: str | None = None

    def begin(self, folder: str) -> None:
        """A walk begins: git is asked about this folder alone. One that it ignores is walked because it was named."""
        self._asked_for = None
        real = os.path.realpath(folder)
        own = top(real)
        if own and not ((known := self._listings.get(own)) and _below(real, known.folder)):
            self._listings[own] = _listed(real)
        listing = self._listings.get(own) if own else None
        if listing and real != own and not listing.has(f"{real}/"):
            self._asked_for = real

    def covers(self, path: str) -> bool:
        """Whether a path, or a folder that it lies in, is ignored; a path of a folder ends in a slash."""
        folder, name = os.path.split(path.rstrip("/"))
        real = os.path.realpath(folder)
        whole = os.path.join(real, name) + "/" * path.endswith("/")  # noqa: PTH118 - called for every file of a walk
        if self._asked_for and _below(real, self._asked_for):
            return self._read.covers(whole, above=False)
        own = top(real)
        listing = self._of(own, real) if own else None
        return not listing.has(whole) if listing else self._read.covers(whole, above=True)

    def _of(self, own: str, folder: str) -> _Listing | None:
        known = self._listings.get(own)
        if own not in self._listings or (known and not _below(folder, known.folder)):
            self._listings[own] = _listed(own)
        return self._listings[own]


def _listed(folder: str) -> _Listing | None:
    try:
        said = git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    except GitError:
        return None
    names = frozenset(os.fsdecode(said).split("\0")) - {""}
    folders: set[str] = set()
    for name in names:
        above = os.path.dirname(name.rstrip("/"))  # noqa: PTH120
        while above and above not in folders:
            folders.add(above)
            above = os.path.dirname(above)  # noqa: PTH120
    return _Listing(folder, names, frozenset(folders))


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


class _Read:
    """Our own reading of `.gitignore` files between the root of a repository and a path, and of `.git/info/exclude`."""

    def __init__(self, root: Path) -> None:
        self._root = str(root.resolve())
        self._files: dict[str, Patterns | None] = {}
        self._above: dict[str, tuple[str, ...]] = {}
        self._ignored: dict[str, bool] = {}

    def covers(self, path: str, *, above: bool) -> bool:
        folder, name = os.path.split(path.rstrip("/"))
        inside = self._folders(folder)[:-1] if above else ()
        if any(map(self._is_ignored, inside)):
            return True
        return self._says(folder, name, "/" * path.endswith("/"))

    def _says(self, folder: str, name: str, slash: str) -> bool:
        for above in self._folders(folder):
            for file in (".gitignore", ".git/info/exclude"):
                patterns = self._patterns(os.path.join(above, file))  # noqa: PTH118
                if patterns is None:
                    continue
                inside = os.path.join(os.path.relpath(folder, above), name).removeprefix("./") + slash  # noqa: PTH118
                said = patterns.say(inside)
                if said is not None:
                    return said
        return False

    def _is_ignored(self, folder: str) -> bool:
        """Whether a folder itself is, not one above it."""
        if folder not in self._ignored:
            self._ignored[folder] = self._says(*os.path.split(folder), "/")
        return self._ignored[folder]

    def _folders(self, folder: str) -> tuple[str, ...]:
        """The folder and those above it up to the top of its repository, the deepest first."""
        if folder not in self._above:
            chain = (folder, *map(str, Path(folder).parents))
            own = top(folder) or (self._root if self._root in chain else folder)
            self._above[folder] = chain[: chain.index(own) + 1]
        return self._above[folder]

    def _patterns(self, file: str) -> Patterns | None:
        if file not in self._files:
            try:
                text = Path(file).read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
            except OSError:
                text = ""
            self._files[file] = read(tuple(text.split("\n"))) if text.strip() else None
        return self._files[file]
