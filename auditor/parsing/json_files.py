"""Articles that stand inside files of JSON: notebooks, and records with a field that is the text."""

from typing import Any

from msgspec import structs

from auditor.model import Document
from auditor.parsing.taken_out import TakenOut

SUFFIXES = (".ipynb", ".json")


def taken_out(text: str, name: str) -> TakenOut | None:
    """The article of a file of JSON; None where the name is that of another file.

    Raises:
        ValueError: it is no JSON, or none that holds one article; with the way out.
    """
    if not name.lower().endswith(SUFFIXES):
        return None
    from auditor.parsing import json_strings, notebook, record  # noqa: PLC0415 - few sources are JSON

    value: Any = json_strings.value(text.removeprefix("\ufeff"))
    found = list(json_strings.strings(text))
    return notebook.read(text, value, found) if notebook.is_notebook(value, name) else record.read(text, value, found)


def stated(document: Document, taken: TakenOut) -> Document:
    """A document with the places of its file, and what the file says where the text does not."""
    return structs.replace(
        document,
        origin=structs.replace(taken.origin, later=document.origin),
        byline=document.byline or taken.byline,
        published=document.published or taken.published,
        url=document.url or taken.url,
        notes=(*document.notes, taken.note),
    )
