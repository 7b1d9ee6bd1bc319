"""What a run reads and how: its sources, its job, its workers."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from auditor import sources
from auditor.cli import audits, output, progress
from auditor.cli.exempt import exempt
from auditor.cli.jobs import Job
from auditor.cli.settings import rule_folders
from auditor.config import Resolved, Settings
from auditor.gate import cache, changed
from auditor.gate.baseline import BaselineError
from auditor.model import RuleSet
from auditor.parsing.sniff import SUFFIXES
from auditor.reporters.page import Page
from auditor.scoring import Gates
from auditor.sources import Source

_ENOUGH = 16  # sources that are worth a worker of their own


def found(paths: list[str], resolved: Resolved, *, stdin_name: str = "<stdin>", diff_base: str = "") -> list[Source]:
    """The sources, of `diff_base` those that changed since. Exits with 2 where git cannot say."""
    chosen = resolved.settings
    given = list(sources.find(paths, _filter(chosen, resolved.root)))
    if not given:
        output.note(
            f"no articles below {', '.join(paths)}; name files, or folders with {', '.join(SUFFIXES)} "
            "that are neither excluded nor ignored by git"
        )
    if diff_base:
        given = _changed(given, diff_base)
    return [_stdin(stdin_name, chosen.max_bytes) if source.path == sources.STDIN else source for source in given]


def job(resolved: Resolved, rules: RuleSet, **how: Any) -> Job:
    """What is done to every source. Exits with 2 where the baseline cannot be used."""
    chosen = resolved.settings
    try:
        exemptions = exempt(resolved)
    except BaselineError as error:
        output.stop(str(error))
    return Job(
        rules=rules,
        gates=Gates(chosen.reject_under, chosen.pass_from),
        max_bytes=chosen.max_bytes,
        max_chars=chosen.max_chars,
        per_file_ignores=chosen.per_file_ignores,
        exempt=exemptions,
        cache=_cache(resolved),
        **how,
    )


def pages(given: list[Source], work: Job, jobs: int = 0) -> Iterator[Page]:
    """One page for each source; what went wrong with it is told on stderr."""
    for page in progress.shown(audits.pages(given, work, _workers(jobs, len(given))), len(given)):
        if page.error:
            output.note(f"{page.name}: {page.error}")
        for broken in page.report.rules.errored if page.report else ():
            output.note(f"{page.name}: rule {broken.rule} failed, please report it: {broken.error}")
        yield page


def _filter(chosen: Settings, root: Path) -> sources.Filter:
    return sources.Filter(
        include=chosen.include,
        exclude=chosen.exclude,
        gitignore=chosen.respect_gitignore,
        force=chosen.force_exclude,
        root=root,
    )


def _changed(given: list[Source], revision: str) -> list[Source]:
    try:
        names = changed.since(revision, Path.cwd())
    except changed.GitError as error:
        output.stop(f"--diff-base: {error}")
    kept = [s for s in given if s.error or s.path == sources.STDIN or os.path.realpath(s.path) in names]
    if given and not kept:
        output.note(f"none of {len(given)} files changed since {revision}")
    return kept


def _cache(resolved: Resolved) -> cache.Cache | None:
    chosen = resolved.settings
    key = cache.key() if chosen.cache else None
    if key is None:
        return None
    folder = Path(chosen.cache_dir) if chosen.cache_dir else resolved.root / cache.NAME
    return cache.Cache(folder, cache.state(rule_folders(chosen)), key)


def _stdin(name: str, max_bytes: int) -> Source:
    return Source(sources.shown_name(name), data=sys.stdin.buffer.read(max_bytes + 1))


def _workers(jobs: int, files: int) -> int:
    return min(files, jobs or min(os.cpu_count() or 1, files // _ENOUGH))
