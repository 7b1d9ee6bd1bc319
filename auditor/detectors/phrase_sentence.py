"""A phrase that stands as a sentence of its own in paragraph after paragraph, and in other sentences too."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Span
from auditor.model.members import PARAGRAPH
from auditor.signals import Signals
from auditor.text.words import words
from auditor.words import words as listed

_MOST = 6  # words
_LONGEST = 80  # characters
_FEWEST_LETTERS = 3  # of a word that tells something


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, share: float) -> Iterator[Hit]:
    """One hit for each such phrase: its first sentence, the others and the places inside sentences as related.

    Args:
        at_least: paragraphs of two sentences or more in which it is a sentence.
        share: the same of all such paragraphs.
    """
    places: defaultdict[str, dict[int, Span]] = defaultdict(dict)
    long = [block for block in blocks if block.kind is PARAGRAPH and len(signals.sentences(block)) > 1]
    for number, block in enumerate(long):
        for sentence in signals.sentences(block):
            if sentence.end - sentence.start <= _LONGEST and sentence.text.endswith("."):
                places[sentence.text[:-1].lower()].setdefault(number, sentence)
    for phrase, found in places.items():
        if len(found) >= max(at_least, share * len(long)) and _is_phrase(phrase) and _is_woven(phrase, found, long):
            first, *others = found.values()
            yield Hit(first, {"phrase": first.text[:-1], "times": len(found), "of": len(long)}, tuple(others))


def _is_phrase(text: str) -> bool:
    """Whether it is of few words, most of which tell something."""
    told = words(text)
    own = [word for word in told if word not in _small() and len(word) >= _FEWEST_LETTERS]
    return len(told) <= _MOST and len(own) > 1 and 2 * len(own) > len(told)


def _is_woven(phrase: str, found: dict[int, Span], blocks: Sequence[Block]) -> bool:
    """Whether other sentences hold it too: a motion that is carried, or a label, stands alone."""
    return sum(block.text.lower().count(phrase) for block in blocks) > len(found)


@cache
def _small() -> frozenset[str]:
    return frozenset(listed("stopwords", "common"))
