"""git, asked about the repository that a folder lies in, whatever repository its caller works on."""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

# Hooks are called with these; they name the caller's repository, which is another one for a submodule, a nested clone
# or a linked worktree (`git rev-parse --local-env-vars`, less those that hold settings such as `safe.directory`).
_ELSEWHERE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_IMPLICIT_WORK_TREE",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
)  # fmt: skip


class GitError(ValueError):
    """Why git cannot say what was asked, and the remedy."""


def top(folder: str) -> str | None:
    """The top of the repository that a folder lies in, as its real path; found without git."""
    return _top(os.path.realpath(folder))


def git(folder: str | Path, *arguments: str, told: bytes = b"") -> bytes:
    """What git prints, when it is told something on stdin.

    Raises:
        GitError: it cannot be run, or what it says is wrong.
    """
    import subprocess  # noqa: PLC0415 - most runs need none

    # A repository's settings may name a program to watch its files; a gate runs none of them.
    command = ("git", "-c", "core.fsmonitor=false", *arguments)
    try:
        done = subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=_environment(os.environ),
            input=told,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise GitError(said or f"git {arguments[0]}: exit code {done.returncode}")
    return done.stdout


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in variables.items() if name not in _ELSEWHERE}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


@lru_cache(maxsize=65_536)
def _top(folder: str) -> str | None:
    above = ""
    while folder != above:
        if os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118 - called for every folder of a walk
            return folder
        folder, above = os.path.dirname(folder), folder  # noqa: PTH120
    return None
