"""`auditor corpus refilter`: stored findings, judged by other settings."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from auditor import profiles
from auditor.cli import options, output
from auditor.cli.chosen import chosen_rules
from auditor.cli.corpus_views import table
from auditor.cli.settings import Override, settings
from auditor.scoring import Gates

_VERDICTS = ("pass", "review", "reject", None)

Source = Annotated[str, typer.Argument(metavar="PARTS", help="What a run wrote: its folder, or a file of its rows.")]
Profile = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME|FILE|KEY=VALUE", help="A profile by its name, a settings file, or a setting; again for more."
    ),
]


def refilter(  # noqa: PLR0917 - typer makes one option of each
    parts: Source,
    profile: Profile = None,
    out: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PARTS", help="A folder or a file; without it only counts."),
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Copy what siblings compares, too.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Parts that are judged at the same time.")] = 2,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Folders = None,
) -> None:
    """Judge stored findings by other settings: rules left out, other classes, other gates. No page is read.

    The rows are those of a fresh audit with these settings. Of a settings file `reject-under`, `pass-from`, `severity`,
    `select`, `ignore` and `rules` count.

    Exit codes: 0 every row was judged; 2 wrong usage, or rows that do not say enough.
    """
    from auditor.corpus.running import process  # noqa: PLC0415 - others must not pay for any of these

    process.make_lean()
    process.keep_memory()
    from auditor.corpus.judging.refilter import refilter as judged_again  # noqa: PLC0415
    from auditor.corpus.settings import Settings  # noqa: PLC0415

    names = [one for one in profile or [] if "=" not in one and not profiles.is_path(one)]
    laid = [one for one in profile or [] if one not in names]
    chosen = settings(laid, Override(profile=names[-1] if names else None, select=select, ignore=ignore, rules=rules))
    named = chosen.select or chosen.extend_select
    own = Settings(
        rules=tuple(str(Path(folder).absolute()) for folder in chosen.rules),
        select=tuple(rule.id for rule in chosen_rules(chosen).rules) if named else (),
        ignore=() if named else tuple(chosen.ignore),
        severity=chosen.severity,
        gates=Gates(chosen.reject_under, chosen.pass_from),
    )
    try:
        again = judged_again(parts, out, own, whole=whole, workers=jobs)
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        output.stop(str(error))
    for note in again.notes:
        output.note(note)
    output.write(_told(again.moved), None)


def _told(moved: dict[tuple[Any, Any], int]) -> Iterator[str]:
    """How many documents went from which verdict to which."""
    counts = [[moved.get((was, now), 0) for now in _VERDICTS] for was in _VERDICTS]
    counts.append([sum(column) for column in zip(*counts, strict=True)])
    named = [name or "error" for name in _VERDICTS]
    lines = [(name, *line, sum(line)) for name, line in zip([*named, "all now"], counts, strict=True)]
    yield table("Verdicts: before in lines, now in columns", ("was", *named, "all"), lines)
