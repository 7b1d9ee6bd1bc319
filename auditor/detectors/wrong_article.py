"""English "a" before a vowel, "an" before a consonant."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.text.pairs import number
from auditor.words import words

_CODE, _FILE = "en", "articles"
_PAIR = late(r"(?<![\w'’.&/-])(an?) ([a-z]{3,24})(?![\w.@/])")
_VOWELS = "aeiou"
_MUTE = "h"  # "an historic", "an hotel": spoken both ways
_LONGEST = 7  # letters of a beginning
_TEXT = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def detect(blocks: Sequence[Block], signals: Signals, *, words_each: int) -> Iterator[Hit]:
    """One hit: the first such pair, the others as related.

    Args:
        words_each: of the text for each different pair; fewer pairs are slips of a long text.
    """
    found = [
        Span(block, *place)
        for block in blocks
        if block.kind in _TEXT and (" a " in block.text or " an " in block.text)
        for place in _wrong(block.text)
    ]
    own = [span for span in found if not signals.quoted(span)]
    if own and len({span.text for span in own}) * words_each >= signals.document.words:
        named = ", ".join(dict.fromkeys(f"“{span.text}”" for span in own[:3]))
        yield Hit(own[0], {"words": named, "times": len(own)}, tuple(own[1:]), needs=1)


@remembered
def _wrong(text: str) -> list[tuple[int, int]]:
    return [pair.span() for pair in _PAIR.finditer(text) if _is_wrong(pair[1], pair[2])]


@lru_cache(20_000)
def _is_wrong(article: str, word: str) -> bool:
    """Whether it goes with no such word; of words that are not among the common ones the sound is not known."""
    sounds = _sounds_like_vowel(word)
    if sounds is None or sounds is not (article == "a") or word in words(_FILE, "no-noun", _CODE):
        return False
    return number(word) is not None  # last, as it reads a table


def _sounds_like_vowel(word: str) -> bool | None:
    """By the longest beginning that a list knows, else by its first letter."""
    for length in range(min(_LONGEST, len(word)), 1, -1):
        if word[:length] in words(_FILE, "vowel", _CODE):
            return True
        if word[:length] in words(_FILE, "consonant", _CODE):
            return False
    return None if word[0] == _MUTE else word[0] in _VOWELS
