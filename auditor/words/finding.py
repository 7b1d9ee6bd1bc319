"""Many phrases of many languages, found in a text at the price of a few.

A phrase is searched only in texts that hold a word of each of its parts, so most are never compiled. One part of each
leads to it from the words of the text, so that a list may be long.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.model.scripts import UNSPACED
from auditor.prepared import Growing
from auditor.remembering import remembered
from auditor.words.needing import needed, telling
from auditor.words.notation import expression

# Scripts without blanks between words: a phrase stands inside a run of letters.
_UNSPACED = late(f"[{UNSPACED}]")
_UNSPACED_GAP = late(r"[#*]|_{3}|\.\.\.|\{.*\}|\[.*\]")
_APART = late("[ıſ]")  # an i and an s where case is ignored, but not in lower case
_BLANK = r"\s{1,3}"
_LOOSE = r"[\s,.:;!_–-]{1,4}"  # the marks that may stand between the words of a phrase


class _Index(NamedTuple):
    """Places in a list of phrases."""

    led_to: Mapping[str, tuple[int, ...]]  # by a word without which, or one of its alternatives, none of them matches
    anywhere: tuple[int, ...]  # no word says that they cannot match
    unspaced: tuple[int, ...]


_INDEXES = Growing("indexes", _Index, most=1_000)


class Few(NamedTuple):
    """The phrases of a list that a document may hold."""

    led_to: Mapping[str, list[str]]  # by the word that leads to them
    others: list[str]

    def __bool__(self) -> bool:
        return bool(self.led_to or self.others)


Texts = Mapping[str, int]  # by each word of some texts those that hold it, each a bit


def held(texts: Texts, some: int, parts: Iterable[AbstractSet[str]]) -> int:
    """Those of some texts that hold a word of each of some sets."""
    known = texts.keys()
    for part in parts:
        if known.isdisjoint(part):
            return 0  # mostly
        beside = 0
        for word in part:
            beside |= texts.get(word, 0)
        some &= beside
        if not some:
            return 0
    return some


def numbers(some: int) -> Iterator[int]:
    """Of texts that are bits."""
    while some:
        yield (some & -some).bit_length() - 1
        some &= some - 1


def find(text: str, vocabulary: AbstractSet[str], phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand in a text whose words, in lower case, are the vocabulary."""
    yield from find_few(text, vocabulary, narrowed(phrases, vocabulary))


def narrowed(phrases: tuple[str, ...], vocabulary: AbstractSet[str]) -> Few:
    """The phrases that texts of these words can hold: of a whole document, to spare each of its blocks the search."""
    index = _indexed(phrases)
    led_to = {}
    for word in sorted(index.led_to.keys() & vocabulary):
        near = [phrases[at] for at in index.led_to[word]]
        if held := [phrase for phrase in near if _holds_all(vocabulary, needed(phrase))]:
            led_to[word] = held
    others = (*index.anywhere, *_unspaced_of(phrases, index.unspaced, vocabulary))
    return Few(led_to, [phrases[at] for at in others])


def find_few(text: str, vocabulary: AbstractSet[str], few: Few) -> Iterable[tuple[int, int]]:
    """Like `find`, for phrases that are narrowed."""
    return _found(text, vocabulary, few) if may_stand(few, vocabulary) else ()


def may_stand(few: Few, vocabulary: AbstractSet[str]) -> bool:
    """Whether a text of these words can hold one of the phrases."""
    return bool(few.others) or not vocabulary.isdisjoint(few.led_to)


