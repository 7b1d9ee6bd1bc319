"""Phrases that a text repeats word for word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from math import log
from operator import and_

from auditor.text.passages import OPEN, Passage, Passages, Phrase, Place, Words
from auditor.text.words import words

LONGEST = 6  # words; longer phrases are found by their parts
# Of each length. Of 234 real pages the one that repeats most has 240 such pairs on 8,400 words; only text that goes
# round in circles has more, and what fills it is among those that it repeats most.
_MOST = 4_000


def tokens(text: str) -> list[str]:
    """The words of a text, lower case, with one kind of apostrophe."""
    return words(text.replace("’", "'"))


def plain(told: Sequence[str]) -> Sequence[str]:
    """Words with one kind of apostrophe."""
    return "\0".join(told).replace("’", "'").split("\0")


def repeated(passages: Passages, at_least: int) -> dict[Words, Phrase]:
    """The phrases of 2 to 6 words that stand in the passages `at_least` times and do not begin with an open word.

    Longer phrases are sought only where their beginning is repeated (Agrawal and Srikant, "Fast algorithms for
    mining association rules", 1994), so the work grows with what is repeated, not with the text.
    """
    found: dict[Words, Phrase] = {}
    level = _most_frequent(_pairs(passages, at_least))
    while level:
        for phrase, places in level.items():
            free = _free(places, len(phrase))
            if len(free) >= at_least:
                found[phrase] = Phrase(phrase, free, passages)
        level = _most_frequent(_longer(level, passages.all, at_least)) if len(next(iter(level))) < LONGEST else {}
    return found


def is_searchable(phrase: Words) -> bool:
    """Whether somebody could type it into a search box: no loose ends, two different words that are no letters."""
    own = {word for word in phrase if len(word) > 1} - OPEN
    return phrase[0] not in OPEN and phrase[-1] not in OPEN and len(own) > 1


def apart(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases in their order, without those that mostly stand where an earlier one does."""
    taken: set[Place] = set()
    for phrase in phrases:
        length = len(phrase.words)
        if sum((k, i) in taken or (k, i + length - 1) in taken for k, i in phrase.places) * 2 < len(phrase.places):
            taken.update((k, j) for k, i in phrase.places for j in range(i, i + length))
            yield phrase


def within(texts: Iterable[str]) -> frozenset[Words]:
    """All phrases of 2 to 6 words in some short texts."""
    return frozenset(
        tuple(found[i : i + n])
        for found in map(tokens, texts)
        for n in range(2, LONGEST + 1)
        for i in range(len(found) - n + 1)
    )


def surprise(times: int, expected: float, trials: int) -> float:
    """Log-likelihood ratio G of `times` successes in `trials` where `expected` were expected; 0 where not more came.

    Dunning, "Accurate methods for the statistics of surprise and coincidence", 1993. Distributed as chi-squared with
    one degree of freedom: above 3.84 in 5%, above 6.63 in 1%, above 10.83 in 0.1% of cases of pure chance.
    """
    if times <= expected or expected <= 0:
        return 0.0
    missed, rest = trials - times, trials - expected
    return 2 * (times * log(times / expected) + (missed * log(missed / rest) if missed else 0))


def _pairs(passages: Passages, at_least: int) -> dict[Words, list[Place]]:
    frequent = {word for word, times in passages.uses.items() if times >= at_least}
    first = frequent - OPEN
    level: defaultdict[Words, list[Place]] = defaultdict(list)
    for k, passage in enumerate(passages.all):
        told = passage.words
        after = told[1:]
        both = map(and_, map(first.__contains__, told), map(frequent.__contains__, after))
        for i in compress(range(len(after)), both):
            level[told[i], after[i]].append((k, i))
    return {pair: places for pair, places in level.items() if len(places) >= at_least}


def _most_frequent(level: dict[Words, list[Place]]) -> dict[Words, list[Place]]:
    if len(level) <= _MOST:
        return level
    kept = sorted(level, key=lambda phrase: -len(level[phrase]))[:_MOST]
    return {phrase: level[phrase] for phrase in kept}


def _longer(level: dict[Words, list[Place]], passages: Sequence[Passage], at_least: int) -> dict[Words, list[Place]]:
    longer: dict[Words, list[Place]] = {}
    for phrase, places in level.items():
        length = len(phrase)
        following: defaultdict[str, list[Place]] = defaultdict(list)
        for place in places:
            told, behind = passages[place[0]].words, place[1] + length
            if behind < len(told):
                following[told[behind]].append(place)
        longer |= {(*phrase, word): own for word, own in following.items() if len(own) >= at_least}
    return longer


def _free(places: Sequence[Place], length: int) -> list[Place]:
    """The places that do not lie over an earlier one."""
    free: list[Place] = []
    for k, i in places:
        if not free or free[-1][0] != k or i >= free[-1][1] + length:
            free.append((k, i))
    return free
