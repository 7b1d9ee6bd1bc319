"""Links between two sentences that belong to neither."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Link, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals

_STOPS = ".!?…"
_FEWEST, _MOST = 2, 7  # words
_BESIDE = 9  # characters in which the neighbours' ends stand: blanks and a mark


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int) -> Iterator[Hit]:
    """One hit for all such links: the first, the others as related.

    Args:
        at_least: links; one may be a sentence whose beginning an editor took away.
    """
    spans = [
        Span(block, link.start, link.end)
        for block in blocks
        if block.links and block.kind in (PARAGRAPH, ITEM)
        for link in block.links
        if _is_loose(link, block.text)
    ]
    if len(spans) >= at_least:
        first, *others = spans
        yield Hit(first, {"link": first.text.strip(), "times": len(spans)}, tuple(others), needs=at_least)


def _is_loose(link: Link, text: str) -> bool:
    """Whether it begins in lower case after a stop, ends without one, and a new sentence follows."""
    words = link.text.split()
    if not _FEWEST <= len(words) <= _MOST or not words[0][0].islower() or words[-1][-1] in _STOPS:
        return False
    before = text[max(0, link.start - _BESIDE) : link.start].rstrip()
    after = text[link.end : link.end + _BESIDE].lstrip()
    return before[-1:] in tuple(_STOPS) and after[:1].isupper()
