"""How a text speaks to its readers: whether it says "I", "we" and "you" in its own voice, and how often."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from auditor.model import Block
from auditor.text.weighing import words_of
from auditor.words import subject

if TYPE_CHECKING:
    from auditor.signals import Signals

# Persons in a hundred words. Of 1,165 honest pages in English a sixth stays below the first and four in ten below the
# second; those speak of a subject and hardly to anybody.
_COLD, _MILD = 0.15, 1.5
MARK = "~"  # no word begins with it
VOICES = ("cold", "mild", "warm")  # how a text speaks: to nobody, now and then to somebody, throughout
CODE, LONG = "code", "long"  # where sentences are weighed by other measures than how the text speaks


class Voicing:
    """The persons of one document's prose, counted block by block."""

    def __init__(self, signals: "Signals") -> None:
        self._anybody = frozenset[str]().union(*_persons(signals.document.language or "").values())
        self._said = {block.start: self._count(block, signals) for block in signals.prose}
        self._all, self._words = sum(self._said.values()), max(1, len(signals.prose_words))

    def _count(self, block: Block, signals: "Signals") -> int:
        heads = {word.replace("’", "'").partition("'")[0] for word in signals.vocabulary_of(block)}
        if heads.isdisjoint(self._anybody):
            return 0  # most blocks, whose quotations need not be known then
        return sum(word in self._anybody for word in words_of(signals.voice(block)))

    def around(self, block: Block) -> str:
        """How the prose without one of its blocks speaks: cold (to nobody), mild or warm."""
        rate = 100 * (self._all - self._said[block.start]) / self._words
        return "cold" if rate <= _COLD else "mild" if rate <= _MILD else "warm"


def measure(around: str, block_words: int, short: int, *, code: bool) -> str:
    """By which least a sentence is judged: that of blocks which are not short, of texts which show code and talk of
    versions, lists and names as remarks do, or of how the text speaks."""
    if block_words > short:
        return LONG
    return CODE if code and around != "warm" else around


def own_share(voice: str) -> float:
    """Of a sentence whose quotations are blanked, the share that is its own."""
    return len(" ".join(voice.split())) / max(1, len(voice))


def marks(sentence: str, around: str, language: str) -> Iterator[str]:
    """What a table of weights knows beside words: how the text around speaks, and the persons a sentence names."""
    yield f"{MARK}{around}"
    said = frozenset(words_of(sentence))
    for name, words in _persons(language).items():
        if not words.isdisjoint(said):
            yield f"{MARK}{around} {name}"


@cache
def _persons(language: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in subject(language, "persons").items()}
