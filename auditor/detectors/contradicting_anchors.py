"""Several links to one page that name different things."""

from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.addresses import page
from auditor.text.anchors import reads_as_headline
from auditor.text.relevance import coverage, stems
from auditor.text.words import words

_MOST_LINKS = 2_000
_MOST_HITS = 20
_MOST_TEXTS = 6  # of one page


def detect(
    blocks: Sequence[Block],
    signals: Signals,  # noqa: ARG001
    *,
    asks: Lexicon,
    min_weight: float,
) -> Iterator[Hit]:
    """One hit for each page that two headlines link to which have no telling word in common; the other as related.

    Args:
        asks: words that open a request ("read", "share") instead of naming a page.
        min_weight: headlines with less content say too little to contradict another.
    """
    pages: dict[str, dict[str, Span]] = {}
    for block, link in islice(((b, link) for b in blocks for link in b.links), _MOST_LINKS):
        if "?" not in link.href and (where := page(link.href)) and reads_as_headline(link.text, asks):
            pages.setdefault(where, {}).setdefault(link.text, Span(block, link.start, link.end))
    pairs = (pair for said in pages.values() if 1 < len(said) <= _MOST_TEXTS if (pair := _strangers(said, min_weight)))
    for one, other in islice(pairs, _MOST_HITS):
        yield Hit(other, {"text": other.text, "other": one.text}, (one,))


def _strangers(said: dict[str, Span], min_weight: float) -> tuple[Span, Span] | None:
    """The first two, when all texts are strangers to each other."""
    spans = list(said.values())
    known = [stems(words(span.text)) for span in spans]
    for i, span in enumerate(spans):
        others = set().union(*known[:i], *known[i + 1 :])
        covered = coverage(span.text, others, others)
        if covered.whole or covered.weight < min_weight:
            return None
    return spans[0], spans[1]
