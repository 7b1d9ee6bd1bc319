"""Telephone numbers that a regulator keeps free for films and books."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.model.members import AUTHOR
from auditor.signals import Signals
from auditor.world.phones import is_fictional, numbers


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each such number in profiles and author zones."""
    fields = [field.span for author in signals.document.authors for field in author.all("phone")]
    seen: set[tuple[int, int]] = set()
    for span in [*fields, *(Span.of(block) for block in blocks if block.zone is AUTHOR)]:
        for start, end in numbers(span.text[:2_000]):
            place = Span(span.block, span.start + start, span.start + end)
            if is_fictional(place.text) and (span.block.start, place.start) not in seen:
                seen.add((span.block.start, place.start))
                yield Hit(place, {"phone": place.text})