def places(text: str, phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where phrases stand in a text that can hold them, as `Holding.phrases` tells."""
    for phrase in phrases:
        yield from _places(phrase, text)


def _found(text: str, vocabulary: AbstractSet[str], few: Few) -> Iterator[tuple[int, int]]:
    led = (phrase for word in sorted(few.led_to.keys() & vocabulary) for phrase in few.led_to[word])
    standing = (phrase for phrase in dict.fromkeys((*led, *few.others)) if is_possible(phrase, text, vocabulary))
    yield from places(text, standing)


@remembered
def _places(phrase: str, text: str) -> list[tuple[int, int]]:
    if phrase.isascii() and (told := _in_small_letters(text)) is not None:
        return list(_in_lower_case(phrase, told))
    return [match.span() for match in _compiled(phrase).finditer(text) if match.end() > match.start()]


@lru_cache(1)  # the phrases of a text are looked for one after the other
def _in_small_letters(text: str) -> str | None:
    """A text in lower case, where each letter stands in its place and case is ignored so; None elsewhere."""
    told = text.lower()
    return told if len(told) == len(text) and (told.isascii() or not _APART.search(told)) else None


def _in_lower_case(phrase: str, told: str) -> Iterator[tuple[int, int]]:
    """The same in half the time: where neither case is ignored nor a border comes first, only places with one of the
    letters with which the phrase can begin are looked at."""
    at = 0
    while found := _small(phrase).search(told, at):
        start, end = found.span()
        before = told[start - 1 : start]
        if start < end and not (before.isalnum() or before == "_"):
            yield start, end
            at = end
        else:
            at = start + 1


def is_possible(phrase: str, text: str, vocabulary: AbstractSet[str]) -> bool:
    if letters := solid(phrase):
        return letters in text
    return _holds_all(vocabulary, needed(phrase))


def _holds_all(vocabulary: AbstractSet[str], parts: Iterable[AbstractSet[str]]) -> bool:
    """Whether some words are among others, one of each part; asked a thousand times of a page."""
    for part in parts:  # noqa: SIM110 - half of the time of `all`
        if vocabulary.isdisjoint(part):
            return False
    return True


def _unspaced_of(phrases: tuple[str, ...], at: Sequence[int], vocabulary: AbstractSet[str]) -> list[int]:
    """Those of the phrases without blanks that a text of these words has all letters of."""
    letters = "".join(vocabulary) if at else ""
    if letters.isascii() or not _UNSPACED.search(letters):
        return []
    written = frozenset(letters)
    return [one for one in at if written.issuperset(_letters(phrases[one]))]


@cache
def _letters(phrase: str) -> frozenset[str]:
    """The letters of a phrase that are words by themselves, without the marks over them."""
    return frozenset(filter(str.isalpha, _UNSPACED.findall(_core(phrase))))


@cache
def _core(phrase: str) -> str:
    """The longest part of a phrase without blanks, which stands in a text as it is written."""
    return max(_UNSPACED_GAP.split(phrase), key=len)


@cache
def solid(phrase: str) -> str:
    """What a text must hold of a phrase without blanks; nothing of others."""
    return _core(phrase) if is_unspaced(phrase) else ""


@cache
def is_unspaced(phrase: str) -> bool:
    return _UNSPACED.search(phrase) is not None


@cache
def _indexed(phrases: tuple[str, ...]) -> _Index:
    return _INDEXES.of("\n".join(phrases), lambda _: _index(phrases))


def _index(phrases: tuple[str, ...]) -> _Index:
    led_to: dict[str, tuple[int, ...]] = {}
    anywhere: list[int] = []
    unspaced: list[int] = []
    for at, phrase in enumerate(phrases):
        parts = () if is_unspaced(phrase) else needed(phrase)
        if not parts:
            (unspaced if is_unspaced(phrase) else anywhere).append(at)
            continue
        for word in max(parts, key=telling):
            led_to[word] = (*led_to.get(word, ()), at)
    return _Index(led_to, tuple(anywhere), tuple(unspaced))


@cache
def _small(phrase: str) -> re.Pattern[str]:
    return compiled(rf"(?:{expression(phrase.lower()).replace(_BLANK, _LOOSE)})(?!\w)")


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    found = expression(phrase).replace(_BLANK, _LOOSE)
    return compiled(found if is_unspaced(phrase) else rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)
