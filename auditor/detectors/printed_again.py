"""The article, or much of it, printed once more outside its body."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span, Zone
from auditor.model.blocks import COPY
from auditor.signals import Signals


def detect(blocks: Sequence[Block], signals: Signals, *, share: float, at_least: int) -> Iterator[Hit]:
    """One hit: the first paragraph of the copy, the others as related.

    Args:
        share: of the words of the body, that stand elsewhere too.
        at_least: words that do.
    """
    copies = [block for block in blocks if block.label == COPY]
    if not copies:
        return
    own = [block for block in blocks if block.zone is Zone.BODY]
    total, again = (sum(signals.length(block) for block in those) for those in (own, _once(copies)))
    if again >= max(at_least, share * total):
        first, *more = map(Span.of, copies)
        yield Hit(first, {"paragraphs": len(copies), "share": min(100, round(100 * again / total))}, tuple(more))


def _once(copies: Sequence[Block]) -> list[Block]:
    return list({block.text: block for block in copies}.values())
