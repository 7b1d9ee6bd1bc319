"""Private data of a person in a published profile."""

from collections.abc import Iterator, Sequence

from auditor.model import Author, Block, Field, Hit
from auditor.signals import Signals
from auditor.world.dates.figures import read

_LIVING_FROM = 1920  # those born before are of the past, and their days in every encyclopaedia
_WORDS = {"birthdate": "a birth date", "address": "an address", "phone": "a telephone number"}


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each visible profile with a full birth date, or with street and telephone but no employer."""
    for author in signals.document.authors:
        found = _private(author) if author.source == "visible" else []
        if found:
            first, *rest = (field.span for field in found)
            yield Hit(first, {"kinds": ", ".join(dict.fromkeys(_WORDS[field.key] for field in found))}, tuple(rest))


def _private(author: Author) -> list[Field]:
    births = [
        f for f in author.all("birthdate") if (born := read(f.value)) and born.in_figures and born.year >= _LIVING_FROM
    ]
    streets = [field for field in author.all("address") if any(c.isdigit() for c in field.value)]
    phones = list(author.all("phone"))
    at_work = author.first("company") is not None
    if births or (streets and phones and not at_work):
        return [*births, *streets, *phones]
    return []
