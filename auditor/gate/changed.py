"""Which files changed in git since a revision."""

import os
from pathlib import Path


class GitError(ValueError):
    """Why git cannot say what changed, and the remedy."""


def since(revision: str, folder: Path) -> frozenset[str]:
    """Real paths of the files that differ from where this branch left `revision`, new and uncommitted ones included.

    Where the histories do not meet, as in a shallow clone, they are compared with the revision itself.

    Raises:
        GitError: no git, no repository, or no such revision.
    """
    top = _git(folder, "rev-parse", "--show-toplevel", otherwise=f"{folder} is not in a git repository").rstrip(b"\n")
    commit = _git(
        folder,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{revision}^{{commit}}",
        otherwise=f"git knows no revision {revision!r} here; fetch it first (in CI with the history: fetch-depth: 0)",
    )
    start = _start(folder, commit.decode().strip())
    root = os.fsdecode(top)
    names = _git(
        Path(root), "diff", "--name-only", "--no-relative", "--no-renames", "--diff-filter=d", "-z", start, "--"
    )
    names += _git(Path(root), "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(os.path.realpath(Path(root, os.fsdecode(name))) for name in names.split(b"\0") if name)


def _start(folder: Path, commit: str) -> str:
    try:
        return _git(folder, "merge-base", commit, "HEAD").decode().strip()
    except GitError:
        return commit


def _git(folder: Path, *arguments: str, otherwise: str = "") -> bytes:
    import subprocess  # noqa: PLC0415 - most runs need none

    try:
        done = subprocess.run(("git", *arguments), cwd=folder, capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(otherwise or f"git {arguments[0]}: {said[0] if said else f'exit code {done.returncode}'}")
    return done.stdout
