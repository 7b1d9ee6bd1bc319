"""`auditor clean`: the article without the rest of its page."""

from pathlib import Path
from typing import Annotated

import typer

import auditor
from auditor.cli import output, single
from auditor.model import Format


def clean(  # noqa: PLR0917 - typer makes one option of each
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for stdin.")],
    form: Annotated[Format | None, typer.Option("--format", "-f", help="Write this; else as the source.")] = None,
    byline: Annotated[bool, typer.Option(help="Keep byline and dateline.")] = True,
    input_format: Annotated[Format | None, typer.Option(help="Read the source as this instead of guessing.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the page was published.")] = None,
    stdin_filename: Annotated[str, typer.Option(help="What to call stdin.")] = "<stdin>",
    output_file: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Write the article alone: headline, byline, body with its headings, lists, links, tables, code and pictures."""
    name, data = single.read(file, stdin_filename)
    document = auditor.parse(data, format=input_format, name=name, url=url)
    written = auditor.clean(document, format=form, byline=byline)
    if not written:
        output.stop(f"{name}: there is no article in it; `auditor parse --explain` shows why")
    output.write([written], output_file)
