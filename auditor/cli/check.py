"""`auditor check`: audit files and say what was found."""

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Annotated

import typer
from msgspec import structs

from auditor import reporters
from auditor.cli import adding, inputs, output, settings
from auditor.cli import changed_verdicts as changed
from auditor.cli.broadcast import broadcast
from auditor.cli.exempt import Exempt, Seen
from auditor.cli.settings import Override
from auditor.cli.targets import Target, targets
from auditor.engine import VERSION
from auditor.model import Format, RuleSet, Severity, Zone
from auditor.reporters.page import Gate, Page, Run
from auditor.reporters.tally import Tally

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, glob patterns, or - for stdin.")]
Names = list[str] | None


def check(  # noqa: PLR0917 - typer makes one option of each
    paths: Paths,
    forms: Annotated[
        Names,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME[:FILE]",
            help=f"{', '.join(reporters.SHIPPED)}, or an installed reporter; text when absent. Again for more "
            "reports of one run: -f text -f sarif:out.sarif. Without FILE to stdout.",
        ),
    ] = None,
    files: Annotated[
        Names,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the report to this file, - for stdout; html also to a folder. "
            "Again, once for each format that names no file, in their order.",
        ),
    ] = None,
    fail_on: Annotated[Severity | None, typer.Option(help="Fail on findings of this severity or above, too.")] = None,
    fail_under: Annotated[float | None, typer.Option(help="Fail on scores below this, too.")] = None,
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="Sources without text do not fail.")] = False,
    min_coverage: Annotated[
        float | None, typer.Option(metavar="PERCENT", help="Fail where fewer of the rules could judge.")
    ] = None,
    changed_verdicts: Annotated[
        bool, typer.Option("--changed-verdicts", help="List only pages that version 0.1 judged otherwise.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")] = False,
    select: Annotated[Names, typer.Option(help="Rules or dimensions to run; again or with commas for more.")] = None,
    extend_select: Annotated[Names, typer.Option(help="Rules or dimensions to run besides.")] = None,
    ignore: Annotated[Names, typer.Option(help="Rules or dimensions to leave out.")] = None,
    rules: Annotated[Names, typer.Option(help="A folder with cards of your own; again for more.")] = None,
    config: Annotated[Names, typer.Option(help='A settings file, or "key = value".')] = None,
    input_format: Annotated[Format | None, typer.Option(help="Read every source as this instead of guessing.")] = None,
    zone: Annotated[
        Zone | None, typer.Option("--as", help="The whole source is this zone: author for one profile.")
    ] = None,
    stdin_filename: Annotated[str, typer.Option(help="What reports call stdin.")] = "<stdin>",
    reveal_private: Annotated[bool, typer.Option("--reveal-private", help="Show private data in full.")] = False,
    force_exclude: Annotated[bool, typer.Option("--force-exclude", help="Exclude files that are named, too.")] = False,
    diff_base: Annotated[
        str, typer.Option(metavar="REV", help="Only files that changed in git since this revision.")
    ] = "",
    baseline: Annotated[str | None, typer.Option(metavar="FILE", help="Findings in this file are known.")] = None,
    add_ignore: Annotated[
        str, typer.Option(metavar="REASON", help="Write suppressions of all findings into the settings file.")
    ] = "",
    no_inline_ignores: Annotated[
        bool, typer.Option("--no-inline-ignores", help="Suppressions in the sources themselves do not count.")
    ] = False,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that suppressions expire by.")
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Audit unchanged files again.")] = False,
    cache_dir: Annotated[
        str | None, typer.Option(metavar="DIR", help="Where reports of unchanged files are kept.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="One line a finding, nothing else.")] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count every rule; of many files, nothing but that.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0: as many as are worth it.")] = 0,
) -> None:
    """Audit articles and say what is wrong with them, and where.

    Exit codes: 0 nothing fails the gate; 1 a page fails it; 2 wrong usage, a source that cannot be read, or an internal
    error (2 wins over 1; all other sources are still reported).

    The gate: a page fails when its verdict is reject (a score under 40, as one critical cause makes it) or when there
    was nothing to judge. --fail-on, --fail-under and --min-coverage make it stricter, --exit-zero opens it.
    """
    given = Override(
        fail_on,
        fail_under,
        select,
        extend_select,
        ignore,
        rules,
        force_exclude or None,
        baseline,
        inline_ignores=False if no_inline_ignores else None,
        today=today.date() if today else None,
        cache=False if no_cache else None,
        cache_dir=cache_dir,
        allow_empty=allow_empty or None,
        min_coverage=min_coverage,
    )
    resolved = settings.resolved(config or [], given)
    bound = settings.chosen_rules(resolved.settings)
    wanted = targets(forms or [], files or [])
    found = inputs.found(paths, resolved, stdin_name=stdin_filename, diff_base=diff_base)
    chosen = resolved.settings
    tally = Tally(Gate(chosen.fail_on, chosen.fail_under, chosen.allow_empty, chosen.min_coverage))
    job = inputs.job(
        resolved,
        bound,
        format=input_format,
        zone=zone,
        reveal_private=reveal_private,
        passages=any(reporters.wants_passages(target.render) for target in wanted),
        source=not all(reporters.wants_passages(target.render) for target in wanted),
    )
    run = Run(
        rules=bound,
        files=len(found),
        style=output.style(sys.stdout),
        version=VERSION,
        summary=tally.summary,
        quiet=quiet,
        statistics=statistics,
    )
    pages = _counted(inputs.pages(found, job, jobs), tally)
    if add_ignore:
        adding.add(pages, add_ignore, resolved)
        raise typer.Exit(_exit_code(tally, bound, exit_zero=True))
    if changed_verdicts:
        output.write(changed.lines(pages, job.gates), None)
        raise typer.Exit(_exit_code(tally, bound, exit_zero=True))
    _report(_told(pages, job.exempt), wanted, run)
    raise typer.Exit(_exit_code(tally, bound, exit_zero=exit_zero))


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


def _told(pages: Iterator[Page], exempt: Exempt) -> Iterator[Page]:
    """The pages; then, on stderr, the suppressions of settings that hid nothing in any file that they match."""
    seen = Seen(exempt)
    for page in pages:
        seen.add(page)
        yield page
    for line in seen.idle():
        output.note(line)


def _exit_code(tally: Tally, rules: RuleSet, *, exit_zero: bool) -> int:
    summary = tally.summary()
    if summary.errors or tally.broken_rules or rules.problems:
        return 2
    return 1 if summary.failed and not exit_zero else 0
