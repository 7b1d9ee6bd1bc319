"""Words in which a reader of scanned paper took letters for others: "tlie", "comrnittee", "purcha5e"."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.pairs import commonness, number
from auditor.text.words import find_words
from auditor.words import words

_FILE, _CODE = "scans", "en"
_SHORTEST, _LONGEST = 4, 16  # letters; shorter ones are mostly abbreviations
_COMMON = -12.5  # one word in 270,000; of rarer ones some are a letter from a name
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_MOST = 20


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, least_words: int) -> Iterator[Hit]:
    """One hit: the first such word, the others as related.

    Args:
        at_least: so many different ones.
        least_words: of the text; for a shorter one no table of words is read.
    """
    if signals.document.words < least_words:
        return
    odd = frozenset(word for word in signals.vocabulary if _is_misread(word))
    if len(odd) < at_least:
        return
    found = [
        Span(block, start, end)
        for block in blocks
        if block.kind in _READ and not odd.isdisjoint(signals.vocabulary_of(block))
        for start, end in find_words(block.text)
        if block.text[start:end] in odd  # in small letters: large ones begin names
    ]
    own = [span for span in found if not signals.quoted(span)]
    if len({span.text for span in own}) >= at_least and not is_subject((*signals.titles, *blocks), signals, "damage"):
        yield Hit(own[0], {"match": own[0].text, "times": len(own)}, tuple(own[1:_MOST]), needs=at_least)


@lru_cache(20_000)
def _is_misread(word: str) -> bool:
    """Whether it is no word, and a common one once one place that scanners confuse is set right."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or number(word) is not None:
        return False
    if word in words(_FILE, "words", _CODE):
        return False
    return any(_is_common(right) for wrong, meant in _confused() for right in _replaced(word, wrong, meant))


def _replaced(word: str, wrong: str, meant: str) -> Iterator[str]:
    at = word.find(wrong)
    while at >= 0:
        yield word[:at] + meant + word[at + len(wrong) :]
        at = word.find(wrong, at + 1)


def _is_common(word: str) -> bool:
    return (commonness(word) or -99.0) > _COMMON


@cache
def _confused() -> tuple[tuple[str, str], ...]:
    return tuple(
        (wrong, meant) for wrong, _, meant in (pair.partition(" ") for pair in words(_FILE, "taken-for", _CODE))
    )
