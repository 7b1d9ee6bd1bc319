"""Lists of search phrases that are variations of one another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.model.scripts import count_words
from auditor.signals import Signals
from auditor.text.passages import OPEN
from auditor.text.phrases import tokens

_MARKS = ",;|•·#"
_BREAK = late(rf"\s*[{_MARKS}]\s*")
_NO_PHRASE = late(rf"[{_MARKS}:]")
_LABEL = late(r"^[^:,;|]{1,40}+:\s*+")
_SENTENCE = late(r"[.!?]\s+\S")
_TEXT = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_LONGEST = 2_000  # characters of a block; longer ones are no list of phrases
_LINE = 80  # characters of a block that is one phrase
_FEWEST = 3  # marks between phrases
_AGAIN = 3
_MOST = 0.8


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    at_least: int,
    most_words: int,
    recurring: float,
) -> Iterator[Hit]:
    """One hit for each block that is a list of such phrases, and for each run of blocks that are one phrase each.

    Args:
        at_least: phrases that differ in more than numbers.
        most_words: a phrase has at most this many.
        recurring: share of the words that stand in three of the phrases or more. Four phrases in five hold two such
            words, and half have no word of their own: else the list varies one slot, as lists of things do.
    """
    for short, run in groupby((b for b in blocks if b.kind in _TEXT), key=lambda b: _is_phrase(b.text, most_words)):
        lines = list(run)
        for group in [lines] if short else [[block] for block in lines]:
            phrases = [block.text for block in group] if short else _listed(group[0].text)
            if facts := _facts(phrases, at_least, most_words, recurring):
                yield Hit(Span.of(group[0]), facts, tuple(map(Span.of, group[1:])))


def _is_phrase(text: str, most_words: int) -> bool:
    return len(text) <= _LINE and not _NO_PHRASE.search(text) and 2 <= count_words(text) <= most_words


def _listed(text: str) -> list[str]:
    """The parts of a text between commas and the like; none where it has sentences or next to no commas."""
    if len(text) > _LONGEST or sum(map(text.count, _MARKS)) < _FEWEST or _SENTENCE.search(text):
        return []
    return _BREAK.split(_LABEL.sub("", text).rstrip(" .,;|"))


def _facts(phrases: Sequence[str], at_least: int, most_words: int, recurring: float) -> dict[str, object] | None:
    """The facts of a list of phrases, where it is one."""
    if len(phrases) < at_least:
        return None
    different = dict.fromkeys(tuple(w for w in tokens(p) if w not in OPEN and w.isalpha()) for p in phrases)
    if len(different) < at_least or max(map(len, different)) > most_words:
        return None
    uses = Counter(word for phrase in different for word in set(phrase) if len(word) > 1)
    again = [sum(uses[word] >= _AGAIN for word in phrase) for phrase in different]
    alike = sum(times > 1 for times in again)
    mixed = sum(all(uses[word] > 1 for word in phrase) for phrase in different)
    if 2 * mixed < len(different) or alike < max(at_least, _MOST * len(different)):
        return None
    if sum(again) < recurring * sum(map(len, different)):
        return None
    words = sorted(uses, key=lambda word: (-uses[word], word))[:3]
    return {"phrases": len(different), "words": ", ".join(words)}
