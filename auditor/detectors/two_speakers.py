"""One quotation that several people are said to have said."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.text.quotations import Quotation
from auditor.text.words import words
from auditor.world.people import is_full_name, may_be_same


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit for each such quotation, on its second use; the first as related.

    Args:
        min_words: shorter sentences are said by many.
    """
    wanted = {block.start for block in blocks}
    said: dict[tuple[str, ...], list[Quotation]] = {}
    for quotation in signals.quotations:
        if quotation.depth == 0 and quotation.speaker and quotation.span.block.start in wanted:
            told = tuple(words(quotation.text))
            if len(told) >= min_words and is_full_name(quotation.speaker.text):
                said.setdefault(told, []).append(quotation)
    for first, *others in said.values():
        other = next((q for q in others if not may_be_same(_speaker(first), _speaker(q))), None)
        if other:
            yield Hit(other.span, {"one": _speaker(first)[:60], "other": _speaker(other)[:60]}, (first.span,))


def _speaker(quotation: Quotation) -> str:
    return quotation.speaker.text if quotation.speaker else ""
