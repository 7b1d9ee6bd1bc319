"""`auditor corpus sample` and `auditor corpus host`: findings of a corpus, to be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from msgspec import json

from auditor import rulebook
from auditor.cli import output
from auditor.cli.corpus_views import Parts, table
from auditor.reporters.paint import clip, visible
from auditor.text.nearest import nearest

_WIDEST = 300  # characters of a text
_OTHERS = 3  # places of a finding besides its first

Verdict = Literal["pass", "review", "reject"]


def sample(
    parts: Parts,
    rule: Annotated[str, typer.Option(metavar="ID", help="The rule whose findings are shown.")],
    number: Annotated[int, typer.Option("-n", min=1, help="How many documents.")] = 20,
    verdict: Annotated[Verdict | None, typer.Option(help="Only documents with this verdict.")] = None,
    jsonl: Annotated[Path | None, typer.Option(help="Write them to this file, as JSON Lines, instead.")] = None,
) -> None:
    """Show findings of a rule with their places, to read and count: at most one of a document.

    The choice is a hash of document and finding: the same rows give the same sample, with one more when -n grows.
    """
    from auditor.corpus.show.samples import sample as of_parts  # noqa: PLC0415 - other commands must not pay for it

    try:
        spots = of_parts(parts, rule, number, verdict)
    except (ValueError, OSError, RuntimeError, ImportError) as error:
        output.stop(str(error))
    known = rulebook.default_rules().known
    if not spots and rule not in known:
        output.stop(f"no rule is called {rule!r}{nearest(rule, known)}")
    if jsonl:
        output.write((json.encode(spot).decode() + "\n" for spot in spots), jsonl)
    else:
        output.write(_numbered(spots) if spots else ["No document has a finding of this rule.\n"], None)


def host(
    parts: Parts,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A host; those below it count, too.")],
    limit: Annotated[int, typer.Option(min=1, help="Kinds of fault that are shown.")] = 40,
) -> None:
    """Show what the pages of a host are like: shares by verdict and fault beside those of all, with evidence."""
    from auditor.corpus.show.samples import host as of_parts  # noqa: PLC0415 - other commands must not pay for it

    try:
        found = of_parts(parts, name, limit)
    except (ValueError, OSError, RuntimeError, ImportError) as error:
        output.stop(str(error))
    output.write((table(sheet.title, sheet.columns, sheet.lines) for sheet in found.sheets), None)
    output.write(["Evidence, of each fault one place\n\n", *_numbered(found.evidence)], None)


def _numbered(spots: Iterable[Any]) -> Iterator[str]:
    for number, spot in enumerate(spots, 1):
        score = "-" if spot.score is None else f"{spot.score:g}"
        yield f"{number}. {visible(spot.url or f'{spot.source}: {spot.id}')}  {spot.verdict}, score {score}\n"
        yield f"   {spot.line}:{spot.column} {spot.severity}[{spot.rule}] {_said(spot.message)}\n"
        yield f"   | {_said(spot.evidence)}\n" if spot.evidence else ""
        for place in spot.others[:_OTHERS]:
            yield f"   {place['line']}:{place['column']} | {_said(place['evidence'])}\n"
        left = len(spot.others) - _OTHERS
        yield f"   and {left} more places\n\n" if left > 0 else "\n"


def _said(text: str) -> str:
    return clip(visible(" ".join(text.split())), _WIDEST)
