"""The program without its commands: what it says of itself, and the one command that nearly every run is."""

from typing import Annotated

import typer

from auditor.cli import check
from auditor.cli.help import Grouped, Headed

_CHECK = """Examples: auditor check article.html, auditor check draft.docx --open, auditor check content/ --all.

Exit codes: 0 nothing fails the gate; 1 a page fails it; 2 wrong usage, a source that cannot be read, or an
internal error (2 wins over 1; all other sources are still reported).

The gate: a page fails when its verdict is reject (a score under 40, as one critical cause makes it) or when there
was nothing to judge. --fail-on, --fail-under and --min-coverage make it stricter, --exit-zero opens it."""


def shell() -> typer.Typer:
    app = typer.Typer(
        name="auditor",
        cls=Headed,
        help="The linter for articles: names what is wrong with an article, where, and why.",
        epilog="Examples: auditor check article.html, auditor check content/, auditor explain pseudo-source.",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,  # importing rich costs more than auditing a page
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    added = app.command("check", cls=Grouped, short_help="Audit articles.", epilog=_CHECK, rich_help_panel="Articles")
    added(check.check)
    return app


def _version(asked: bool) -> None:
    if asked:
        from auditor.version import VERSION  # noqa: PLC0415

        typer.echo(f"auditor {VERSION}")
        raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None: ...
