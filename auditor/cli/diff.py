"""`auditor diff`: what changed between two versions of an article, or between two runs."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from auditor.cli import inputs, output, settings
from auditor.comparing import Changed, Compared, Comparison, Side, at_least, compared
from auditor.model import Report, Severity
from auditor.reporters.answer import SEVERITY_LOOKS
from auditor.reporters.page import shown
from auditor.reporters.paint import Style, one_line
from auditor.reporters.summary import Checked
from auditor.sources import STDIN

_RUNS = (".json", ".jsonl")
_RESULTS = {"gone": "green", "left": "dim", "new": "red"}


class Form(StrEnum):
    TEXT = "text"
    JSON = "json"


Old = Annotated[str, typer.Argument(metavar="OLD", help="The article before, or a report of --format json or jsonl.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The article after, or the later report; - for stdin.")]
Shown = Annotated[Form, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")]
Least = Annotated[
    Severity,
    typer.Option(metavar="SEVERITY", help="Causes from here up count: info, warning (the default), error, critical."),
]
Config = Annotated[list[str] | None, typer.Option(metavar="FILE|KEY=VALUE", help="As of check; may be repeated.")]


def diff(
    old: Old, new: New, form: Shown = Form.TEXT, min_severity: Least = Severity.WARNING, config: Config = None
) -> None:
    """Say which causes are gone, left and new between two versions of an article, or two runs.

    Exits with 0 where none is new, 1 where one is, 2 where one of them cannot be read.
    """
    before, after = (_reports(given, other, config or []) for given, other in ((old, new), (new, old)))
    whole = compared(before, after)
    pages = tuple(at_least(page, min_severity) for page in whole.pages)
    counted = msgspec.structs.replace(
        whole,
        pages=pages,
        gone=sum(len(page.gone) for page in pages),
        left=sum(len(page.left) for page in pages),
        new=sum(len(page.new) for page in pages),
    )
    text = (
        [output.as_json(counted)]
        if form is Form.JSON
        else _text(counted, output.style(typer.get_text_stream("stdout")))
    )
    output.write(text, None)
    raise typer.Exit(1 if counted.new else 0)


def _reports(given: str, other: str, config: list[str]) -> Sequence[Report]:
    """Those of a run, or that of an article. Exits with 2 where there are none."""
    if Path(given).suffix in _RUNS:
        return _run(Path(given))
    nearest = settings.nearest(config)
    name = other if given == STDIN and Path(other).suffix not in _RUNS else "<stdin>"
    pages = inputs.pages(inputs.found([given], nearest, stdin_name=name), inputs.jobs(nearest))
    reports = [page.report for page in pages if page.report]
    return reports or output.stop(f"{given}: nothing to compare")


def _run(file: Path) -> Sequence[Report]:
    try:
        data = file.read_bytes()
        if file.suffix == ".json":
            return msgspec.json.decode(data, type=Checked).reports
        lines = (line for line in data.splitlines() if line.strip() and b'"causes"' in line)
        return [msgspec.json.decode(line, type=Report) for line in lines]
    except OSError as error:
        output.stop(f"{file}: cannot be read: {error.strerror}")
    except (msgspec.MsgspecError, RecursionError) as error:
        output.stop(f"{file}: no report of `auditor check --format json` or jsonl: {error}")


def _text(found: Comparison, style: Style) -> Iterator[str]:
    for page in found.pages:
        if page.gone or page.new or len(found.pages) == 1:
            yield from _page(page, style)
    if found.rules_differ:
        yield "The two were judged by different rules: causes may have come and gone with them\n"
    yield f"{found.gone} gone, {found.left} left, {found.new} new\n"


def _page(page: Compared, style: Style) -> Iterator[str]:
    sides = [side for side in (page.before, page.after) if side]
    names = " -> ".join(dict.fromkeys(style.paint(side.name, "bold") for side in sides))
    told = " -> ".join(map(_side, sides))
    missing = "" if page.before and page.after else ", not there before" if page.after else ", not there any more"
    yield f"{names}: {told}{missing}\n"
    for result, causes in (("gone", page.gone), ("left", page.left), ("new", page.new)):
        yield from (f"  {style.paint(result.ljust(4), _RESULTS[result])}  {_cause(cause, style)}\n" for cause in causes)
    yield "\n"


def _side(side: Side) -> str:
    return f"{side.verdict} ({shown(side.score)})"


def _cause(cause: Changed, style: Style) -> str:
    severity = style.paint(f"{cause.severity}[{cause.kind}]", *SEVERITY_LOOKS[cause.severity])
    before = cause.places_before
    places = f", {before} -> {cause.places} places" if before is not None and before != cause.places else ""
    return f"{severity} {one_line(cause.title or cause.sentence)}{places}"
