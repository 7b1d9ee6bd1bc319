"""A picture's description that is printed again as caption and as heading."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.model.members import ALT, CAPTION, HEADING, PARAGRAPH
from auditor.model.scripts import count_words
from auditor.signals import Signals

_LONGEST = 300
_MOST_HITS = 20
_THREE = frozenset({Kind.ALT, Kind.CAPTION, Kind.HEADING})


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    min_words: int,
) -> Iterator[Hit]:
    """One hit for each caption whose text is also the picture's description and a heading or paragraph.

    Args:
        min_words: shorter texts (names, labels) may repeat.
    """
    captions = {b.text: b for b in blocks if b.kind is CAPTION and len(b.text) <= _LONGEST}
    if not captions:
        return
    told = 0
    for text, kinds in _places(blocks, captions).items():
        if kinds.keys() >= _THREE and count_words(text) >= min_words and told < _MOST_HITS:
            others = (kinds[ALT], kinds[HEADING])
            yield Hit(Span.of(kinds[CAPTION]), {"text": text}, tuple(map(Span.of, others)))
            told += 1


def _places(blocks: Sequence[Block], captions: dict[str, Block]) -> dict[str, dict[Kind, Block]]:
    places: dict[str, dict[Kind, Block]] = {text: {} for text in captions}
    for block in blocks:
        if block.text in places:
            kind = HEADING if block.kind is PARAGRAPH else block.kind
            places[block.text].setdefault(kind, block)
    return places
