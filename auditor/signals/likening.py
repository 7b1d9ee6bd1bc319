"""Whether a part of a text speaks of what the rest of it speaks of."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from auditor.model import Block, Span
from auditor.text.meaning import Vector, likeness, vector, without
from auditor.text.relevance import stem, weight
from auditor.text.words import words

if TYPE_CHECKING:
    from auditor.signals import Signals

FEWEST = 60  # words of the rest; fewer speak of too little
# In log odds, what a sentence that speaks of something else than the rest weighs more, and one that speaks of the same
# less. Of 900 remarks that were set among the paragraphs of honest English pages, with the weights of their words alone
# 95 are found, half of which speak to no part of the text (cosine under 0, a tenth above .2), and with these three
# numbers 151, while as many honest pages of 1,597 are flagged (7, 6 before), in which the median is .28.
WORTH, LIKE, MOST = 4.0, 0.25, 1.5
LANGUAGES = frozenset({"en"})  # of which enough honest pages were measured; pieces of words are mostly English


def strangeness(span: Span, signals: "Signals") -> float:
    """What it adds to a sentence's weight that it speaks of something else than the rest; 0 where that is not known."""
    if signals.document.language not in LANGUAGES:
        return 0.0
    like = likeness_to_rest(span, signals)
    return 0.0 if like is None else min(MOST, WORTH * (LIKE - like))


def likeness_to_rest(span: Span, signals: "Signals") -> float | None:
    """The cosine of a sentence's words to all other words of the prose; None where these are too few."""
    told = words(span.text)
    if len(signals.prose_words) - len(told) < FEWEST:
        return None
    part = vector(Counter(told))
    return likeness(part, without(_whole(signals), part))


def likeness_to_prose(text: str, signals: "Signals") -> float:
    """The cosine of the words of a title to those of the prose under it."""
    return likeness(vector(Counter(words(text))), _whole(signals))


def _whole(signals: "Signals") -> Vector:
    return signals.once("meaning of the prose", lambda: vector(Counter(signals.prose_words)))


class _Telling(dict[str, str]):
    """The stem of each word of a document that says what it is about, and nothing of others; each looked up once."""

    def __missing__(self, word: str) -> str:
        entry = stem(word)
        found = self[word] = entry if weight(entry) else ""
        return found


def telling(block: Block, signals: "Signals") -> list[str]:
    """The stems of a block that say what it is about, each once and in order: those that not every article has."""
    known = signals.once("words that tell", _Telling)
    return signals.once(
        ("telling", block.start),
        lambda: [*filter(None, dict.fromkeys(map(known.__getitem__, signals.words(block))))],
    )


def meaning(blocks: Iterable[Block], signals: "Signals") -> Vector:
    return vector(Counter(word for block in blocks for word in signals.words(block)))
