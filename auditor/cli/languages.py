"""`auditor languages`: what each language can be judged by."""

from collections.abc import Iterator
from typing import Annotated

import typer

from auditor.cli import output
from auditor.languages import Judged, judged
from auditor.reporters.paint import columns
from auditor.text.nearest import nearest

_OWN = 18  # columns of what a language calls itself
_LEFT_TO_RIGHT = "\u200e"  # without it a terminal draws the number behind an Arabic name before it


def languages(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help="The code of one language, as de.")] = None,
) -> None:
    """List the languages with the rules that judge them, or the rules and missing word files of one."""
    every = {one.code: one for one in judged()}
    if code is not None and code not in every:
        output.stop(f"no language is called {code!r}{nearest(code, every)}; `auditor languages` lists all")
    output.write(_one(every[code]) if code is not None else _table(tuple(every.values())), None)


def _table(every: tuple[Judged, ...]) -> Iterator[str]:
    for one in every:
        total = len(one.rules) + len(one.mute)
        missing = f"lacks {', '.join(one.lacking)}" if one.lacking else "complete"
        yield f"{one.code:<4}{one.name:<14}{_column(one.own_name)}{len(one.rules):>4} of {total} rules  {missing}\n"


def _column(own: str) -> str:
    return f"{own}{_LEFT_TO_RIGHT}{' ' * max(1, _OWN - columns(own))}"


def _one(one: Judged) -> Iterator[str]:
    total = len(one.rules) + len(one.mute)
    own = f", {one.own_name}" if one.own_name not in ("", one.name) else ""
    yield f"{one.name}{own} ({one.code}): {len(one.rules)} of {total} rules judge it.\n"
    yield f"\nWord files that are missing: {', '.join(one.lacking) or 'none'}\n"
    yield f"\nRules that do not know it:\n  {', '.join(one.mute) or 'none'}\n"
