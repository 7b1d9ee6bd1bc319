"""What a run reads and how: its sources, its job, its workers."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import time
from typing import Any

from msgspec import structs

from auditor import sources
from auditor.cli import audits, output, progress
from auditor.cli.exempt import exempt, unmatched
from auditor.cli.jobs import Job
from auditor.cli.settings import rule_folders
from auditor.config import Resolved, Settings
from auditor.gate import cache, changed
from auditor.gate.baseline import BaselineError
from auditor.gate.git import GitError
from auditor.model import RuleSet
from auditor.parsing.sniff import SUFFIXES
from auditor.reporters.page import Gate, Page
from auditor.scoring import Gates
from auditor.sources import Source

_ENOUGH = 16  # sources that are worth a worker of their own


def found(paths: list[str], resolved: Resolved, *, stdin_name: str = "<stdin>", diff_base: str = "") -> list[Source]:
    """The sources, of `diff_base` those that changed since. Exits with 2 where git cannot say."""
    chosen = resolved.settings
    given = list(sources.find(paths, _filter(chosen, resolved.root), stdin_name))
    passed_by = sum(Path(path).is_file() or path == sources.STDIN for path in paths) - len(given)
    if chosen.force_exclude and passed_by > 0:
        output.note(f"{passed_by} of {len(paths)} sources that were named are excluded by settings or git")
    elif not given:
        given = _nothing(paths, accepted=chosen.allow_empty)
    if any(_holds(path, resolved.root) for path in paths):
        for line in unmatched(resolved, [source.name for source in given]):
            output.note(line)
    if diff_base:
        given = _changed(given, diff_base)
    return [_stdin(stdin_name, chosen.max_bytes) if source.path == sources.STDIN else source for source in given]


def _holds(path: str, folder: Path) -> bool:
    """Whether a walk through `path` is one through the whole folder."""
    real = os.path.realpath(folder)
    return Path(path).is_dir() and f"{real}/".startswith(os.path.realpath(path).rstrip("/") + "/")


def _nothing(paths: list[str], *, accepted: bool) -> list[Source]:
    """A gate that looked at nothing must not say that all is well."""
    problem = (
        f"no articles below {', '.join(paths)}; name files, or folders with {', '.join(SUFFIXES)} "
        "that are neither excluded nor ignored by git"
    )
    if accepted:
        output.note(problem)
        return []
    return [Source(", ".join(paths), error=f"{problem}; --allow-empty accepts it")]


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
        gate=Gate(chosen.fail_on, chosen.fail_under, chosen.allow_empty, chosen.min_coverage),
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
    """Those that differ, with what they were: what stood there before is not held against them."""
    real = {s.path: os.path.realpath(s.path) for s in given if s.path not in {"", sources.STDIN}}
    try:
        changes = changed.since(revision, map(os.path.dirname, real.values()))
    except GitError as error:
        output.stop(f"--diff-base: {error}")
    for note in changes.notes:
        output.note(f"--diff-base: {note}")
    kept = [
        structs.replace(s, before=changes.files.get(real.get(s.path, "")))
        for s in given
        if s.path not in real or real[s.path] in changes.files
    ]
    if given and not kept:
        output.note(f"none of {len(given)} files changed since {revision}")
    return kept


def _cache(resolved: Resolved) -> cache.Cache | None:
    chosen = resolved.settings
    key = cache.key() if chosen.cache else None
    if key is None:
        return None
    folder = Path(chosen.cache_dir) if chosen.cache_dir else resolved.root / cache.NAME
    if not chosen.cache_dir and folder.is_symlink():
        output.note(f"{folder} is a link, which a repository may have planted; nothing is cached, see --cache-dir")
        return None
    found = cache.Cache(folder, cache.state(rule_folders(chosen)), key)
    found.sweep(time())
    return found


def _stdin(name: str, max_bytes: int) -> Source:
    return Source(sources.shown_name(name), data=sys.stdin.buffer.read(max_bytes + 1))


def _workers(jobs: int, files: int) -> int:
    return min(files, jobs or min(os.cpu_count() or 1, files // _ENOUGH))
