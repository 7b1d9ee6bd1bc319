"""Lists of links that have nothing to do with the article."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.relevance import coverage

_MOST = 60  # lines of one list
_LONGEST = 300
_MIN_WEIGHT = 1.0  # of a line; less is a label


def detect(blocks: Sequence[Block], signals: Signals, *, below: float, min_lines: int, min_words: int) -> Iterator[Hit]:
    """One hit for each list: its first line, the others as related.

    Args:
        below: the least share of the lines' weighted content that the body must take up.
        min_lines: distinct lines with content; shorter lists are not judged.
        min_words: shorter bodies are not judged.
    """
    if signals.document.words < min_words:
        return
    for _, group in groupby((b for b in blocks if b.kind is not Kind.ALT), key=lambda block: block.group):
        lines = list({b.text: b for b in group if len(b.text.split()) > 3 and len(b.text) <= _LONGEST}.values())[:_MOST]
        found = [(line, coverage(line.text, signals.stems, signals.stems)) for line in lines]
        telling = [(line, covered) for line, covered in found if covered.weight >= _MIN_WEIGHT]
        total = sum(covered.weight for _, covered in telling)
        share = sum(covered.whole * covered.weight for _, covered in telling) / total if total else 1
        if len(telling) >= min_lines and share < below:
            first, *others = (Span.of(line) for line, _ in telling)
            yield Hit(first, {"lines": len(telling), "share": round(share, 3)}, tuple(others))
