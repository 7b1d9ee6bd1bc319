"""The program without its commands: what it says of itself, and the one command that nearly every run is."""

from typing import Annotated

import typer

from auditor.cli import check


def shell() -> typer.Typer:
    app = typer.Typer(
        name="auditor",
        help="The linter for articles: names what is wrong with an article, where, and why.",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,  # importing rich costs more than auditing a page
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    app.command("check", short_help="Audit articles.")(check.check)
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
