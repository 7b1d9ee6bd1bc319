"""Blocks that stand in the text more than once."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.verse import is_verse
from auditor.text.words import STOPS

Copies = list[Block]
_BEHIND_STOPS = "\"'”’»)]」』）"


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    kinds: list[Kind],
    min_words: int,
    closed: bool = False,
    share: float = 0.0,
    copied: int = 0,
) -> Iterator[Hit]:
    """One hit for each text that returns: its second place, the others as related.

    Args:
        kinds: the kinds of block that are compared.
        min_words: shorter blocks may repeat.
        closed: only those that end as sentences do; the lines of plans, price lists and menus do not.
        share: of all words of the blocks, that the further copies together hold at least.
        copied: words that they hold at least.
    """
    read = tuple(block.start for block in blocks if block.kind in kinds)
    every = signals.once(("doubled", min_words, read), lambda: _doubled(blocks, signals, kinds, min_words))
    source = signals.document.source
    doubled = [
        same
        for same in every
        if (not closed or _is_closed(same[0])) and not is_verse(source[same[0].start : same[0].end])  # as refrains are
    ]
    if not doubled:
        return
    total = sum(signals.length(block) for block in blocks)
    further = _further(doubled, signals)
    if further >= max(copied, share * total):
        yield from (_hit(same, signals, round(100 * further / total)) for same in doubled)


def _doubled(blocks: Sequence[Block], signals: Signals, kinds: list[Kind], min_words: int) -> list[Copies]:
    """Two rules ask for them, of other lengths and shares."""
    places: dict[str, Copies] = {}
    for block in blocks:
        if block.kind in kinds and signals.length(block) >= min_words:
            places.setdefault(" ".join(signals.words(block)), []).append(block)
    return [same for same in places.values() if len(same) > 1]


def _is_closed(block: Block) -> bool:
    return block.text.rstrip(_BEHIND_STOPS).endswith(tuple(STOPS))


def _further(doubled: Sequence[Copies], signals: Signals) -> int:
    """The words of all copies but the first."""
    return sum(signals.length(same[0]) * (len(same) - 1) for same in doubled)


def _hit(same: Copies, signals: Signals, share: int) -> Hit:
    first, second, *more = map(Span.of, same)
    words = signals.length(second.block)
    return Hit(second, {"times": len(same), "words": words, "share": share}, (first, *more), needs=2)
