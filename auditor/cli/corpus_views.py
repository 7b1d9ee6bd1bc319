"""`auditor corpus summary` and `auditor corpus siblings`: what stands in the parts of a corpus."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import json

from auditor.cli import output
from auditor.reporters.paint import clip, visible

_WIDEST = 60  # characters of a cell
_BAR = 24  # characters
_EIGHTHS = " ▏▎▍▌▋▊▉█"

Parts = Annotated[str, typer.Argument(metavar="DIR", help="What `auditor corpus run` wrote.")]


def summary(
    parts: Parts,
    html: Annotated[Path | None, typer.Option(help="Write one HTML page with plots to this file instead.")] = None,
    siblings: Annotated[bool, typer.Option("--siblings", help="The page shows shared texts, too.")] = False,
) -> None:
    """Show verdicts, scores, rules, hosts, dates and errors of a corpus."""
    from auditor.corpus.summary import summary as of_parts  # noqa: PLC0415 - other commands must not pay for it

    try:
        sheets = of_parts(parts)
        if html:
            output.write(_page(parts, sheets, siblings=siblings), html)
        else:
            output.write((_printed(sheet) for sheet in sheets), None)
    except (ValueError, OSError, ImportError) as error:
        output.stop(str(error))


def siblings(
    parts: Parts,
    kind: Annotated[list[str] | None, typer.Option(help="What they share; again for more; all when absent.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Lines of each kind.")] = 20,
    jsonl: Annotated[Path | None, typer.Option(help="Write all of them to this file, as JSON Lines, instead.")] = None,
) -> None:
    """Show what documents share with each other: articles, templates, biographies, paragraphs, headlines.

    Kinds: near-duplicate, template, shared-biography, several-biographies, shared-paragraph, shared-headline.
    """
    from auditor.corpus.siblings import KINDS  # noqa: PLC0415 - other commands must not pay for it
    from auditor.corpus.siblings import siblings as of_parts  # noqa: PLC0415

    try:
        found = of_parts(parts, kind or KINDS)
        if jsonl:
            output.write((json.encode(one).decode() + "\n" for one in found), jsonl)
        else:
            output.write(_listed(found, KINDS, limit), None)
    except (ValueError, OSError, ImportError) as error:
        output.stop(str(error))


def _page(parts: str, sheets: Sequence[Any], *, siblings: bool) -> Iterator[str]:
    from auditor.corpus.page import page  # noqa: PLC0415 - other commands must not pay for it
    from auditor.corpus.siblings import KINDS  # noqa: PLC0415
    from auditor.corpus.siblings import siblings as of_parts  # noqa: PLC0415

    found = (one for kind in KINDS for one in islice(of_parts(parts, [kind]), 20)) if siblings else iter(())
    return page(parts, sheets, found)


def _listed(found: Iterator[Any], titles: dict[str, str], limit: int) -> Iterator[str]:
    for kind, group in groupby(found, key=lambda one: one.kind):
        yield f"{titles[kind]} ({kind})\n"
        for one in islice(group, limit):
            yield f"  {one.documents:>7,} documents, {one.hosts:,} hosts: {clip(visible(one.shared), _WIDEST)}\n"
            yield f"          {visible(' '.join(one.examples[:2]))}\n"
        left = sum(1 for _ in group)
        yield f"  ... and {left:,} more; --limit or --jsonl shows them\n\n" if left else "\n"


def _printed(sheet: Any) -> str:
    rows = [[_cell(value) for value in line] for line in sheet.lines]
    widths = [max(map(len, column)) for column in zip(sheet.columns, *rows, strict=True)]
    is_number = [all(isinstance(line[i], int | float) for line in sheet.lines) for i in range(len(widths))]
    drawn = [sheet.columns.index(name) for name in sheet.bars]
    totals = [sum(line[i] for i in drawn) for line in sheet.lines]

    def aligned(cells: Sequence[str]) -> str:
        sides = zip(cells, widths, is_number, strict=True)
        return "  ".join(cell.rjust(width) if right else cell.ljust(width) for cell, width, right in sides)

    lines = [f"  {aligned(row)}  {_bar(total / (max(totals) or 1))}" for row, total in zip(rows, totals, strict=True)]
    return "\n".join([sheet.title, f"  {aligned(sheet.columns)}", *map(str.rstrip, lines), "", ""])


def _cell(value: Any) -> str:
    if isinstance(value, int | float):
        return f"{value:,}"
    return clip(visible("-" if value is None else str(value)), _WIDEST)


def _bar(share: float) -> str:
    whole, rest = divmod(round(share * _BAR * 8), 8)
    return _EIGHTHS[-1] * whole + _EIGHTHS[rest].strip()
