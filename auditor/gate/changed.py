"""Which files changed in git since a revision, and what they were."""

import os
from collections.abc import Iterable, Iterator

from msgspec import Struct

from auditor.expressions import late
from auditor.gate.git import GitError, git, top

_NOTHING = late(r"0{40}|0{64}")  # what hosts give as the revision before the first push of a branch


class Before(Struct, frozen=True):
    """A file as it was."""

    top: str
    commit: str
    path: str  # from the top

    def read(self) -> bytes:
        """Its bytes.

        Raises:
            GitError: git does not have them.
        """
        return git(self.top, "cat-file", "blob", f"{self.commit}:{self.path}")


_GONE = Before("", "", "")


class Changes(Struct, frozen=True):
    """What differs from where the branch left a revision, new and uncommitted files included."""

    files: dict[str, Before | None]  # by their real paths; None: they are new
    gone: frozenset[str] = frozenset()
    starts: dict[str, str | None] = {}  # for the top of each repository the commit that it is compared with, if any
    notes: tuple[str, ...] = ()


class _Start(Struct, frozen=True):
    commit: str | None  # None: there was nothing before
    note: str = ""


def since(revision: str, folders: Iterable[str]) -> Changes:
    """Every folder's own repository is asked; of a submodule, since the commit that its superproject had then.

    Raises:
        GitError: no git, no repository, or no such revision.
    """
    tops = dict.fromkeys(_top_of(folder) for folder in dict.fromkeys(folders))
    starts = {one: _start(one, revision) for one in tops}
    files: dict[str, Before | None] = {}
    gone: set[str] = set()
    for one, start in starts.items():
        for path, before in _changed(one, start.commit):
            if before is _GONE:
                gone.add(path)
            else:
                files[path] = before
    notes = tuple(dict.fromkeys(start.note for start in starts.values() if start.note))
    return Changes(files, frozenset(gone), {one: start.commit for one, start in starts.items()}, notes)


def _top_of(folder: str) -> str:
    found = top(folder)
    if found is None:
        raise GitError(f"{folder} is not in a git repository")
    return found


def _start(folder: str, revision: str) -> _Start:
    above = git(folder, "rev-parse", "--show-superproject-working-tree").decode().rstrip("\n")
    if above:
        return _start_of_submodule(folder, above, revision)
    if _NOTHING.fullmatch(revision):
        return _start_of_branch(folder)
    try:
        commit = _commit(folder, revision)
    except GitError as error:
        if not git(folder, "rev-list", "--all", "-n", "1"):
            return _Start(None, f"{folder} has no commit yet: all its files are new")
        remedy = "fetch it first (in CI with the history: fetch-depth: 0)"
        raise GitError(f"git knows no revision {revision!r} here, in {folder}; {remedy}") from error
    try:
        return _Start(git(folder, "merge-base", commit, "HEAD").decode().strip())
    except GitError:
        return _Start(commit, f"no common history with {revision}: files are compared with the revision itself")


def _start_of_submodule(folder: str, above: str, revision: str) -> _Start:
    start = _start(above, revision)
    inside = os.path.relpath(folder, os.path.realpath(above))
    entry = git(above, "ls-tree", "-z", start.commit, "--", inside) if start.commit else b""
    if not entry.startswith(b"160000 "):
        return _Start(None)
    recorded = entry.split()[2].decode()
    try:
        return _Start(_commit(folder, recorded))
    except GitError as error:
        remedy = "fetch the submodule with its history"
        raise GitError(f"the submodule {folder} lacks the commit {recorded[:12]} of {revision}; {remedy}") from error


def _start_of_branch(folder: str) -> _Start:
    """Of a revision that is all zeros: the branch is new, so what it adds to the default branch counts."""
    try:
        default = _commit(folder, "refs/remotes/origin/HEAD")
        return _Start(git(folder, "merge-base", default, "HEAD").decode().strip())
    except GitError:
        return _Start(None, "a revision of zeros is the parent of a new branch: all files count as new")


def _commit(folder: str, revision: str) -> str:
    asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return git(folder, "rev-parse", *asked).decode().strip()


def _changed(folder: str, commit: str | None) -> Iterator[tuple[str, Before | None]]:
    listed = ("ls-files", "-z", "--others", "--exclude-standard", *(() if commit else ("--cached",)))
    for name in filter(None, git(folder, *listed).split(b"\0")):
        yield _real(folder, name), None
    if commit is None:
        return
    differing = ("--name-status", "--no-relative", "--find-renames", "--no-ext-diff", "-z")
    words = iter(git(folder, "diff", *differing, "--ignore-submodules=all", commit, "--").split(b"\0"))
    for status in filter(None, words):
        old = next(words)
        new = next(words) if status[:1] in b"RC" else old
        if status[:1] in b"RD":
            yield _real(folder, old), _GONE
        if status == b"D":
            continue
        yield _real(folder, new), None if status == b"A" else Before(folder, commit, os.fsdecode(old))


def _real(folder: str, name: bytes) -> str:
    return os.path.realpath(os.path.join(folder, os.fsdecode(name)))  # noqa: PTH118 - many names
