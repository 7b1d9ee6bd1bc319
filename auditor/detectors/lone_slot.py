"""A slot that speaks once: too little for `pseudo_source`, and still nobody."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.signals.speaking import speaking_slots, weight


def detect(blocks: Sequence[Block], signals: Signals, *, below: int) -> Iterator[Hit]:
    """One hit for the first slot that states something.

    Args:
        below: weight of all slots from which on another rule speaks of them.
    """
    speaking = speaking_slots(signals)
    sure = [slot for slot in speaking if slot.firm and weight(slot, below) == 1]
    if sure and sum(weight(slot, below) for slot in speaking) < below:
        yield Hit(sure[0].span, {"label": sure[0].span.text, "verb": sure[0].verb})
