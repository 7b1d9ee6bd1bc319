"""git, asked about the repository that a folder lies in, whatever repository its caller works on."""

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from auditor.expressions import late

# Hooks are called with these; they name the caller's repository, which is another one for a submodule, a nested clone
# or a linked worktree (`git rev-parse --local-env-vars`, less those that hold settings such as `safe.directory`).
_ELSEWHERE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_IMPLICIT_WORK_TREE",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
)  # fmt: skip


# Where a repository's own settings name programs: filters of files that are compared, and helpers of a fetch, which
# git begins by itself where a partial clone lacks an object. Those of the one filter that many hosts set up are known.
_FILTER = late(r"filter\.(.*)\.(?:clean|smudge|process|required)", re.DOTALL)
_HELPER = late(r"core\.(?:sshcommand|gitproxy)|remote\..*\.(?:uploadpack|vcs)|credential\..*helper", re.DOTALL)
_LARGE_FILES = frozenset({"git-lfs clean -- %f", "git-lfs smudge -- %f", "git-lfs filter-process", "true"})
_OWN = frozenset({"local", "worktree"})
_READING = frozenset({"cat-file", "diff", "ls-tree", "merge-base", "rev-list"})

_PATIENCE = 60  # seconds; a pattern of `.gitignore` with a dozen stars takes git years


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
    # What the settings of a repository would have git run, a gate does not run.
    own = _without_programs(str(folder)) if arguments[0] in _READING else {}
    return _run(str(folder), arguments, told, own)


def _run(folder: str, arguments: tuple[str, ...], told: bytes, own: dict[str, str]) -> bytes:
    import subprocess  # noqa: PLC0415 - most runs need none

    command = ("git", "-c", "core.fsmonitor=false", *arguments)
    try:
        done = subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=_environment(os.environ) | own,
            input=told,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git {arguments[0]} takes longer than {_PATIENCE} s") from error
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise GitError(said or f"git {arguments[0]}: exit code {done.returncode}")
    return done.stdout


@lru_cache(maxsize=256)
def _without_programs(folder: str) -> dict[str, str]:
    """The environment in which git runs no program that the repository itself names."""
    said = _run(folder, ("config", "--show-scope", "-z", "--list"), b"", {}).decode("utf-8", "replace").split("\0")
    own = [entry for scope, entry in zip(said[::2], said[1::2], strict=False) if scope in _OWN]
    named = [entry.partition("\n")[::2] for entry in own]
    found = _without_filters(
        [f[1] for key, value in named if (f := _FILTER.fullmatch(key)) and value not in _LARGE_FILES]
    )
    if any(_HELPER.fullmatch(key) for key, _ in named):
        found |= {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
    return found


def _without_filters(names: list[str]) -> dict[str, str]:
    """Settings that count above those of files; those that the caller gave in this way stay."""
    settings = [
        (f"filter.{name}.{key}", value)
        for name in dict.fromkeys(names)
        for key, value in (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
    ]
    given = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    found = {"GIT_CONFIG_COUNT": str(given + len(settings))} if settings else {}
    for number, (key, value) in enumerate(settings, given):
        found |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return found


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
