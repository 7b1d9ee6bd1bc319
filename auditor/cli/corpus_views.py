"""`auditor corpus summary` and `auditor corpus siblings`: what stands in the parts of a corpus."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import json

from auditor.cli import options, output
from auditor.cli.chosen import chosen_rules
from auditor.cli.settings import Override, settings
from auditor.reporters.paint import clip, visible

_WIDEST = 60  # characters of a cell
_BAR = 24  # characters
_NAMED = 3  # documents of a finding that are printed
_SHOWN = 200  # findings of a rule on a page
_EIGHTHS = " ▏▎▍▌▋▊▉█"

Names = list[str] | None
Parts = Annotated[str, typer.Argument(metavar="DIR", help="What `auditor corpus run` wrote.")]


class Engine(StrEnum):
    DUCKDB = "duckdb"
    DAFT = "daft"


def summary(
    parts: Parts,
    every: Annotated[bool, typer.Option("--all", help="Every table: scores, rules, sites, months, languages.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write one HTML page to this file instead.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write a line for each document to this file instead.")] = None,
    siblings: Annotated[bool, typer.Option("--siblings", help="The page shows shared texts, too.")] = False,
) -> None:
    """Show what a corpus is like: verdicts, what goes wrong most, and the worst documents with evidence."""
    try:
        if html:
            output.write(_page(parts, siblings=siblings), html)
        if csv:
            output.write(_spreadsheet(parts), csv)
        if not (html or csv):
            output.write(_tables(parts) if every else _answer(parts), None)
    except BrokenPipeError:
        raise
    except (ValueError, OSError, RuntimeError, ImportError) as error:
        output.stop(str(error))


def _answer(parts: str) -> Iterator[str]:
    from auditor.corpus.show.answer import answer  # noqa: PLC0415 - other commands must not pay for it
    from auditor.corpus.show.terminal import lines  # noqa: PLC0415

    return (f"{line}\n" for line in lines(answer(parts), parts, output.style(sys.stdout)))


def _tables(parts: str) -> Iterator[str]:
    from auditor.corpus.show.summary import summary as of_parts  # noqa: PLC0415 - other commands must not pay for it

    return map(_printed, of_parts(parts))


def _spreadsheet(parts: str) -> Iterator[str]:
    from auditor.corpus.show.spreadsheet import csv_of  # noqa: PLC0415 - other commands must not pay for it

    return csv_of(parts)


def siblings(  # noqa: PLR0917 - typer makes one option of each
    parts: Parts,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Folders = None,
    config: options.Config = None,
    limit: Annotated[int, typer.Option(min=1, help="Findings of each rule that are printed.")] = 20,
    jsonl: Annotated[Path | None, typer.Option(help="Write all of them to this file, as JSON Lines, instead.")] = None,
    engine: Annotated[Engine, typer.Option(help="What answers the queries.")] = Engine.DUCKDB,
    ray: Annotated[str | None, typer.Option(metavar="ADDRESS", help="The Ray cluster that Daft runs on.")] = None,
) -> None:
    """Show what documents share with each other: articles, paragraphs, biographies, quotations, headlines.

    These are rules of scope corpus; `auditor rules list` marks them. They touch no score: rows are written before.

    Exit codes: 0 whatever is found; 2 wrong usage, or nothing to compare.
    """
    from auditor.corpus.compare.siblings import siblings as of_parts  # noqa: PLC0415 - other commands must not pay for it

    chosen = chosen_rules(settings(config or [], Override(select=select, ignore=ignore, rules=rules))).corpus
    if not chosen:
        output.stop("no rule that compares documents is chosen; `auditor rules list` marks them with (corpus)")
    if ray and engine is not Engine.DAFT:
        output.stop("--ray: DuckDB works on this machine alone; add --engine daft")
    try:
        found = of_parts(parts, chosen, _engine(engine, ray))
        if jsonl:
            output.write((json.encode(one).decode() + "\n" for one in found), jsonl)
        else:
            output.write(_listed(found, {rule.id: rule.title for rule in chosen}, limit), None)
    except BrokenPipeError:
        raise
    except (ValueError, OSError, RuntimeError, ImportError) as error:
        output.stop(str(error))


def _engine(engine: Engine, ray: str | None) -> Any:
    if engine is Engine.DAFT:
        from auditor.corpus.compare import frames  # noqa: PLC0415

        return partial(frames.tables, ray=ray)
    from auditor.corpus.compare import database  # noqa: PLC0415

    return database.tables


def _page(parts: str, *, siblings: bool) -> Iterator[str]:
    from auditor.corpus.compare.siblings import siblings as of_parts  # noqa: PLC0415
    from auditor.corpus.show.answer import answer  # noqa: PLC0415 - other commands must not pay for it
    from auditor.corpus.show.page import page  # noqa: PLC0415
    from auditor.corpus.show.summary import summary as sheets  # noqa: PLC0415

    rules = chosen_rules(settings([])).corpus if siblings else ()
    found = {rule.title: islice(of_parts(parts, [rule]), _SHOWN) for rule in rules}
    return page(parts, answer(parts), sheets(parts), found)


def _listed(found: Iterator[Any], titles: dict[str, str], limit: int) -> Iterator[str]:
    rule = ""
    for rule, group in groupby(found, key=lambda one: one.rule):
        for number, one in enumerate(islice(group, limit)):
            yield "" if number else f"{titles[rule]} ({rule}, {one.severity})\n"
            yield f"  {visible(one.message)}\n"
            yield from (f"      {visible(_named(sibling))}\n" for sibling in one.siblings[:_NAMED])
            left = one.documents - _NAMED
            yield f"      ... and {left:,} more\n" if left > 0 else ""
        left = sum(1 for _ in group)
        yield f"  ... and {left:,} more findings; --limit or --jsonl shows them\n\n" if left else "\n"
    yield "" if rule else "The documents share nothing that these rules look for.\n"


def _named(sibling: Any) -> str:
    place = sibling.url or f"{sibling.source}: {sibling.id}"
    return f"{place}  {clip(sibling.says, _WIDEST)}" if sibling.says else place


def _printed(sheet: Any) -> str:
    """Without the empty steps of a scale, which only a picture needs."""
    drawn = [sheet.columns.index(name) for name in sheet.bars] if sheet.plot else []
    lines = [line for line in sheet.lines if not drawn or any(line[i] for i in drawn)]
    return table(sheet.title, sheet.columns, lines, sheet.bars)


def table(title: str, columns: Sequence[str], values: Sequence[Sequence[Any]], bars: Sequence[str] = ()) -> str:
    """Lines under a title, numbers to the right; a bar for the sum of the columns that `bars` names."""
    rows = [[_cell(value) for value in line] for line in values]
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    is_number = [all(isinstance(line[i], int | float) for line in values) for i in range(len(widths))]
    drawn = [columns.index(name) for name in bars]
    totals = [sum(line[i] for i in drawn) for line in values]

    def aligned(cells: Sequence[str]) -> str:
        sides = zip(cells, widths, is_number, strict=True)
        return "  ".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in sides)

    lines = [f"  {aligned(row)}  {_bar(total / (max(totals) or 1))}" for row, total in zip(rows, totals, strict=True)]
    return "\n".join([title, f"  {aligned(columns)}", *map(str.rstrip, lines), "", ""])


def _cell(value: Any) -> str:
    if isinstance(value, int | float):
        return f"{value:,}"
    return clip(visible("-" if value is None else str(value)), _WIDEST)


def _bar(share: float) -> str:
    whole, rest = divmod(round(share * _BAR * 8), 8)
    return _EIGHTHS[-1] * whole + _EIGHTHS[rest].strip()
