"""Blocks that stand in the text more than once."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.words import length


def detect(blocks: Sequence[Block], signals: Signals, *, kinds: list[Kind], min_words: int) -> Iterator[Hit]:
    """One hit for each text that returns: its second place, the others as related.

    Args:
        kinds: the kinds of block that are compared.
        min_words: shorter blocks may repeat.
    """
    places: dict[str, list[Block]] = {}
    for block in blocks:
        if block.kind in kinds and length(signals.words(block)) >= min_words:
            places.setdefault(" ".join(signals.words(block)), []).append(block)
    for same in places.values():
        if len(same) > 1:
            first, second, *more = map(Span.of, same)
            yield Hit(
                second, {"times": len(same), "words": length(signals.words(second.block))}, (first, *more), needs=2
            )
