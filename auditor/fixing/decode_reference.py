"""Character references that were encoded twice lose one encoding: `&amp;eacute;` becomes `&eacute;`."""

import unicodedata
from collections.abc import Iterator

from auditor.fixing.reading import Asked, Edit, Spot
from auditor.fixing.spelling import spelled
from auditor.model import Syntax
from auditor.parsing.html.tree.references import REFERENCE, resolve

_MARKUP = (Syntax.HTML, Syntax.ATTRIBUTE)
_UNREADABLE = ("Cc", "Cs", "Co", "Cn")  # what no reference in a text is meant to give


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    for spot in asked.spots:
        if edit := (_once if spot.block.syntax in _MARKUP else _plain)(asked, spot):
            yield spot, edit


def _once(asked: Asked, spot: Spot) -> Edit | None:
    """Only the reference to the ampersand is replaced, so what follows may be in any encoding."""
    opening = REFERENCE.match(asked.source, spot.start, spot.end)
    meant, size = resolve(opening[0]) if opening else ("", 0)
    inner = f"&{asked.source[spot.start + size : spot.end]}"
    return Edit(spot.start, spot.start + size, "&") if meant == "&" and _meaning(inner) else None


def _plain(asked: Asked, spot: Spot) -> Edit | None:
    if spot.block.syntax is not Syntax.TEXT:
        return None
    meant = _meaning(asked.source[spot.start : spot.end])
    written = spelled(meant, spot.block.syntax, asked.reading.document) if meant else None
    return Edit(spot.start, spot.end, written) if written else None


def _meaning(reference: str) -> str:
    """What a whole reference gives; empty where it gives nothing that stands in a text."""
    found = REFERENCE.fullmatch(reference)
    meant, size = resolve(found[0]) if found else ("", 0)
    whole = size == len(reference)
    return "" if not whole or any(unicodedata.category(one) in _UNREADABLE for one in meant) else meant
