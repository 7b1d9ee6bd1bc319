"""How much of the text is quoted."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit
from auditor.model.scripts import count_words
from auditor.signals import Signals
from auditor.text.quotations import Quotation

_REACH = 120  # characters; as far as a speaker is looked for
_END = late(r"[.!?…](?=\s)|[。！？]")


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
    quoted = [(quotation, size) for quotation, size in lengths if size >= min_words]
    total = sum(signals.length(block) for block in signals.body)
    share = sum(size for _, size in quoted) / total if total else 0.0
    if len(quoted) >= min_quotations and share >= at_least:
        unnamed = _unnamed([quotation for quotation, _ in quoted])
        yield Hit(None, {"share": round(share, 3), "count": len(quoted), "unnamed": unnamed})


def _unnamed(quoted: Sequence[Quotation]) -> int:
    """Quotations without a speaker; the second half of `"It rained," Lamb says. "We stayed."` has the first one's."""
    count, before, named = 0, None, False
    for quotation in quoted:
        named = bool(quotation.direction) or (named and before is not None and _goes_on(before, quotation))
        count += not named
        before = quotation
    return count


def _goes_on(before: Quotation, quotation: Quotation) -> bool:
    """Whether nothing but who speaks stands between two quotations of a paragraph."""
    block = quotation.span.block
    between = block.text[before.end : quotation.start]
    sentences = len(_END.findall(between))
    return before.span.block.start == block.start and len(between) <= _REACH and sentences <= bool(before.direction)
