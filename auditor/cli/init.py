"""`auditor init`: a settings file, and a workflow for the pipeline."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec import json

from auditor.cli import output
from auditor.gate.baseline import NAME, merge_lines
from auditor.gate.files import replace
from auditor.version import VERSION

_SETTINGS = """\
# What applies to a file, and why: auditor config show FILE
fail-on = "error"                 # besides pages that are rejected
# ignore = ["readability"]        # rules or dimensions to leave out
# baseline = "auditor-baseline.jsonl"   # made by: auditor baseline create PATH
exclude = ["node_modules"]
"""
_GITHUB = """\
name: auditor
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  articles:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - uses: actions/cache@v4
        with:
          path: |
            .auditor_cache
            ~/.cache/auditor
          key: auditor-${{ github.run_id }}
          restore-keys: auditor-
      - run: python -I -m pip install --quiet "$AUDITOR"
        env:
          AUDITOR: REQUIREMENT
      - run: auditor check . --format github ${BASE:+"--diff-base=origin/$BASE"}
        env:
          BASE: ${{ github.base_ref }}
"""
_GITLAB = """\
auditor:
  image: python:3.12-slim
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    AUDITOR: REQUIREMENT
    GIT_DEPTH: 0
  script:
    - python -I -m pip install --quiet "$AUDITOR"
    - base="${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}"
    - auditor check . --format text --format gitlab:gl-code-quality-report.json ${base:+"--diff-base=$base"}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""


class Host(StrEnum):
    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


_WORKFLOWS = {Host.GITHUB: (".github/workflows/auditor.yml", _GITHUB), Host.GITLAB: (".gitlab-ci.yml", _GITLAB)}


def init(
    ci: Annotated[Host | None, typer.Option(help="Whose workflow to write; guessed from what is here.")] = None,
    install: Annotated[
        str, typer.Option(metavar="REQUIREMENT", help="What the workflow gives to pip; where this auditor came from.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over existing files.")] = False,
) -> None:
    """Write auditor.toml and a workflow for the pipeline. Existing files are left alone."""
    files = {"auditor.toml": _SETTINGS}
    host = ci or _guessed()
    if host in _WORKFLOWS:
        name, text = _WORKFLOWS[host]
        files[name] = text.replace("REQUIREMENT", json.encode(install or _requirement()).decode())
    existing = [name for name in files if Path(name).exists()]
    if existing and not force:
        output.stop(
            f"{', '.join(existing)} exists; nothing was written; --force writes over it, --ci none leaves CI out"
        )
    for name, text in files.items():
        _write(Path(name), text)
    merge_lines(Path(NAME).absolute())


def _guessed() -> Host:
    if Path(".gitlab-ci.yml").exists():
        return Host.GITLAB
    return Host.GITHUB if Path(".github").is_dir() else Host.NONE


def _requirement() -> str:
    """Where this auditor was installed from (PEP 610): the name alone may be somebody else's in a registry."""
    from importlib import metadata  # noqa: PLC0415 - 9 ms, and every command imports this module

    try:
        source = json.decode(metadata.distribution("article-auditor").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        source = {}
    version = source.get("vcs_info")
    if version:
        return f"article-auditor @ {version['vcs']}+{source['url']}@{version['commit_id']}"
    return f"article-auditor=={VERSION}"


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, text.encode())
    except OSError as error:
        output.stop(f"{file}: cannot be written: {error.strerror}")
    output.note(f"{file} is written")
