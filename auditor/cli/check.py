"""`auditor check`: audit files and say what was found."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import typer
from msgspec import structs

from auditor import reporters
from auditor.cli import adding, hosts, inputs, options, output, settings
from auditor.cli import changed_verdicts as changed
from auditor.cli.broadcast import broadcast
from auditor.cli.exempt import Exempt, Seen
from auditor.cli.settings import Override
from auditor.cli.targets import Target, guard, opened, targets
from auditor.model import RuleSet, Severity
from auditor.reporters.page import Page, Run
from auditor.reporters.tally import Tally
from auditor.sources import Source
from auditor.version import VERSION


def check(  # noqa: PLR0917 - typer makes one option of each
    paths: options.Paths,
    forms: options.Forms = None,
    files: options.Files = None,
    fail_on: options.FailOn = None,
    fail_under: options.FailUnder = None,
    allow_empty: options.AllowEmpty = False,
    min_coverage: options.MinCoverage = None,
    changed_verdicts: options.ChangedVerdicts = False,
    exit_zero: options.ExitZero = False,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    rules: options.Folders = None,
    config: options.Config = None,
    input_format: options.InputFormat = None,
    zone: options.As = None,
    stdin_filename: options.StdinFilename = "<stdin>",
    reveal_private: options.RevealPrivate = False,
    force_exclude: options.ForceExclude = False,
    diff_base: options.DiffBase = "",
    baseline: options.Baseline = None,
    add_ignore: options.AddIgnore = "",
    until: options.Until = None,
    inline_ignores: options.InlineIgnores = None,
    today: options.Today = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    min_severity: options.MinSeverity = None,
    every: options.All = False,
    quiet: options.Quiet = False,
    show: options.Open = False,
    statistics: options.Statistics = False,
    jobs: options.Jobs = 0,
) -> None:
    """Audit articles and say what is wrong with them, and where."""
    gate = Override(fail_on=fail_on, fail_under=fail_under, allow_empty=allow_empty or None, min_coverage=min_coverage)
    choice = Override(select=select, extend_select=extend_select, ignore=ignore, rules=rules)
    least = min_severity or (Severity.INFO if every else None)
    known = Override(baseline=baseline, inline_ignores=inline_ignores, today=_day(today), min_severity=least)
    kept = Override(cache=_unless(no_cache), cache_dir=cache_dir, force_exclude=force_exclude or None)
    nearest = settings.nearest(config or [], gate, choice, known, kept)
    wanted = targets(forms or [], files or [], show=show)
    found = guard(wanted, inputs.found(paths, nearest, stdin_name=stdin_filename, diff_base=diff_base))
    work = inputs.jobs(nearest, **_needs(wanted), format=input_format, zone=zone, reveal_private=reveal_private)
    bound, tally = settings.together([job.rules for job in work[: len(nearest.all)]]), Tally()
    pages = _counted(inputs.pages(found, work, jobs), tally)
    ends = _ends(until, add_ignore)
    if add_ignore:
        adding.add(zip((nearest.all[s.by] for s in found), pages, strict=True), add_ignore, ends)
    elif changed_verdicts:
        output.write(changed.lines(pages, work[0].gates), None)
    else:
        told = {"quiet": quiet, "statistics": statistics, "full": every, "least": nearest.run.settings.min_severity}
        run = structs.replace(_run(bound, len(found), tally, work[0].top), **told)
        _report(_told(found, pages, [job.exempt for job in work[: len(nearest.all)]]), wanted, run)
    opened(wanted, asked=show)
    raise typer.Exit(_exit_code(tally, bound, exit_zero=bool(exit_zero or add_ignore or changed_verdicts)))


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _ends(until: datetime | None, reason: str) -> date | None:
    """When what `--add-ignore` writes ends."""
    if until and not reason:
        output.stop("--until says when what --add-ignore writes ends; give both")
    return _day(until)


def _unless(refused: bool) -> bool | None:
    """False where an option refuses a setting, else what the settings say."""
    return False if refused else None


def _needs(wanted: Sequence[Target]) -> dict[str, Any]:
    """What the reports need of a page besides its report."""
    passages = [reporters.wants_passages(target.render) for target in wanted]
    top = hosts.top(os.environ) if any(reporters.wants_paths(target.render) for target in wanted) else ""
    return {"passages": any(passages), "source": not all(passages), "top": top}


def _run(rules: RuleSet, files: int, tally: Tally, top: str) -> Run:
    style = output.style(sys.stdout)
    uri = Path(top).as_uri().rstrip("/") + "/" if top else ""
    return Run(rules, files, style, tally.summary, VERSION, top=uri)


def _report(pages: Iterator[Page], wanted: Sequence[Target], run: Run) -> None:
    if len(wanted) == 1:
        _write(pages, wanted[0], run)
    else:
        broadcast(pages, [partial(_write, target=target, run=run) for target in wanted])


def _write(pages: Iterator[Page], target: Target, run: Run) -> None:
    if target.file:
        run = structs.replace(run, style=output.style(sys.stdout, plain=True))
    if target.folder and target.file:
        output.write_folder(target.folder(pages, run), target.file)
    else:
        output.write(target.render(pages, run), target.file, append=target.append)
    if target.page and not run.quiet:
        output.note(f"{target.page} is written; open it in a browser")


def _counted(pages: Iterator[Page], tally: Tally) -> Iterator[Page]:
    for page in pages:
        tally.add(page)
        yield page


def _told(found: Sequence[Source], pages: Iterator[Page], exempt: Sequence[Exempt]) -> Iterator[Page]:
    """The pages; then, on stderr, what of suppressions a reader of the report should know."""
    seen = Seen(exempt)
    for source, page in zip(found, pages, strict=True):
        seen.add(page, source.by)
        yield page
    for line in seen.idle():
        output.note(line)


def _exit_code(tally: Tally, rules: RuleSet, *, exit_zero: bool) -> int:
    summary = tally.summary()
    if summary.errors or tally.broken_rules or rules.problems:
        return 2
    return 1 if summary.failed and not exit_zero else 0
