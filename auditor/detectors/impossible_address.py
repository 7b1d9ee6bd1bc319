"""Addresses that cannot exist: the postcode lies elsewhere, or nowhere."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span, Zone
from auditor.signals import Signals
from auditor.world.addresses import conflicts


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each postcode that contradicts its region, in author zones and stated addresses."""
    stated = [f.span for author in signals.document.authors for f in author.fields if f.key == "address"]
    seen: set[tuple[int, int]] = set()
    places = [(span, True) for span in stated]
    places += [(Span.of(block), False) for block in blocks if block.zone is Zone.AUTHOR]
    for span, is_stated in places:
        for found in conflicts(span.text, stated=is_stated):
            start, end = span.start + found.start, span.start + found.end
            if (span.block.start, start) not in seen:
                seen.add((span.block.start, start))
                facts = {"postcode": found.postcode, "region": found.region, "belongs": found.belongs}
                yield Hit(Span(span.block, start, end), facts)
