"""Source in, Document out."""

from collections.abc import Callable

from msgspec import structs

from auditor.model import BESIDE_TEXT, Document, Format, Zone
from auditor.model.members import BODY, METADATA
from auditor.parsing import provenance

_LANGUAGE_SAMPLE = 2_000  # characters


def read(source: str, *, format: Format, name: str = "", url: str | None = None, zone: Zone | None = None) -> Document:  # noqa: A002
    """Parse decoded text. With `zone`, every visible block is of that zone; `author` makes it one profile."""
    from auditor.text.language import detect, normal  # noqa: PLC0415 - the suffixes of formats are asked for more often

    document = _reader(format)(source, name=name, url=url, zone=zone)
    if format is Format.DOCX:
        document = structs.replace(document, format=format)
    declared = document.declared_language
    language = detect(_sample(document), declared) or normal(declared)
    return structs.replace(document, language=language, notes=(*document.notes, *provenance.notes(source)))


def _reader(format: Format) -> Callable[..., Document]:  # noqa: A002
    """The reader of a format, imported when the first source of it is met."""
    match format:
        case Format.HTML | Format.DOCX:
            from auditor.parsing.html import read as reader  # noqa: PLC0415
        case Format.MARKDOWN:
            from auditor.parsing.markdown import read as reader  # noqa: PLC0415
        case Format.TEXT:
            from auditor.parsing.plaintext import read as reader  # noqa: PLC0415
    return reader


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
