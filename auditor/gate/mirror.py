"""What stood in repositories at the revisions that a run is compared with: settings, cards and baselines."""

import os
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from auditor.gate.git import GitError, git, top


class Mirror:
    """A folder in which files lie at the paths that they had, below the paths of their repositories."""

    def __init__(self, folder: str, starts: Mapping[str, str | None]) -> None:
        self._folder = os.path.realpath(folder)
        self._marks = {own: _marks(own, commit) for own, commit in starts.items()}
        self._fetched: set[str] = set()

    def path(self, path: str) -> str:
        """Where to look for what stood at a path; the path itself, where its repository was not asked."""
        own = top(os.path.dirname(path))  # noqa: PTH120 - what stood there may be gone
        return self._folder + path if own in self._marks else path

    def origin(self, path: str) -> str:
        """The path that something of this folder stood at."""
        return path.removeprefix(self._folder)

    def has(self, path: str) -> bool:
        """Whether a file stood at a path."""
        own = top(os.path.dirname(path))  # noqa: PTH120
        return own is not None and path in self._marks.get(own, ())

    def fetch(self, wanted: Callable[[str], bool]) -> None:
        """Have the files here whose paths are wanted.

        Raises:
            GitError: git does not have them.
        """
        for own, marks in self._marks.items():
            new = [path for path in marks if path not in self._fetched and wanted(path)]
            asked = b"".join(marks[path] + b"\n" for path in new)
            said = BytesIO(git(own, "cat-file", "--batch", told=asked) if new else b"")
            for path in new:
                file = Path(self._folder + path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(said.read(_size(path, said.readline())))
                said.read(1)
            self._fetched.update(new)


def _size(path: str, told: bytes) -> int:
    """Bytes that follow, as `git cat-file --batch` announces them."""
    if told.rstrip().endswith(b"missing"):
        raise GitError(f"{path}: git has the name of its version of then and not the text; run `git fetch --refetch`")
    return int(told.split()[2])


def _marks(own: str, commit: str | None) -> dict[str, bytes]:
    """The files of a commit, less links, and what git calls their contents."""
    listed = git(own, "ls-tree", "-r", "-z", commit).split(b"\0") if commit else []
    entries = (entry.partition(b"\t") for entry in listed if entry.startswith(b"100"))
    marks = {os.fsdecode(name): about.split()[2] for about, _, name in entries}
    # A tree that was made by hand may lead out of its folder.
    return {os.path.join(own, name): mark for name, mark in marks.items() if ".." not in name.split("/")}  # noqa: PTH118
