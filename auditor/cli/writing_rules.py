"""`auditor rules new`, `verbs`, `try` and `measure`: for who writes a rule."""

import re
import sys
from pathlib import Path
from time import sleep
from typing import Annotated

import typer

from auditor.card import CardError
from auditor.cli import output
from auditor.cli.settings import settings

_NAME = re.compile("[a-z][a-z0-9-]*")
_PAUSE = 0.5  # seconds between two looks at the files
CardFile = Annotated[Path, typer.Argument(metavar="CARD", help="The card's file.")]
Labelled = list[str] | None


def new(
    name: Annotated[str, typer.Argument(metavar="DIMENSION/ID", help="As in template/editor-note.")],
    detect: Annotated[
        str, typer.Option(metavar="VERB", help="The verb; `auditor rules verbs` lists them.")
    ] = "pattern",
    new_verb: Annotated[bool, typer.Option("--new-verb", help="Write the verb, too, in a clone of auditor.")] = False,
    rules: Annotated[
        str | None, typer.Option("--rules", metavar="DIR", help="Folder; absent: that of the settings, else rules.")
    ] = None,
) -> None:
    """Write a card that explains itself: what it finds, why, and examples that `auditor rules check` runs."""
    from auditor.cli import new_card  # noqa: PLC0415 - the other commands need none

    dimension, slash, rule = name.partition("/")
    if not slash or not _NAME.fullmatch(dimension) or not _NAME.fullmatch(rule):
        output.stop(f"{name!r}: a rule is called DIMENSION/ID in small letters, as in template/editor-note")
    folder = Path(rules or next(iter(settings([]).rules), "rules"))
    file = folder / dimension / f"{rule}.yml"
    module = Path("auditor/detectors", f"{detect.replace('-', '_')}.py")
    files = {module: new_card.verb()} if new_verb else {}
    try:
        files[file] = new_card.card(file, detect, own=new_verb)
    except ValueError as error:
        output.stop(f"--detect: {error}")
    if new_verb and not module.parent.is_dir():
        output.stop("--new-verb writes into a clone of auditor; docs/packs.md says how a package brings a verb along")
    if there := next((path for path in files if path.exists()), None):
        output.stop(f"{there}: is there already")
    about = file.parent / "_about.yml"
    files |= {} if about.exists() or _is_shipped(dimension) else {about: new_card.ABOUT}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        output.write([text], path)
        typer.echo(f"{path}")
    typer.echo(f"Next: write it, then auditor rules check {file}, auditor rules try {file} FOLDER")


def _is_shipped(dimension: str) -> bool:
    from auditor import rulebook  # noqa: PLC0415 - as above

    return (rulebook.rules_folder() / dimension).is_dir()


def list_verbs(
    names: Annotated[list[str] | None, typer.Argument(metavar="[VERB]...", help="What these take and give.")] = None,
) -> None:
    """List the verbs, or say what some take (`with:` of a card) and which facts they give to messages."""
    from auditor import verbs  # noqa: PLC0415 - the other commands need none
    from auditor.cli.verbs import lines, told  # noqa: PLC0415

    try:
        every = [told(name) for name in names or verbs.names()]
    except ValueError as error:
        output.stop(str(error))
    width = max(len(one.name) for one in every)
    shown = [f"{one.name:<{width}}  {one.does}" for one in every] if not names else [x for o in every for x in lines(o)]
    output.write([f"{line}\n" for line in shown], None)


def try_card(
    card: CardFile,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders.")],
    show: Annotated[int, typer.Option(min=0, metavar="N", help="Files of which the findings are shown.")] = 20,
    watch: Annotated[bool, typer.Option("--watch", help="Again whenever the card or a file changes.")] = False,
) -> None:
    """Show what one card finds on real files, how many it flags, and how sure that is."""
    from auditor.cli import trying  # noqa: PLC0415 - the other commands need none

    library = trying.Library(paths)
    while True:
        before, unread = _state([str(card), *library.files()]), True
        try:
            done = trying.tried(trying.rule_of(card), library)
            unread = bool(done.unread)
            output.write((f"{line}\n" for line in trying.shown(done, show)), None)
        except CardError as error:
            output.note(str(error))
        if not watch:
            raise typer.Exit(2 if unread else 0)
        while _state([str(card), *library.files()]) == before:
            sleep(_PAUSE)
        typer.echo("")


def _state(files: list[str]) -> list[tuple[str, int]]:
    found = []
    for file in files:
        try:
            found.append((file, Path(file).stat().st_mtime_ns))
        except OSError:
            found.append((file, 0))
    return found


def measure(
    card: CardFile,
    bad: Annotated[Labelled, typer.Option(metavar="PATH", help="Texts that have the fault; may be repeated.")] = None,
    good: Annotated[Labelled, typer.Option(metavar="PATH", help="Honest texts; may be repeated.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print it and write nothing.")] = False,
) -> None:
    """Measure a card on labelled folders and write what was found under its `basis`."""
    from auditor.cli import trying  # noqa: PLC0415 - the other commands need none

    if not bad and not good:
        output.stop("give folders: --bad with texts that have the fault, --good with honest ones")
    try:
        rule = trying.rule_of(card)
    except CardError as error:
        output.stop(str(error))
    found, flagged = (trying.tried(rule, trying.Library(paths or [])) for paths in (bad, good))
    for line in (*found.unread, *flagged.unread):
        output.note(line)
    if not found.judged + flagged.judged:
        output.stop("none of the files could be judged; nothing is written")
    basis = trying.basis(found, flagged)
    if not dry_run:
        output.write([trying.with_basis(card.read_text("utf-8"), basis)], card)
    sys.stdout.write(f"{basis}.\n")
    raise typer.Exit(2 if found.unread or flagged.unread else 0)
