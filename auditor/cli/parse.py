"""`auditor parse`: show how a page is separated into zones."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

import auditor
from auditor import sources
from auditor.cli import output
from auditor.cli.outline import outline
from auditor.config import Settings
from auditor.model import BESIDE_TEXT, Document, Format, Zone

_FORMATS = ("outline", "json", "text")


def parse(  # noqa: PLR0917 - typer makes one option of each
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for stdin.")],
    form: Annotated[str, typer.Option("--format", "-f", help="outline, json, or text (the body alone).")] = "outline",
    explain: Annotated[bool, typer.Option("--explain", help="Say why each part got its zone (outline).")] = False,
    input_format: Annotated[Format | None, typer.Option(help="Read the source as this instead of guessing.")] = None,
    zone: Annotated[
        Zone | None, typer.Option("--as", help="The whole source is this zone: author for one profile.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the page was published.")] = None,
    stdin_filename: Annotated[str, typer.Option(help="What to call stdin.")] = "<stdin>",
    output_file: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Show the zones of a page in their order: headline, byline, body, author, links and the rest."""
    if form not in _FORMATS:
        output.stop(f"--format: {form!r} is none of {', '.join(_FORMATS)}")
    name = sources.shown_name(stdin_filename if file == sources.STDIN else file)
    document = auditor.parse(_read(file, name), format=input_format, name=name, zone=zone, url=url)
    if form == "json":
        pieces: Iterable[str] = [output.as_json(document.to_dict())]
    elif form == "text":
        pieces = [f"{paragraph}\n\n" for paragraph in _text(document)]
    else:
        pieces = outline(document, output.style(sys.stdout, plain=output_file is not None), explain=explain)
    output.write(pieces, output_file)


def _read(file: str, name: str) -> bytes:
    limit = Settings().max_bytes
    try:
        data = sys.stdin.buffer.read(limit + 1) if file == sources.STDIN else None
        return sources.read(sources.Source(name, file, data), limit)
    except OSError as error:
        output.stop(f"{name}: cannot be read: {error.strerror}; check the path and its permissions")
    except ValueError as error:
        output.stop(f"{name}: {error}")


def _text(document: Document) -> list[str]:
    headline = [document.title] if document.title else []
    return headline + [b.text for b in document.zone(Zone.BODY) if b.kind not in BESIDE_TEXT]
