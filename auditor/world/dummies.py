"""Text that holds the place of another: filler Latin, dummy sentences of all languages, keys struck at random."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.text.intervals import apart
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.words.finding import find_few, may_stand, narrowed
from auditor.world.keyboard import ROWS

_FEWEST = 8  # words of a paragraph that counts as filler Latin by its share
_MOTTO = 3  # different words of filler that a motto in other text has
_NAMES = frozenset(("lorem", "ipsum"))  # filler in any text, however short
_EMPTY = ("bla", "blah", "test", "text", "foo", "bar", "baz", "xxx", "abc")
_STUTTER = late(r"(?:{0})(?:\W{{1,3}}(?:{0})){{2,}}\W{{0,3}}".format("|".join(_EMPTY)))
_NEIGHBOURS = frozenset(a + b for row in ROWS for a, b in (*pairwise(row * 2), *pairwise(row[::-1])))


class Filler:
    """What counts as filler, for the blocks of one document whose words are the vocabulary."""

    def __init__(self, latin: Lexicon, common: Lexicon, share_at_least: float, vocabulary: AbstractSet[str]) -> None:
        self._latin, self._common, self._share = latin, common, share_at_least
        self._core = _without(latin, common)
        self._phrases = narrowed(_phrases(), vocabulary)
        self.any_latin = not _NAMES.isdisjoint(vocabulary) or len(self._core & vocabulary) > _MOTTO

    def may_hold(self, text: str, found: list[str], told: AbstractSet[str]) -> bool:
        """Whether there may be parts; spares most blocks the reading."""
        return self.any_latin or may_stand(self._phrases, told) or is_mash(text, found)

    def parts(self, text: str, found: list[str], told: AbstractSet[str]) -> Iterator[tuple[int, int]]:
        """The intervals of filler in a block of the given words; `told`: each of them once."""
        if self.is_latin(found) or is_mash(text, found):
            yield 0, len(text)
            return
        if self.any_latin and not _NAMES.isdisjoint(told):
            yield from self._runs(text)
        yield from self.known(text, told)

    def known(self, text: str, told: AbstractSet[str]) -> Iterator[tuple[int, int]]:
        """The intervals of dummy sentences and of openings that typesetters use."""
        if may_stand(self._phrases, told):
            yield from apart(find_few(text, told, self._phrases))

    def is_latin(self, found: list[str]) -> bool:
        if not self.any_latin:
            return False
        if len(self._core.intersection(found)) <= _MOTTO and not (len(found) < _FEWEST and _NAMES.issubset(found)):
            return False  # nearly every paragraph
        telling = [word for word in found if word not in self._common]
        core = [word for word in telling if word in self._latin]
        if len(found) < _FEWEST:
            return len(core) == len(telling)
        return len(core) >= self._share * len(telling)

    def _runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Sentences of filler inside other text."""
        yield from ((a, b) for a, b in sentences(text) if self.is_latin(words(text[a:b])))


@cache
def _without(latin: Lexicon, common: Lexicon) -> frozenset[str]:
    return latin - common


@cache
def _phrases() -> tuple[str, ...]:
    return (*listed("fillers", "dummy"), *listed("fillers", "known"))


def is_mash(text: str, found: list[str]) -> bool:
    """Whether a text is nothing but runs of neighbouring keys, or one empty word over and over."""
    if len(found) < 2 or len(text) > 200:
        return False
    if _is_key_run(found[0]):
        return all(map(_is_key_run, found)) and len(max(found, key=len)) > 3
    return found[0].startswith(_EMPTY) and _STUTTER.fullmatch(text.lower()) is not None


def _is_key_run(word: str) -> bool:
    return len(word) > 2 and word[:2] in _NEIGHBOURS and any(word in row * 2 or word[::-1] in row for row in ROWS)
