"""Words that lost a letter, and a blank stands in its place: "requ red", "ev ry"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from operator import methodcaller

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.pairs import commonness, size, word_of
from auditor.text.words import find_words

_SHORTEST, _LONGEST, _WORD = 2, 12, 5  # letters of a part, and of the word
_COMMON = -12.5  # one in 270,000 words; rarer ones are names, and what is left of these may be anything
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_MOST = 20
_FAMILY = 800  # more than words begin with any two letters


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, words: int) -> Iterator[Hit]:
    """One hit: the first such word, the others as related.

    Args:
        at_least: so many different ones.
        words: of the text; for a shorter one no table of words is read.
    """
    if signals.document.words < words:
        return
    unknown = frozenset(word for word in signals.vocabulary if len(word) <= _LONGEST and not _is_word(word))
    found = [span for block in blocks if block.kind in _READ for span in _torn(block, signals, unknown)]
    different = {span.text.lower() for span in found}
    if len(different) >= at_least and not is_subject((*signals.titles, *blocks), signals, "damage"):
        yield Hit(found[0], {"match": found[0].text, "times": len(found)}, tuple(found[1:_MOST]), needs=at_least)


def _torn(block: Block, signals: Signals, unknown: frozenset[str]) -> Iterator[Span]:
    """Two parts of which one is no word, and that are one with a letter between them."""
    parts = [word for word in unknown.intersection(signals.vocabulary_of(block)) if f" {word}" in block.text]
    if not parts:
        return  # as nearly all, whose unknown words are names
    told = signals.words(block)
    if not any(_is_one(one, other) for one, other in pairwise(told) if one in parts or other in parts):
        return
    for (start, middle), (behind, end) in pairwise(find_words(block.text)):
        one, other = block.text[start:middle], block.text[behind:end]
        is_torn = not (_is_word(one.lower()) and _is_word(other)) and _is_one(one.lower(), other)
        if is_torn and block.text[middle:behind] == " " and other.islower():
            span = Span(block, start, end)
            if not signals.quoted(span):
                yield span


@lru_cache(20_000)
def _is_one(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or len(one) + len(other) < _WORD - 1 or not one.isalpha():
        return False
    at = bisect_left(_ordered(), one)
    begun = takewhile(methodcaller("startswith", one), _ordered()[at : at + _FAMILY])
    length = len(one) + 1 + len(other)
    whole = [word for word in begun if len(word) == length and word.endswith(other) and word[len(one)].isalpha()]
    return any((commonness(word) or -99.0) > _COMMON for word in whole)


@cache
def _ordered() -> list[str]:
    return sorted(map(word_of, range(size())))


def _is_word(word: str) -> bool:
    return commonness(word) is not None
