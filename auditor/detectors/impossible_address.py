"""Addresses that cannot exist: the postcode lies elsewhere, or nowhere."""

from collections.abc import Iterator, Sequence

from auditor.model import Author, Block, Hit, Span
from auditor.model.members import AUTHOR
from auditor.signals import Signals
from auditor.words import words
from auditor.world.addresses import conflicts

_REGIONS, _TOWNS, _POSTCODES = (frozenset(words("profiles", key)) for key in ("region", "town", "postcode"))


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each postcode that contradicts its region, in author zones and stated addresses."""
    stated = [f.span for author in signals.document.authors for f in author.fields if f.key == "address"]
    seen: set[tuple[int, int]] = set()
    places = [(span, True) for span in stated]
    places += [(Span.of(block), False) for block in blocks if block.zone is AUTHOR]
    for span, is_stated in places:
        for found in conflicts(span.text, stated=is_stated):
            start, end = span.start + found.start, span.start + found.end
            if (span.block.start, start) not in seen:
                seen.add((span.block.start, start))
                facts = {"postcode": found.postcode, "region": found.region, "belongs": found.belongs}
                yield Hit(Span(span.block, start, end), facts)
    for author in signals.document.authors:
        yield from _apart(author)


def _apart(author: Author) -> Iterator[Hit]:
    """Contradictions of postcode and region that stand in fields of their own."""
    code = next((field for field in author.fields if field.label.casefold() in _POSTCODES), None)
    for field in author.fields:
        label = field.label.casefold()
        if not code:
            return
        printed = f"{field.value} {code.value}" if label in _REGIONS else f"{code.value} {field.value}"
        if label in _REGIONS | _TOWNS:
            for found in conflicts(printed, stated=True):
                facts = {"postcode": found.postcode, "region": found.region, "belongs": found.belongs}
                yield Hit(code.span, facts, (field.span,))
