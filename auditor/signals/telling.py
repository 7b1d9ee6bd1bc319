"""Which words of a table of weights tell that a sentence may be of its kind: what has none is not weighed."""

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache, partial

from msgspec import Struct

from auditor.model.scripts import is_unspaced
from auditor.prepared import prepared
from auditor.remembering import remembered
from auditor.signals.voicing import CODE, MARK, PLACES, VOICES
from auditor.text.weighing import CONSTANT, LEAST, RUNS, runs_of, weigh_signs, words_of
from auditor.words import words
from auditor.words.weights import Weights, weights

_TELLS = 0.8  # of 235 remarks by others that weigh enough, 200 have such a word; of honest sentences a sixth
_TELLS_BY_LETTERS = 0.6  # of 155 such remarks in twelve languages 152; of honest sentences near them 45%


class Kept(Struct):
    """What is known of a table before it is read."""

    near: float  # what the words of a sentence weigh at least, whatever the text around says and wherever it stands
    heavy: frozenset[str]  # words that weigh much whatever their letters are; what stands in every text tells nothing


@cache
def kept(language: str, table: str) -> Kept:
    return prepared(f"telling-{table}-{language}", Kept, partial(_told, weights(language, table), language))


def _told(known: Weights, language: str) -> Kept:
    heavy = {phrase for phrase, weight in known.items() if weight >= _TELLS}
    telling = heavy.difference(words("stopwords", "common", language))
    return Kept(_nearest(known) - _most_of_marks(known), frozenset(telling))


def _nearest(known: Weights) -> float:
    """What a sentence weighs at least, wherever it stands."""
    return min(known[f"{LEAST}{by}"] for by in (CODE, *(f"{voice} {place}" for voice in VOICES for place in PLACES)))


def told_by(told: AbstractSet[str], language: str, table: str) -> frozenset[str]:
    """Those of some words that weigh much; a look for them spares the weighing of most blocks."""
    if RUNS in weights(language, table):
        return frozenset(word for word in told if _worth(word, language, table) >= _TELLS_BY_LETTERS)
    return kept(language, table).heavy & told


@lru_cache(maxsize=20_000)
def _worth(word: str, language: str, table: str) -> float:
    """What a word weighs with its runs of letters; a letter that stands for a word may tell anything."""
    if is_unspaced(word):
        return _TELLS
    if word in words("stopwords", "common", language):
        return 0.0
    known = weights(language, table)
    return weigh_signs({word, *runs_of(word)}, known) - known[CONSTANT]


def _most_of_marks(known: Weights) -> float:
    """What the marks beside its words can add to a sentence at most: all of one surrounding that weigh for it."""
    most: dict[str, float] = {}
    for mark, weight in known.items():
        if mark.startswith(MARK):
            around = mark.partition(" ")[0]
            most[around] = most.get(around, 0.0) + max(0.0, weight)
    return max(most.values(), default=0.0)


@remembered
def tells(text: str, language: str, table: str) -> bool:
    """Whether one of the words weighs much; a look for it spares the weighing of most sentences."""
    if RUNS in weights(language, table) and is_unspaced(text):
        return True  # as each of its letters may
    if RUNS in weights(language, table):
        return any(_worth(word, language, table) >= _TELLS_BY_LETTERS for word in dict.fromkeys(words_of(text)))
    return not kept(language, table).heavy.isdisjoint(words_of(text))
