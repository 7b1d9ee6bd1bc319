"""A picture's description that is printed again as caption and as heading."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals

_LONGEST = 300
_MOST_HITS = 20


def detect(
    blocks: Sequence[Block],
    signals: Signals,  # noqa: ARG001
    *,
    min_words: int,
) -> Iterator[Hit]:
    """One hit for each caption whose text is also the picture's description and a heading or paragraph.

    Args:
        min_words: shorter texts (names, labels) may repeat.
    """
    places: dict[str, dict[Kind, Block]] = defaultdict(dict)
    for block in blocks:
        if len(block.text) <= _LONGEST:
            kind = Kind.HEADING if block.kind is Kind.PARAGRAPH else block.kind
            places[block.text].setdefault(kind, block)
    told = 0
    for text, kinds in places.items():
        if {Kind.ALT, Kind.CAPTION, Kind.HEADING} <= kinds.keys() and len(text.split()) >= min_words:
            others = (kinds[Kind.ALT], kinds[Kind.HEADING])
            yield Hit(Span.of(kinds[Kind.CAPTION]), {"text": text}, tuple(map(Span.of, others)))
            told += 1
            if told == _MOST_HITS:
                return
