"""How a text speaks to its readers: whether it says "I", "we" and "you" in its own voice, and how often."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING

from auditor.model import Block, Span
from auditor.model.scripts import count_words
from auditor.text.weighing import words_of
from auditor.words import subject

if TYPE_CHECKING:
    from auditor.signals import Signals

# Persons in a hundred words. Of 1,165 honest pages in English a sixth stays below the first and four in ten below the
# second; those speak of a subject and hardly to anybody.
_COLD, _MILD = 0.15, 1.5
MARK = "~"  # no word begins with it
VOICES = ("cold", "mild", "warm")  # how a text speaks: to nobody, now and then to somebody, throughout
CODE = "code"  # of texts that show some, sentences are weighed by a measure of their own
# Where a sentence stands. What is said to whoever ordered a text opens it, closes it or is a paragraph by itself; of a
# page's sentences one is first and two are last, so that these need fewer signs at the same silence.
PLACES = ("first", "last", "alone", "among")
_FIRST, _LAST = 1, 2
FEWEST, MOST = 3, 60  # words: fewer say nothing for sure, and more are no remark


class Voicing:
    """The persons of one document's prose, counted block by block."""

    def __init__(self, signals: "Signals") -> None:
        self._anybody = frozenset[str]().union(*_persons(signals.document.language or "").values())
        self._said = {block.start: self._count(block, signals) for block in signals.prose}
        self._all, self._words = sum(self._said.values()), max(1, len(signals.prose_words))

    def _count(self, block: Block, signals: "Signals") -> int:
        told = signals.vocabulary_of(block)
        if self._anybody.isdisjoint(told) and self._anybody.isdisjoint(_heads(block.text, told)):
            return 0  # most blocks, whose quotations need not be known then
        return sum(map(self._anybody.__contains__, words_of(signals.voice(block))))

    def around(self, block: Block) -> str:
        """How the prose without one of its blocks speaks: cold (to nobody), mild or warm."""
        rate = 100 * (self._all - self._said.get(block.start, 0)) / self._words
        return "cold" if rate <= _COLD else "mild" if rate <= _MILD else "warm"


def _heads(text: str, told: Iterable[str]) -> Iterator[str]:
    """What stands before the apostrophes of its words."""
    if "'" in text or "’" in text:
        yield from (word.replace("’", "'").partition("'")[0] for word in told if not word.isalpha())


def measure(around: str, place: str, *, code: bool) -> str:
    """By which least a sentence is judged: that of texts which show code and talk of versions, lists and names as
    remarks do, or of how the text speaks and where the sentence stands."""
    return CODE if code and around != "warm" else f"{around} {place}"


class Places:
    """Where the sentences of a document's prose stand: see `PLACES`."""

    def __init__(self, signals: "Signals") -> None:
        self._first = frozenset(islice(_read(signals.prose, signals), _FIRST))
        self._last = frozenset(islice(_read(reversed(signals.prose), signals, -1), _LAST))

    @cached_property
    def edges(self) -> frozenset[int]:
        """Where the blocks of the first and the last ones begin."""
        return frozenset(block for block, _ in self._first | self._last)

    def of(self, span: Span, sentences: int) -> str:
        """Where a sentence stands whose block has so many."""
        at = (span.block.start, span.start)
        if at in self._last:
            return "last"
        return "first" if at in self._first else "alone" if sentences == 1 else "among"


def _read(blocks: Iterable[Block], signals: "Signals", step: int = 1) -> Iterator[tuple[int, int]]:
    """Where sentences of a length that counts begin."""
    for block in blocks:
        for span in signals.sentences(block)[::step]:
            if FEWEST <= count_words(span.text) <= MOST:
                yield block.start, span.start


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
