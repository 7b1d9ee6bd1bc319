"""Headlines that are printed twice in a row."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals

_LINES = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM})
_MOST = 30  # hits of one page
_STOPS = (".", ":", ";", ",")


def detect(
    blocks: Sequence[Block],
    signals: Signals,  # noqa: ARG001
    *,
    min_words: int,
    max_words: int,
) -> Iterator[Hit]:
    """One hit for each headline that follows on itself: its second copy, the others as related.

    Args:
        min_words: shorter lines (labels, buttons) may repeat.
        max_words: longer ones are paragraphs.
    """
    lines = (block for block in blocks if block.kind is not Kind.ALT)
    runs = (list(run) for _, run in groupby(lines, key=lambda block: block.text))
    told = 0
    for run in runs:
        if len(run) > 1 and _is_headline(run[0], min_words, max_words):
            first, second, *more = map(Span.of, run)
            yield Hit(second, {"times": len(run), "line": second.text}, (first, *more))
            told += 1
            if told == _MOST:
                return


def _is_headline(block: Block, min_words: int, max_words: int) -> bool:
    if block.kind not in _LINES or len(block.text) > 300 or block.text.endswith(_STOPS):
        return False
    return min_words <= len(block.text.split()) <= max_words and not block.text[0].islower()
