"""`auditor parse`: show how a page is separated into zones."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

import auditor
from auditor.cli import beside, output, single
from auditor.cli.outline import outline
from auditor.model import Format, Zone

_FORMATS = ("outline", "json", "text", "markdown")
_AGAINST = (
    "Show the page beside another extraction of it in the browser: text, Markdown, HTML, or JSON of this command."
)


def parse(  # noqa: PLR0917 - typer makes one option of each
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for stdin.")],
    form: Annotated[
        str, typer.Option("--format", "-f", help="outline, json; text or markdown: title and body.")
    ] = "outline",
    explain: Annotated[bool, typer.Option("--explain", help="Say why each part got its zone (outline).")] = False,
    input_format: Annotated[Format | None, typer.Option(help="Read the source as this instead of guessing.")] = None,
    zone: Annotated[
        Zone | None, typer.Option("--as", help="The whole source is this zone: author for one profile.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the page was published.")] = None,
    stdin_filename: Annotated[str, typer.Option(help="What to call stdin.")] = "<stdin>",
    against: Annotated[str | None, typer.Option("--against", metavar="FILE", help=_AGAINST)] = None,
    output_file: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Show the zones of a page in their order: headline, byline, body, author, links and the rest."""
    if form not in _FORMATS:
        output.stop(f"--format: {form!r} is none of {', '.join(_FORMATS)}")
    name, data = single.read(file, stdin_filename)
    document = auditor.parse(data, format=input_format, name=name, zone=zone, url=url)
    if against is not None:
        beside.show(document, against, output_file)
        return
    if form == "json":
        pieces: Iterable[str] = [output.as_json(document.to_dict())]
    elif form in ("text", "markdown"):
        pieces = [auditor.clean(document, format=form, byline=False)]
    else:
        pieces = outline(document, output.style(sys.stdout, plain=output_file is not None), explain=explain)
    output.write(pieces, output_file)
