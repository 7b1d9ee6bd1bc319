"""Markdown to a Document."""

from msgspec import structs

from auditor.model import Document, Format, Zone
from auditor.parsing import plaintext
from auditor.parsing.composing import compose
from auditor.parsing.markdown import front_matter
from auditor.parsing.markdown.blocks import read_blocks
from auditor.parsing.markdown.structure import DEEPEST, parse
from auditor.parsing.plaintext.lines import LONGEST

_AS_TEXT = "read as plain text, not as Markdown"
_LONGEST_SOURCE = 2_000_000  # characters; markdown-it takes about a second for each million
# Each costs as much as a paragraph, however short it is. The longest source in lines of 80 characters has 25,000.
_MOST_LINES = 30_000
_MOST_CELLS = 20_000


def read(source: str, *, name: str = "", url: str | None = None, zone: Zone | None = None) -> Document:
    """CommonMark with tables, footnotes and front matter; short codes and imports are code.

    What is too long or too deep for that is read as plain text, with a note that says so.
    """
    reason = _too_long(source)
    if reason:
        return _as_text(source, name, url, zone, reason)
    front = front_matter.read(source)
    structure = parse(source, front.end)
    if structure.too_deep:
        return _as_text(source, name, url, zone, f"quotations or lists are nested more than {DEEPEST} deep")
    blocks = read_blocks(source, structure)
    return compose(source, blocks, format=Format.MARKDOWN, name=name, url=url, zone=zone, stated=front.stated)


def is_text(document: Document) -> bool:
    """Whether a Markdown source was too long or too deep to be read as such."""
    return any(note.startswith(_AS_TEXT) for note in document.notes)


def _too_long(source: str) -> str:
    if len(source) > _LONGEST_SOURCE:
        return f"it has more than {_LONGEST_SOURCE:,} characters"
    if source.count("|") > _MOST_CELLS:
        return f"its tables have more than {_MOST_CELLS:,} cells"
    if source.count("\n") > _MOST_LINES and len(source.split("\n")) - source.count("\n\n") > _MOST_LINES:
        return f"it has more than {_MOST_LINES:,} lines"
    if len(source) > LONGEST and max(map(len, source.splitlines())) > LONGEST:
        return f"a line has more than {LONGEST:,} characters"
    return ""


def _as_text(source: str, name: str, url: str | None, zone: Zone | None, reason: str) -> Document:
    note = f"{_AS_TEXT}: {reason}"
    document = plaintext.read(source, name=name, url=url, zone=zone, notes=(note,))
    return structs.replace(document, format=Format.MARKDOWN)
