"""What a run reads and how: its sources, its job, its workers."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import time
from typing import Any

from msgspec import structs

from auditor import feeds, installed, sources
from auditor.cli import audits, output, progress
from auditor.cli.chosen import rule_folders
from auditor.cli.exempt import Exempt, exempt, unmatched
from auditor.cli.jobs import Job
from auditor.cli.settings import Nearest
from auditor.config import Resolved
from auditor.gate import cache
from auditor.gate.baseline import BaselineError
from auditor.model import Gate, RuleSet
from auditor.parsing.sniff import SUFFIXES
from auditor.reporters.page import Page
from auditor.scoring import Gates
from auditor.sources import Source

_ENOUGH = 16  # sources that are worth a worker of their own


def found(paths: list[str], nearest: Nearest, *, stdin_name: str = "<stdin>", diff_base: str = "") -> list[Source]:
    """The sources, of `diff_base` those that changed since. Exits with 2 where git cannot say."""
    run = nearest.run.settings
    passed = Counter[str]()
    taken = walked(paths, nearest, stdin_name, passed)
    given = [_judged_by(one, nearest.number(_folder(one, stdin_name)), nearest) for one in taken]
    given = [item for one in given for item in feeds.of_feed(one, passed)]
    if passed:
        counted = ", ".join(f"{what} ({count:,})" for what, count in sorted(passed.items()))
        output.note(f"passed by: {counted}")
    if passed_by := _passed_by(paths, nearest, len(given)):
        output.note(f"{passed_by} of {len(paths)} sources that were named are excluded by settings or git")
    elif not given:
        given = _nothing(paths, accepted=run.allow_empty)
    for line in _unmatched(paths, nearest, given):
        output.note(line)
    if diff_base:
        from auditor.cli.since import changed  # noqa: PLC0415 - git is asked, and folders of then are made

        given = changed(given, nearest, diff_base)
    return [_stdin(one, stdin_name, run.max_bytes) if one.path == sources.STDIN else one for one in given]


def _judged_by(source: Source, number: int, nearest: Nearest) -> Source:
    """A source with its settings, or with the reason why it has none."""
    if number not in nearest.broken or source.error:
        return structs.replace(source, by=number)
    where = sources.shown_name(os.path.relpath(nearest.broken[number]))
    place = "this folder" if where == "." else where
    return structs.replace(source, by=number, error=f"the settings in {place} cannot be used; mend them")


def walked(
    paths: list[str], nearest: Nearest, stdin_name: str = "<stdin>", passed: Counter[str] | None = None
) -> Iterator[sources.Source]:
    """The sources that settings take, as they are found."""
    filters = dict[int, sources.Filter]()
    chosen = partial(_filtered, nearest=nearest, made=filters)
    return sources.find(paths, stdin_name=stdin_name, nearest=chosen, passed=passed)


def _passed_by(paths: list[str], nearest: Nearest, found: int) -> int:
    """How many sources were named and not taken, where settings exclude such as well."""
    named = [path for path in paths if Path(path).is_file() or path == sources.STDIN]
    forced = any(nearest.of(os.path.dirname(path)).settings.force_exclude for path in named)  # noqa: PTH120
    return max(0, len(named) - found) if forced else 0


def _unmatched(paths: list[str], nearest: Nearest, given: list[Source]) -> Iterator[str]:
    """What to say of patterns that match no file, of settings whose folder was walked through as a whole."""
    for number, own in enumerate(nearest.all):
        if any(_holds(path, own.root) for path in paths):
            yield from unmatched(own, [source.name for source in given if source.by == number])


def _folder(source: Source, stdin_name: str) -> str:
    return os.path.dirname(stdin_name if source.path == sources.STDIN else source.path)  # noqa: PTH120


def _filtered(folder: str, nearest: Nearest, made: dict[int, sources.Filter]) -> sources.Filter:
    number = nearest.number(folder)
    if number not in made:
        own = nearest.all[number]
        made[number] = sources.Filter(
            include=own.settings.include,
            exclude=own.settings.exclude,
            gitignore=own.settings.respect_gitignore,
            force=own.settings.force_exclude,
            root=own.root,
        )
    return made[number]


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


def jobs(nearest: Nearest, *, bare: bool = False, **how: Any) -> tuple[Job, ...]:
    """What is done to the sources of each settings, by their number, and was then; `bare`: without a baseline.

    Exits with 2 where a baseline or the rules cannot be used.
    """
    kept, states = _cache(nearest.run), dict[tuple[str, ...], str]()
    made = []
    for own in nearest.all:
        folders = tuple(own.settings.rules)
        if kept and folders not in states:
            states[folders] = cache.state(rule_folders(own.settings))
        how["cache"] = kept and structs.replace(kept, state=states[folders])
        chosen = structs.replace(own.settings, baseline=None) if bare else own.settings
        made.append(_job(structs.replace(own, settings=chosen), nearest.rules(own), None, **how))
    for then in nearest.past:
        how["cache"] = kept and structs.replace(kept, state=then.state)
        made.append(_job(then.own, then.rules, then.exempt, **how))
    return tuple(made)


def _job(own: Resolved, rules: RuleSet, exemptions: Exempt | None, **how: Any) -> Job:
    chosen = own.settings
    try:
        exemptions = exemptions or exempt(own)
    except BaselineError as error:
        output.stop(str(error))
    return Job(
        rules=rules,
        gates=Gates(chosen.reject_under, chosen.pass_from),
        max_bytes=chosen.max_bytes,
        max_chars=chosen.max_chars,
        max_seconds=chosen.max_seconds,
        max_memory=chosen.max_memory,
        per_file_ignores=chosen.per_file_ignores,
        exempt=exemptions,
        gate=Gate(
            chosen.fail_on,
            chosen.fail_under,
            chosen.allow_empty,
            chosen.min_coverage,
            chosen.reject_under,
            chosen.pass_from,
        ),
        **how,
    )


def pages(given: list[Source], work: tuple[Job, ...], processes: int = 0) -> Iterator[Page]:
    """One page for each source; what went wrong with it is told on stderr."""
    failed = Counter[str]()
    for page in progress.shown(audits.pages(given, work, _workers(processes, len(given))), len(given)):
        if page.error:
            output.note(f"{page.name}: {page.error}")
        for broken in page.report.rules.errored if page.report else ():
            failed[broken.rule] += 1
            if failed[broken.rule] == 1:
                output.note(f"{page.name}: rule {broken.rule} failed: {broken.error}; {_remedy(broken.rule)}")
        yield page
    for rule, times in failed.items():
        if times > 1:
            output.note(f"rule {rule} failed on {times - 1:,} more pages")


def _remedy(rule: str) -> str:
    """Who should hear of a rule that fails."""
    pack = rule.partition("/")[0] if "/" in rule else ""
    owners = [point.distribution for point in installed.points(installed.PACKS) if point.name == pack]
    return f"please report it{f' to the makers of {owners[0]}' if owners else ''}, and ignore the rule until then"


def _cache(resolved: Resolved) -> cache.Cache | None:
    chosen = resolved.settings
    key = cache.key() if chosen.cache else None
    if key is None:
        return None
    folder = Path(chosen.cache_dir) if chosen.cache_dir else resolved.root / cache.NAME
    if not chosen.cache_dir and folder.is_symlink():
        output.note(f"{folder} is a link, which a repository may have planted; nothing is cached, see --cache-dir")
        return None
    found = cache.Cache(folder, "", key)
    found.sweep(time())
    return found


def _stdin(source: Source, name: str, max_bytes: int) -> Source:
    return Source(sources.shown_name(name), data=sys.stdin.buffer.read(max_bytes + 1), by=source.by)


def _workers(processes: int, files: int) -> int:
    return min(files, processes or min(os.cpu_count() or 1, files // _ENOUGH))
