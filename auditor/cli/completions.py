"""What shells complete: `auditor completions SHELL` prints what a shell has to read for it."""

from enum import StrEnum
from typing import Annotated

import typer

_ASKED = "_AUDITOR_COMPLETE"  # what a shell sets


class Shell(StrEnum):
    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


Whose = Annotated[Shell, typer.Argument(metavar="SHELL", help="Whose script it is: bash, zsh, fish, powershell.")]


def completions(shell: Whose) -> None:
    """Print the script that completes commands, options and rules in a shell."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # noqa: PLC0415 - only here

    typer.echo(get_completion_script(prog_name="auditor", complete_var=_ASKED, shell=shell))


def names(incomplete: str) -> list[str]:
    """Rules and dimensions that begin so; of several names between commas the last is completed."""
    from auditor.rulebook import card_files, rules_folder  # noqa: PLC0415 - only a shell that completes asks

    before, comma, begun = incomplete.rpartition(",")
    files = list(card_files([rules_folder()]))
    known = sorted({path.stem for path in files} | {path.parent.name for path in files})
    return [f"{before}{comma}{name}" for name in known if name.startswith(begun)]


def answer() -> None:
    """Let typer answer a shell; without its own options for completions it would not."""
    from typer.completion import completion_init  # type: ignore[attr-defined]  # noqa: PLC0415 - only a shell asks

    completion_init()
