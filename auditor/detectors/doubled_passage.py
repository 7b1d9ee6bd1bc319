"""Passages of running text that return word for word inside other paragraphs."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.words import WORD

_WINDOW = 8  # words by which two places are found
_Place = tuple[int, int]  # block and word


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit: the second place of the first passage that returns, the others as related.

    Paragraphs that return as a whole are another rule's business.

    Args:
        min_words: shorter passages may return.
    """
    read = [b for b in blocks if b.kind is Kind.PARAGRAPH and len(signals.words(b)) >= min_words]
    texts = [signals.words(block) for block in read]
    found = [span for place in _returning(texts, min_words) for span in _spans(read, place)]
    if found:
        first, *others = found
        yield Hit(first, {"words": len(WORD.findall(first.text))}, tuple(others), needs=1)


def _returning(texts: list[list[str]], min_words: int) -> Iterator[tuple[_Place, _Place, int]]:
    """Where a passage returns, where it stood first, and its length."""
    known: dict[tuple[str, ...], _Place] = {}
    for number, text in enumerate(texts):
        at = 0
        while at <= len(text) - _WINDOW:
            window = tuple(text[at : at + _WINDOW])
            first = known.setdefault(window, (number, at))
            length = _length(texts[first[0]], first[1], text, at) if first != (number, at) else 0
            if length >= min_words and not (length == len(text) == len(texts[first[0]])):
                yield (number, at), first, length
            at += max(1, length)


def _length(one: list[str], a: int, other: list[str], b: int) -> int:
    """How many words the two places have in common; a passage never runs into itself."""
    most = min(len(one) - a, len(other) - b, b - a if one is other else len(other))
    return next((i for i in range(most) if one[a + i] != other[b + i]), most)


def _spans(blocks: list[Block], found: tuple[_Place, _Place, int]) -> Iterator[Span]:
    *places, length = found
    for number, at in places:
        matches = list(WORD.finditer(blocks[number].text))
        yield Span(blocks[number], matches[at].start(), matches[at + length - 1].end())
