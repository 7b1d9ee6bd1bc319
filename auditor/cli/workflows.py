"""The files that run auditor in a pipeline, new or put into what is there."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import json

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
_JOB = "auditor"
_USUAL = "test"  # the stage of jobs that name none


class Host(StrEnum):
    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


FILES = {Host.GITHUB: Path(".github/workflows/auditor.yml"), Host.GITLAB: Path(".gitlab-ci.yml")}


class CannotMergeError(ValueError):
    """What is there leaves no place for the job; the text says what to do."""


def guessed() -> Host:
    if FILES[Host.GITLAB].exists():
        return Host.GITLAB
    return Host.GITHUB if Path(".github").is_dir() else Host.NONE


def workflow(host: Host, requirement: str, before: str = "") -> str:
    """The file of a host; of GitLab, whose one file holds all jobs, `before` with ours after it.

    Raises:
        CannotMergeError: there is no place for it in what is there.
    """
    text = (_GITHUB if host is Host.GITHUB else _GITLAB).replace("REQUIREMENT", json.encode(requirement).decode())
    if host is Host.GITHUB or not before.strip():
        return text
    jobs = _jobs(before)
    if stage := _stage(jobs):
        text = text.replace(f"{_JOB}:\n", f"{_JOB}:\n  stage: {json.encode(stage).decode()}\n", 1)
    end = "\r\n" if "\r\n" in before else "\n"
    merged = before.rstrip() + end * 2 + text.replace("\n", end)
    after = _jobs(merged)
    if after != jobs | {_JOB: after.get(_JOB)}:
        raise CannotMergeError("leaves no place for a job at its end; write the job `auditor` into it (docs/ci.md)")
    return merged


def has_job(text: str) -> bool:
    """Whether the file of GitLab has our job already."""
    return re.search(rf"""^["']?{_JOB}["']?\s{{0,9}}:""", text, re.MULTILINE) is not None


def _jobs(text: str) -> dict[str, Any]:
    """The last document of a file, which is that with the jobs; tags of GitLab are let pass."""
    import yaml  # noqa: PLC0415 - only where there is a file to merge

    class Tolerant(yaml.SafeLoader):
        pass

    Tolerant.add_multi_constructor("!", lambda _, suffix, __: suffix)
    try:
        last = [None, *yaml.load_all(text, Tolerant)][-1]
    except (yaml.YAMLError, RecursionError) as error:
        raise CannotMergeError("is no YAML that can be read; mend it first") from error
    if last is not None and not isinstance(last, dict):
        raise CannotMergeError("is no list of jobs; mend it first")
    return last or {}


def _stage(jobs: dict[str, Any]) -> str:
    """The first of the stages that are declared, where the usual one is not among them."""
    stages = jobs.get("stages")
    return str(stages[0]) if isinstance(stages, list) and stages and _USUAL not in stages else ""
