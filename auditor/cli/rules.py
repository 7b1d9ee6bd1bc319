"""`auditor explain` and `auditor rules`: the cards, for people."""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import structs

from auditor import rulebook
from auditor.card import CardError
from auditor.cli import completions, output
from auditor.cli.settings import settings
from auditor.model import Confidence, Rule, Scope, Severity, names_of
from auditor.reporters.answer import SEVERITY_LOOKS
from auditor.reporters.paint import Style
from auditor.text.nearest import nearest

app = typer.Typer(help="The rules: list them, check their cards, print the shape of a card.", no_args_is_help=True)

_BESIDE = 14  # columns for the class and what is between
_NARROWEST = 20  # columns of a title
RuleFolders = Annotated[
    list[str] | None, typer.Option("--rules", metavar="DIR", help="A folder with cards of your own; may be repeated.")
]


def explain(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="RULE...", help="Rules, or dimensions for all of theirs.", autocompletion=completions.names
        ),
    ],
    rules: RuleFolders = None,
) -> None:
    """Explain rules: why they are, what to do, what they leave alone, and examples."""
    from auditor.cli.explain import page  # noqa: PLC0415 - only here are examples read

    files = {path.stem: path for path in rulebook.card_files(_folders(rules))}
    for pack, folder in rulebook.packs().items():
        files |= {f"{pack}/{path.stem}": path for path in rulebook.card_files([folder])}
    for rule, path in [found for name in names for found in _named(name, files)]:
        try:
            pieces = page(path, output.style(sys.stdout), rule)
        except CardError as error:
            output.stop(str(error))
        output.write(pieces, None)


def _named(name: str, files: dict[str, Path]) -> list[tuple[str, Path]]:
    """The card of a rule, or those of a dimension or a pack, with their ids. Exits with 2 where there is none."""
    _check_names([name], {one for rule, path in files.items() for one in names_of(rule, path.parent.name)})
    return [(rule, path) for rule, path in files.items() if name in names_of(rule, path.parent.name)]


@app.command("list", short_help="List the rules.")
def list_rules(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...",
            help="Only these; all when absent.",
            autocompletion=completions.names,
        ),
    ] = None,
    severity: Annotated[
        Severity | None,
        typer.Option(metavar="SEVERITY", help="Only rules of this class: info, warning, error, critical."),
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
    rules: RuleFolders = None,
) -> None:
    """List the rules by dimension, with their class of harm."""
    if form not in ("text", "json"):
        output.stop(f"--format: {form!r} is neither text nor json")
    known = rulebook.load(_folders(rules))
    for problem in known.problems:
        output.note(problem)
    every = sorted((*known.rules, *known.corpus), key=lambda rule: (rule.dimension, rule.id))
    _check_names(names or [], {name for rule in every for name in names_of(rule.id, rule.dimension)})
    asked = [rule for rule in every if not names or names_of(rule.id, rule.dimension) & set(names)]
    chosen = tuple(rule for rule in asked if severity in (None, rule.severity))
    if form == "json":
        output.write([output.as_json([_published(rule) for rule in chosen])], None)
    else:
        output.write(_table(chosen, output.style(sys.stdout), wrapped=sys.stdout.isatty()), None)
    raise typer.Exit(2 if known.problems else 0)


def _check_names(names: list[str], known: set[str]) -> None:
    for name in names:
        if name not in known:
            hint = f"{nearest(name, known)}; `auditor rules list` shows all"
            output.stop(f"no rule or dimension is called {name!r}{hint}")


@app.command("check", short_help="Run the examples of every card.")
def check_cards(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Cards, or folders of cards; the shipped ones when absent."),
    ] = None,
) -> None:
    """Run the examples of cards: `bad` must fire exactly on its marks, `good` must be silent.

    Exits with 1 where one does not hold, with 2 where one could not be run.
    """
    from auditor.cli.checking_cards import checked  # noqa: PLC0415 - the other commands need none

    given = paths or [rulebook.rules_folder()]
    if missing := next((path for path in given if not path.exists()), None):
        output.stop(f"{missing}: there is no such card or folder; a card is `<folder>/<dimension>/<id>.yml`")
    files = list(dict.fromkeys(file for path in given for file in rulebook.below(path)))
    if not files:
        output.stop("there are no cards; a card is `<folder>/<dimension>/<id>.yml`")
    done = checked(files)
    output.write((f"{line}\n" for line in done.lines()), None)
    raise typer.Exit(1 if done.faults else 2 if done.unrun else 0)


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of a card."""
    from auditor import schemas  # noqa: PLC0415 - the other commands need none

    output.write([schemas.text("card")], None)


def _folders(more: list[str] | None) -> list[Path]:
    return [rulebook.rules_folder(), *map(Path, more or settings([]).rules)]


def _published(rule: Rule) -> dict[str, Any]:
    fields = structs.asdict(rule)
    del fields["detect"], fields["wordings"], fields["as_written"]
    return fields | {"zones": sorted(rule.zones), "languages": sorted(rule.languages)}


def _table(rules: tuple[Rule, ...], style: Style, *, wrapped: bool) -> Iterator[str]:
    """A rule a line; titles that are longer than a terminal is wide go on below themselves."""
    width = max((len(rule.id) for rule in rules), default=0)
    dimension = ""
    for rule in rules:
        if rule.dimension != dimension:
            yield f"{'' if not dimension else chr(10)}{style.paint(rule.dimension, 'bold')}\n"
            dimension = rule.dimension
        off = " (off)" if rule.confidence is Confidence.LOW else " (corpus)" if rule.scope is Scope.CORPUS else ""
        severity = style.paint(f"{rule.severity:<8}", *SEVERITY_LOOKS[rule.severity])
        room = max(style.width - width - _BESIDE, _NARROWEST)
        title = textwrap.wrap(rule.title + off, room) if wrapped else [rule.title + off]
        yield f"  {rule.id:<{width}}  {severity}  " + f"\n{' ' * (width + _BESIDE)}".join(title) + "\n"
