"""What a host calls a file: it counts from the top of the repository, wherever the audit ran."""

import os
from collections.abc import Mapping
from pathlib import Path

from auditor.gate import git
from auditor.gate.files import relative

_WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def top(environment: Mapping[str, str]) -> str:
    """Where a host checked the repository out, else the top of the one that the working folder lies in, else that."""
    here = os.path.realpath(".")
    named = (os.path.realpath(folder) for name in _WORKSPACES if (folder := environment.get(name)))
    around = (folder for folder in named if f"{here}/".startswith(folder.rstrip("/") + "/"))
    return next(around, None) or git.top(here) or here


def path(name: str, folder: str) -> str:
    """A page's name from the top of its repository; unchanged where it lies elsewhere or is no file."""
    if name.startswith("<"):
        return name
    inside = relative(name, Path(folder))
    if not inside.startswith("../"):
        return inside
    own = git.top(os.path.dirname(os.path.join(os.getcwd(), name)))  # noqa: PTH109, PTH118, PTH120 - no path is joined
    return relative(name, Path(own)) if own else name
