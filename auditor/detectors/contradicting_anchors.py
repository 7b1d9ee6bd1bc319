"""Several links to one page that name different things."""

from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.anchors import reads_as_headline
from auditor.text.relevance import coverage, stems
from auditor.text.words import words

_MOST_HITS = 20
_MOST_TEXTS = 6  # of one page


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    asks: Lexicon,
    min_weight: float,
) -> Iterator[Hit]:
    """One hit for each page that two headlines link to which have no telling word in common; the other as related.

    Args:
        asks: words that open a request ("read", "share") instead of naming a page.
        min_weight: headlines with less content say too little to contradict another.
    """
    pages = (_headlines(spans, asks) for where, spans in signals.linked.items() if where and len(spans) > 1)
    pairs = (pair for spans in pages if 1 < len(spans) <= _MOST_TEXTS if (pair := _strangers(spans, min_weight)))
    for one, other in islice(pairs, _MOST_HITS):
        yield Hit(other, {"text": other.text, "other": one.text}, (one,))


def _headlines(spans: list[Span], asks: Lexicon) -> list[Span]:
    """One link for each headline that leads to a page; none where all links say the same."""
    texts = {span.text: span for span in spans}
    return [span for text, span in texts.items() if reads_as_headline(text, asks)] if len(texts) > 1 else []


def _strangers(spans: list[Span], min_weight: float) -> tuple[Span, Span] | None:
    """The first two, when all texts are strangers to each other."""
    known = [stems(words(span.text)) for span in spans]
    for i, span in enumerate(spans):
        others = set().union(*known[:i], *known[i + 1 :])
        covered = coverage(span.text, others)
        if covered.whole or covered.weight < min_weight:
            return None
    return spans[0], spans[1]
