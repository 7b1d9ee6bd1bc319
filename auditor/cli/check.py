"""`auditor check`: audit files and say what was found."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Annotated, Any

import typer
from msgspec import structs

from auditor import reporters, sources
from auditor.cli import audits, output, progress
from auditor.cli.broadcast import broadcast
from auditor.cli.settings import Override, chosen_rules, settings
from auditor.cli.targets import Target, targets
from auditor.config import Settings
from auditor.engine import VERSION
from auditor.model import Format, RuleSet, Severity, Zone
from auditor.parsing.sniff import SUFFIXES
from auditor.reporters.page import Gate, Page, Run
from auditor.reporters.tally import Tally
from auditor.scoring import Gates
from auditor.sources import Source

_ENOUGH = 16  # sources that are worth a worker of their own

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
            help=f"{', '.join(reporters.SHIPPED)}, or an installed reporter; text when absent. Again for more.",
        ),
    ] = None,
    files: Annotated[
        Names,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the report to this file, - for stdout; html also to a folder. "
            "Again for more: the first belongs to the first format without a file of its own.",
        ),
    ] = None,
    fail_on: Annotated[Severity | None, typer.Option(help="Fail on findings of this severity or above, too.")] = None,
    fail_under: Annotated[float | None, typer.Option(help="Fail on scores below this, too.")] = None,
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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="One line a finding, nothing else.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count every rule.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0: as many as are worth it.")] = 0,
) -> None:
    """Audit articles and say what is wrong with them, and where.

    Exit codes: 0 nothing fails the gate; 1 a page fails it; 2 wrong usage, a source that cannot be read, or an internal
    error (2 wins over 1; all other sources are still reported).

    The gate: a page fails when its verdict is reject (a critical finding, or a score under 40). --fail-on and
    --fail-under make it stricter, --exit-zero opens it.
    """
    given = Override(fail_on, fail_under, select, extend_select, ignore, rules)
    chosen = settings(config or [], given)
    bound = chosen_rules(chosen)
    wanted = targets(forms or [], files or [])
    found = _sources(paths, chosen, stdin_filename, force_exclude=force_exclude)
    tally = Tally(Gate(chosen.fail_on, chosen.fail_under))
    run = Run(
        rules=bound,
        files=len(found),
        style=output.style(sys.stdout),
        version=VERSION,
        summary=tally.summary,
        quiet=quiet,
        statistics=statistics,
    )
    job = _job(
        chosen,
        bound,
        format=input_format,
        zone=zone,
        reveal_private=reveal_private,
        passages=any(reporters.wants_passages(target.render) for target in wanted),
        source=not all(reporters.wants_passages(target.render) for target in wanted),
    )
    pages = _watched(audits.pages(found, job, _workers(jobs, len(found))), tally, len(found))
    _report(pages, wanted, run)
    raise typer.Exit(_exit_code(tally, bound, exit_zero=exit_zero))


def _job(chosen: Settings, rules: RuleSet, **how: Any) -> audits.Job:
    return audits.Job(
        rules=rules,
        gates=Gates(chosen.reject_under, chosen.pass_from),
        max_bytes=chosen.max_bytes,
        max_chars=chosen.max_chars,
        per_file_ignores=chosen.per_file_ignores,
        **how,
    )


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


def _sources(paths: list[str], chosen: Settings, stdin_name: str, *, force_exclude: bool) -> list[Source]:
    found = list(sources.find(paths, exclude=chosen.exclude, force_exclude=force_exclude))
    if not found:
        output.note(f"no articles below {', '.join(paths)}; name files, or folders with {', '.join(SUFFIXES)}")
    return [_stdin(stdin_name, chosen.max_bytes) if source.path == sources.STDIN else source for source in found]


def _stdin(name: str, max_bytes: int) -> Source:
    return Source(sources.shown_name(name), data=sys.stdin.buffer.read(max_bytes + 1))


def _watched(pages: Iterator[Page], tally: Tally, total: int) -> Iterator[Page]:
    for page in progress.shown(pages, total):
        tally.add(page)
        if page.error:
            output.note(f"{page.name}: {page.error}")
        for broken in page.report.rules.errored if page.report else ():
            output.note(f"{page.name}: rule {broken.rule} failed, please report it: {broken.error}")
        yield page


def _workers(jobs: int, files: int) -> int:
    return min(files, jobs or min(os.cpu_count() or 1, files // _ENOUGH))


def _exit_code(tally: Tally, rules: RuleSet, *, exit_zero: bool) -> int:
    summary = tally.summary()
    if summary.errors or tally.broken_rules or rules.problems:
        return 2
    return 1 if summary.failed and not exit_zero else 0
