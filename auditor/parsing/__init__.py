"""Source in, Document out."""

from importlib import import_module

from auditor.model import Document, Format, Zone

_READERS = {
    Format.HTML: "auditor.parsing.html",
    Format.MARKDOWN: "auditor.parsing.markdown",
    Format.TEXT: "auditor.parsing.plaintext",
}


def read(source: str, *, format: Format, name: str = "", url: str | None = None, zone: Zone | None = None) -> Document:  # noqa: A002
    """Parse decoded text. With `zone`, every visible block is of that zone; `author` makes it one profile."""
    return import_module(_READERS[format]).read(source, name=name, url=url, zone=zone)  # type: ignore[no-any-return]
