"""The blocks of one document by zone, and by the words that they hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from auditor.model import Block, Document, Zone
from auditor.words.finding import Few, Texts, held, is_possible, needed, numbers
from auditor.words.spotting import tokens

_MOST_BITS = 512  # of a set of blocks; a page has 250, and a set for each word must not grow with a document


class ByZone:
    """Blocks are known by their numbers in the document, and tuples of blocks by their identity."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._given: dict[frozenset[Zone], tuple[Block, ...]] = {}
        self._zones: dict[int, frozenset[Zone]] = {}  # by the identity of tuples that are kept

    def blocks_in(self, zones: frozenset[Zone]) -> tuple[Block, ...]:
        """The blocks of some zones in the order of the document."""
        if zones not in self._given:
            numbers = sorted(chain.from_iterable(self._numbers.get(zone, ()) for zone in zones))
            self._given[zones] = found = tuple(map(self._document.blocks.__getitem__, numbers))
            self._zones[id(found)] = zones
        return self._given[zones]

    def zones_of(self, blocks: Sequence[Block]) -> Iterable[Zone]:
        return self._zones.get(id(blocks)) or {block.zone for block in blocks}

    @cached_property
    def _numbers(self) -> dict[Zone, list[int]]:
        found: dict[Zone, list[int]] = {}
        for number, block in enumerate(self._document.blocks):
            found.setdefault(block.zone, []).append(number)
        return found


class Holding:
    """Which blocks of one document hold which words."""

    def __init__(
        self,
        document: Document,
        words_of: Callable[[Block], list[str]],
        vocabulary_of: Callable[[Block], frozenset[str]],
    ) -> None:
        self._document, self._words_of, self._vocabulary_of = document, words_of, vocabulary_of
        self._together = len(document.blocks) // _MOST_BITS + 1  # blocks that share a bit

    @cached_property
    def texts(self) -> Texts:
        """By each word, as `words` divides a text and as `spotting.tokens` does, the parts of the document as bits."""
        found: dict[str, int] = {}
        standing = found.get
        for number, block in enumerate(self._document.blocks):
            told, words, bit = self._vocabulary_of(block), self._words_of(block), 1 << number // self._together
            if (as_tokens := tokens(words)) is not words:
                told = told.union(as_tokens)
            for word in told:
                found[word] = standing(word, 0) | bit
        return found

    def part(self, number: int) -> tuple[Block, ...]:
        """The blocks of one bit: a single one, unless a document has very many."""
        return self._document.blocks[number * self._together : (number + 1) * self._together]

    def phrases(self, few: Few, blocks: Sequence[Block]) -> Iterator[tuple[Block, list[str]]]:
        """The blocks in which phrases can stand, with those that can."""
        led = self._led(few)
        for block in blocks if few.others or led else ():
            if few.others or block.start in led:
                phrases, vocabulary = (*led.get(block.start, ()), *few.others), self._vocabulary_of(block)
                if standing := [phrase for phrase in phrases if is_possible(phrase, block.text, vocabulary)]:
                    yield block, standing

    def _led(self, few: Few) -> Mapping[int, Iterable[str]]:
        """By the starts of blocks that may hold a word of each of their parts the phrases to which words lead."""
        found: dict[int, dict[str, None]] = {}
        for word, phrases in few.led_to.items():
            if word in self.texts:
                for phrase in phrases:
                    for number in numbers(held(self.texts, self.texts[word], needed(phrase))):
                        found.setdefault(number, {})[phrase] = None
        return {block.start: led for number, led in found.items() for block in self.part(number)}
