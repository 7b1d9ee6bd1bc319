"""Passages of running text that return word for word inside other paragraphs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.words import WORD

_WINDOW = 8  # words by which two places are found
_MOST = 40  # places of one page


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit: the second place of the first passage that returns, the others as related.

    A passage may run over several paragraphs; one paragraph that returns as a whole is another rule's business.

    Args:
        min_words: shorter passages may return.
    """
    read = [block for block in blocks if block.kind is Kind.PARAGRAPH]
    text = [word for block in read for word in signals.words(block)]
    starts = list(accumulate((len(signals.words(block)) for block in read), initial=0))
    found = []
    for first, second, length in _returning(text, min_words):
        here, there = (_pieces(read, starts, at, length) for at in (second, first))
        if not (len(here) == len(there) == 1 and here[0].text == here[0].block.text == there[0].block.text):
            found += [*here, *there]
    if found:
        yield Hit(found[0], {"words": len(WORD.findall(found[0].text))}, tuple(found[1:_MOST]), needs=1)


def _returning(text: list[str], min_words: int) -> Iterator[tuple[int, int, int]]:
    """Where a passage stood first, where it returns, and its length."""
    known: dict[tuple[str, ...], int] = {}
    at = 0
    while at <= len(text) - _WINDOW:
        first = known.setdefault(tuple(text[at : at + _WINDOW]), at)
        length = _length(text, first, at) if first != at else 0
        if length >= min_words:
            yield first, at, length
        at += length if length >= min_words else 1


def _length(text: list[str], first: int, second: int) -> int:
    """How many words the two places have in common; a passage never runs into itself."""
    most = min(len(text) - second, second - first)
    return next((i for i in range(most) if text[first + i] != text[second + i]), most)


def _pieces(blocks: list[Block], starts: list[int], at: int, length: int) -> list[Span]:
    """The passage in each block that it touches."""
    found = []
    for number in range(bisect_right(starts, at) - 1, bisect_left(starts, at + length)):
        matches = list(WORD.finditer(blocks[number].text))
        inside = matches[max(0, at - starts[number]) : at + length - starts[number]]
        if inside:
            whole = len(inside) == len(matches)
            block = blocks[number]
            found.append(Span.of(block) if whole else Span(block, inside[0].start(), inside[-1].end()))
    return found
