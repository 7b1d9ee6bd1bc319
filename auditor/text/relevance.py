"""Whether a short text (a headline, a link) is about what a longer one is about.

Coverage: the share of the short text's content, weighed by inverse document frequency, that the long text takes up
(Spärck Jones 1972). It can show that two texts have no subject in common; it can never show that a claim is right.
"""

import math
import unicodedata
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from msgspec import Raw, Struct

from auditor.expressions import late
from auditor.prepared import prepared
from auditor.text.words import printed
from auditor.words import words as listed
from auditor.words.parted import Parted, parted

_STEM = 8  # letters; with six "productivity" fell together with "products", with nine nothing was gained
NUMBERS = {
    **{word: str(number) for number, word in enumerate(listed("numbers", "from-two", "en"), 2)},
    **{word: str(10 * tens) for tens, word in enumerate(listed("numbers", "tens-from-thirty", "en"), 3)},
}
_MOST_CANDIDATES = 3_000  # distinct words that a misspelt name is compared with
_LONGEST = 40  # letters of a word that is compared letter by letter
_SPELLING = 83  # rapidfuzz ratio: one letter of six; Kobane and Kobani 83, Sotloff and Sotlof 92
_RARE = 0.6  # the weight of a stem that four articles in a hundred have
_FIGURE = 0.3  # a count or a year is seldom what a text is about
_EVERYWHERE = 0.12  # stems in half of all articles or more: function words
_SMALL = frozenset(listed("function-words", "small-in-names"))
_DOTTED = late(r"\b(?:[A-Z]\.){2,8}")
_ACRONYM = late(r"\b[A-Z]{3,6}\b")


class Coverage(Struct, frozen=True):
    """How much of a text's content another takes up."""

    shares: tuple[float, ...]  # from 0 to 1: in each part of the other text, the whole of it last
    weight: float  # the content there is: a word that is in hardly any article counts 1
    missing: tuple[str, ...]  # words that the other text lacks, the heaviest first

    @property
    def whole(self) -> float:
        return self.shares[-1]

    @property
    def share(self) -> float:
        """The mean over the parts: a subject belongs into the opening, but an anecdote may stand before it."""
        return sum(self.shares) / len(self.shares)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a lower-case word: common English endings and accents off, eight letters, number words as digits."""
    if word in NUMBERS:
        return NUMBERS[word]
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in word if not unicodedata.combining(c))
    word = word.partition("'")[0] or word
    if len(word) <= 3:
        return word
    word = _without_ending(word)
    return (word[:-1] + "i" if word.endswith("y") else word)[:_STEM]


def _without_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            word = word.removesuffix(ending)
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def stems(words: Iterable[str]) -> set[str]:
    return {stem(word) for word in words}


@cache
def _table() -> Parted[float]:
    return Parted(prepared("idf", dict[str, Raw], _read), float)


def _read() -> dict[str, Raw]:
    lines = Path(__file__).with_name("idf.txt").read_text("utf-8").splitlines()
    articles, least = (int(line.split()[-1]) for line in lines if line.startswith("#:"))
    rows = (line.split() for line in lines if not line.startswith("#"))
    rarest = math.log(articles / least)
    return parted({entry: max(0.0, math.log(articles / int(count)) / rarest) for entry, count in rows})


@lru_cache(maxsize=20_000)
def weight(entry: str) -> float:
    """What a stem says about a subject: 0 if every article has it, 1 if hardly any does (and so unknown ones)."""
    if entry.isdigit():
        return _FIGURE
    found: float = _table().get(entry, 1.0)
    return found if found >= _EVERYWHERE else 0.0


def is_known(entry: str) -> bool:
    return entry in _table()


def coverage(headline: str, *parts: AbstractSet[str]) -> Coverage:
    """How much of a headline a text takes up, by the stems of its parts (its opening ...) and, last, of the whole."""
    words = {stem(word): word for word in reversed(printed(_undotted(headline).lower()))}
    weights = {entry: value for entry in words if (value := weight(entry))}
    total = sum(weights.values())
    if not total:
        return Coverage((1.0,), 0.0, ())
    missing = sorted((-value, words[entry]) for entry, value in weights.items() if entry not in parts[-1])
    return Coverage(
        shares=tuple(sum(value for entry, value in weights.items() if entry in part) / total for part in parts),
        weight=total,
        missing=tuple(word for _, word in missing),
    )


def also_covered(headline: str, missing: Sequence[str], text: str, words: Sequence[str]) -> set[str]:
    """Which missing words the text has after all: spelt otherwise, joined or divided, as acronym or in full."""
    known = list(dict.fromkeys(words))[:_MOST_CANDIDATES]
    names = [word for word in known if _is_name_like(word)]
    joined = {a + b for a, b in pairwise(words)}
    found = {word for word in missing if word in joined or (_is_name_like(word) and _spelt(word, names))}
    return found | _divided(headline, set(missing), set(known)) | _acronyms(headline, set(missing), text)


def _is_name_like(word: str) -> bool:
    """Names and loan words are what is spelt in two ways; common words that look alike are different words."""
    return 5 <= len(word) <= _LONGEST and weight(stem(word)) >= _RARE


def _spelt(word: str, names: Sequence[str]) -> bool:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - 13 ms, needed by few pages

    return process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=_SPELLING) is not None


def _divided(headline: str, missing: set[str], known: set[str]) -> set[str]:
    pairs = pairwise(printed(headline.lower()))
    return {word for pair in pairs if "".join(pair) in known for word in pair if word in missing}


def _acronyms(headline: str, missing: set[str], text: str) -> set[str]:
    """An acronym whose long form the text has, and the words of a long form whose acronym the text has."""
    text = _undotted(text)
    acronyms = {word for word in missing if 2 <= len(word) <= 6 and word.upper() in headline}
    long_forms = _initials(text) if acronyms else ""  # of which few headlines have one
    short = {word for word in acronyms if word.upper() in long_forms}
    words = [word for word in printed(headline) if word.lower() not in _SMALL]
    initials = "".join(word[0] for word in words).upper()
    for acronym in sorted(set(_ACRONYM.findall(text))):
        at = initials.find(acronym)
        if at >= 0:
            short |= {word.lower() for word in words[at : at + len(acronym)]} & missing
    return short


def _initials(text: str) -> str:
    """The first letters of capitalised words; words in small letters but for "of" and its like divide them."""
    words = (word for word in printed(text) if word not in _SMALL)
    return "".join(word[0] if word[0].isupper() else " " for word in words)


def _undotted(text: str) -> str:
    return _DOTTED.sub(lambda match: match.group().replace(".", ""), text) if "." in text else text
