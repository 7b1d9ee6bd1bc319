"""A page beside another extraction of it, in the browser: `auditor parse PAGE --against FILE`."""

import webbrowser
from pathlib import Path
from tempfile import mkdtemp

from msgspec import DecodeError, json

import auditor
from auditor import extractions
from auditor.cli import output, single
from auditor.extractions import lining_up, page
from auditor.model import Document, Zone


def show(document: Document, against: str, file: Path | None) -> None:
    """Write the page to a file, or to one of the system's, which is opened."""
    ours, theirs = extractions.of_document(document), _other(against)
    written = file or Path(mkdtemp(prefix="auditor-")) / "against.html"
    output.write(page.page(ours, theirs, lining_up.lined_up(ours, theirs)), written)
    if not file:
        output.note(f"written to {written}")
        webbrowser.open(written.resolve().as_uri())


def _other(file: str) -> extractions.Extraction:
    """JSON of this command, or any text that `auditor` reads, all of it taken for the article."""
    name, data = single.read(file, "<stdin>")
    return _earlier(name, data) or extractions.of_text(_as_text(name, data))


def _earlier(name: str, data: bytes) -> extractions.Extraction | None:
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    try:
        return extractions.of_published(name, json.decode(data))
    except (DecodeError, RecursionError):
        return None


def _as_text(name: str, data: bytes) -> Document:
    try:
        return auditor.parse(data, name=name, zone=Zone.BODY)
    except ValueError as error:
        output.stop(f"{name}: {error}")
