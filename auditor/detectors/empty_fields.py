"""Labels of a profile that stand without their value."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.signals import Signals


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int) -> Iterator[Hit]:
    """One hit for each profile with that many empty labels: on the first, the others as related."""
    for author in signals.document.authors:
        if len(author.empty) >= at_least:
            labels = ", ".join(field.label or field.key for field in author.empty)
            first, *rest = (Span.of(field.span.block) for field in author.empty)
            yield Hit(first, {"count": len(author.empty), "labels": labels[:200]}, tuple(rest))
