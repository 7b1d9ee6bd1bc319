"""What `auditor check` does: audit files and say what was found."""

import os
import sys
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import structs

from auditor import reporters
from auditor.cli import chosen, fixes, hosts, inputs, output, settings
from auditor.cli.asked import Asked
from auditor.cli.exempt import Exempt, Seen
from auditor.cli.settings import Nearest, Override
from auditor.cli.targets import Target, guard, opened, targets
from auditor.model import RuleSet, Severity
from auditor.reporters.page import Page, Run
from auditor.reporters.tally import Tally
from auditor.sources import Source
from auditor.version import VERSION


def run(asked: Asked) -> int:
    """What was asked for, once or again and again. Gives the exit code."""
    if asked.watch:
        from auditor.cli.watching import again  # noqa: PLC0415 - few runs go on

        return again(asked, partial(_once, asked), partial(_settings, asked))
    return _once(asked)


def _once(asked: Asked, only: Collection[str] | None = None) -> int:
    """One run, over all sources or over `only` those files. Gives the exit code."""
    nearest = _settings(asked)
    wanted = targets(asked.forms or [], asked.files or [], show=asked.show)
    every = inputs.found(asked.paths, nearest, stdin_name=asked.stdin_filename, diff_base=asked.diff_base)
    found = guard(wanted, [one for one in every if only is None or one.path in only])
    work = inputs.jobs(nearest, **_needs(wanted), **_reading(asked), **fixes.how(asked))
    if asked.diff:
        return fixes.show(inputs.pages(found, work, asked.jobs))
    bound, tally = chosen.together([job.rules for job in work[: len(nearest.all)]]), Tally()
    pages = _counted(inputs.pages(found, work, asked.jobs), tally)
    ends = _ends(asked.until, asked.add_ignore)
    if asked.add_ignore:
        from auditor.cli import adding  # noqa: PLC0415 - few runs write settings

        adding.add(zip((nearest.all[s.by] for s in found), pages, strict=True), asked.add_ignore, ends)
    elif asked.changed_verdicts:
        from auditor.cli import changed_verdicts as changed  # noqa: PLC0415 - asked for once, after an update

        output.write(changed.lines(pages, work[0].gates), None)
    else:
        if asked.fix:
            pages, wanted = fixes.told(found, pages), fixes.targets(found, wanted)
        run = structs.replace(_run(bound, len(found), tally, work[0].top), **_telling(asked, nearest))
        _report(_told(found, pages, [job.exempt for job in work[: len(nearest.all)]]), wanted, run)
    opened(wanted, asked=asked.show)
    exit_zero = bool(asked.exit_zero or asked.add_ignore or asked.changed_verdicts)
    return 2 if nearest.broken else _exit_code(tally, bound, exit_zero=exit_zero)


def _settings(asked: Asked) -> Nearest:
    least = asked.min_severity or (Severity.INFO if asked.every else None)
    return settings.nearest(
        asked.config or [],
        Override(fail_on=asked.fail_on, fail_under=asked.fail_under, allow_empty=asked.allow_empty or None),
        Override(select=asked.select, extend_select=asked.extend_select, ignore=asked.ignore, rules=asked.rules),
        Override(baseline=asked.baseline, inline_ignores=asked.inline_ignores, today=_day(asked.today)),
        Override(cache=_unless(asked.no_cache), cache_dir=asked.cache_dir, force_exclude=asked.force_exclude or None),
        Override(min_coverage=asked.min_coverage, min_severity=least, profile=asked.profile),
        goes_on=True,
    )


def _reading(asked: Asked) -> dict[str, Any]:
    return {"format": asked.input_format, "zone": asked.zone, "reveal_private": asked.reveal_private}


def _telling(asked: Asked, nearest: Nearest) -> dict[str, Any]:
    least = nearest.run.settings.min_severity
    how = {"quiet": asked.quiet, "statistics": asked.statistics, "full": asked.every, "least": least}
    return how | {"rule_url": nearest.run.settings.rule_url or ""}


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _ends(until: datetime | None, reason: str | None) -> date | None:
    """When what `--add-ignore` writes ends."""
    if reason is not None and not reason.strip():
        output.stop('--add-ignore: say why, as in --add-ignore "kept as it was printed"')
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
    elif not wanted:
        deque(pages, maxlen=0)
    else:
        from auditor.cli.broadcast import broadcast  # noqa: PLC0415 - most runs have one reader

        broadcast(pages, [partial(_write, target=target, run=run) for target in wanted])


def _write(pages: Iterator[Page], target: Target, run: Run) -> None:
    if target.file:
        run = structs.replace(run, style=output.style(sys.stdout, plain=True))
    if target.folder and target.file:
        output.write_folder(target.folder(pages, run), target.file)
    else:
        output.write(target.render(pages, run), target.file, append=target.append)
    if target.page and not run.quiet and run.summary().files:
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
