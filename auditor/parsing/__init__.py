"""Source in, Document out."""

from importlib import import_module

from msgspec import structs

from auditor.model import BESIDE_TEXT, Document, Format, Zone
from auditor.model.members import BODY, METADATA
from auditor.text.language import detect

_READERS = {
    Format.HTML: "auditor.parsing.html",
    Format.MARKDOWN: "auditor.parsing.markdown",
    Format.TEXT: "auditor.parsing.plaintext",
}
_LANGUAGE_SAMPLE = 2_000  # characters


def read(source: str, *, format: Format, name: str = "", url: str | None = None, zone: Zone | None = None) -> Document:  # noqa: A002
    """Parse decoded text. With `zone`, every visible block is of that zone; `author` makes it one profile."""
    document: Document = import_module(_READERS[format]).read(source, name=name, url=url, zone=zone)
    declared = document.declared_language
    return structs.replace(document, language=detect(_sample(document), declared) or declared)


def _sample(document: Document) -> str:
    """The start of the body's text, or of whatever is visible where there is no body."""
    blocks = [b for b in document.blocks if b.zone is BODY and b.kind not in BESIDE_TEXT]
    texts, length = [], 0
    for block in blocks or (b for b in document.blocks if b.zone is not METADATA):
        texts.append(block.text)
        length += len(block.text)
        if length > _LANGUAGE_SAMPLE:
            break
    return "\n".join(texts)
