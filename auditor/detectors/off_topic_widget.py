"""Lists of links that have nothing to do with the article."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.model import Block, Hit, Span
from auditor.model.members import ALT
from auditor.signals import Signals
from auditor.text.relevance import coverage

_MOST = 10  # lines of one list; more hardly change the mean
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
    for _, group in groupby((b for b in blocks if b.kind is not ALT), key=lambda block: block.group):
        said = {b.text: b for b in group if len(b.text) <= _LONGEST and b.text.count(" ") > 2}
        lines = list(said.values())[:_MOST]
        if len(lines) < min_lines or _share(lines, signals.lead_stems)[1] >= below:
            continue
        telling, share = _share(lines, signals.stems)
        if len(telling) >= min_lines and share < below:
            first, *others = map(Span.of, telling)
            yield Hit(first, {"lines": len(telling), "share": round(share, 3)}, tuple(others))


def _share(lines: list[Block], known: set[str]) -> tuple[list[Block], float]:
    """The lines with content, and what share of their weighted content is among the known stems."""
    found = [(line, coverage(line.text, known)) for line in lines]
    telling = [(line, covered) for line, covered in found if covered.weight >= _MIN_WEIGHT]
    total = sum(covered.weight for _, covered in telling)
    share = sum(covered.whole * covered.weight for _, covered in telling) / total if total else 1.0
    return [line for line, _ in telling], share
