"""How much of the text is quoted."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.model.scripts import count_words
from auditor.signals import Signals


def detect(
    blocks: Sequence[Block], signals: Signals, *, at_least: float, min_quotations: int, min_words: int
) -> Iterator[Hit]:
    """One hit about the document as a whole.

    Args:
        at_least: share of the body's words that stand in quotations, 0 to 1.
        min_quotations: fewer quotations are no hit.
        min_words: shorter quotations are terms, not quotations.
    """
    wanted = {block.start for block in blocks}
    lengths = [
        (quotation, count_words(quotation.text))
        for quotation in signals.quotations
        if quotation.depth == 0 and quotation.span.block.start in wanted
    ]
    quoted = [(quotation, length) for quotation, length in lengths if length >= min_words]
    total = sum(len(signals.words(block)) for block in signals.body)
    share = sum(length for _, length in quoted) / total if total else 0.0
    if len(quoted) >= min_quotations and share >= at_least:
        unnamed = sum(1 for quotation, _ in quoted if not quotation.direction)
        yield Hit(None, {"share": round(share, 3), "count": len(quoted), "unnamed": unnamed})
