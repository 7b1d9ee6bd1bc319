"""The commands, put together."""

from typing import Annotated

import typer

from auditor.cli import baseline, check, clean, config, corpus, init, parse, rules

app = typer.Typer(
    name="auditor",
    help="The linter for articles: names what is wrong with an article, where, and why.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # importing rich costs more than auditing a page
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from auditor.engine import VERSION  # noqa: PLC0415

        typer.echo(f"auditor {VERSION}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None: ...


app.command("check", short_help="Audit articles.")(check.check)
app.command("parse", short_help="Show how a page is separated into zones.")(parse.parse)
app.command("clean", short_help="Write the article without the rest of its page.")(clean.clean)
app.command("explain", short_help="Explain a rule.")(rules.explain)
app.command("init", short_help="Write settings and a workflow for a pipeline.")(init.init)
app.add_typer(baseline.app, name="baseline", short_help="Keep findings that were there before the gate.")
app.add_typer(config.app, name="config", short_help="Show which settings apply.")
app.add_typer(rules.app, name="rules", short_help="List the rules, check their cards.")
app.add_typer(corpus.app, name="corpus", short_help="Audit corpora: millions of pages, every one accounted for.")
