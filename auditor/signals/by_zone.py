"""The blocks of one document by zone, and by the words that they hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from auditor.model import Block, Document, Zone
from auditor.words.finding import Few
from auditor.words.spotting import tokens


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

    def numbered(self, zone: Zone) -> Iterator[tuple[int, Block]]:
        """The blocks of a zone with their numbers."""
        return ((number, self._document.blocks[number]) for number in self._numbers.get(zone, ()))

    def those_of(self, blocks: Sequence[Block], chosen: Callable[[Zone], Iterable[int]]) -> list[Block]:
        """Some of the blocks, chosen by number in each of their zones, in the order of the document."""
        numbers = {number for zone in self.zones_of(blocks) for number in chosen(zone)}
        found = [self._document.blocks[number] for number in sorted(numbers)]
        if id(blocks) in self._zones:
            return found
        given = set(map(id, blocks))
        return [block for block in found if id(block) in given]

    @cached_property
    def _numbers(self) -> dict[Zone, list[int]]:
        found: dict[Zone, list[int]] = {}
        for number, block in enumerate(self._document.blocks):
            found.setdefault(block.zone, []).append(number)
        return found


class Holding:
    """Which blocks hold which words, measured for each zone when it is asked for."""

    def __init__(self, by_zone: ByZone, words_of: Callable[[Block], list[str]]) -> None:
        self._by_zone, self._words_of = by_zone, words_of
        self._found: dict[Zone, dict[str, list[int]]] = {}

    def in_zone(self, zone: Zone) -> Mapping[str, list[int]]:
        """By each word, as `words` divides a text and as `spotting.tokens` does, the numbers of blocks."""
        if zone not in self._found:
            found: dict[str, list[int]] = {}
            for number, block in self._by_zone.numbered(zone):
                words = self._words_of(block)
                for word in {*words, *tokens(words)}:
                    found.setdefault(word, []).append(number)
            self._found[zone] = found
        return self._found[zone]

    def one_of(self, lists: Iterable[Few], blocks: Sequence[Block]) -> Sequence[Block]:
        """The blocks in which a phrase of one of some lists can stand."""
        if any(few.others for few in lists):
            return blocks
        words = set[str]().union(*(few.led_to for few in lists))

        def numbers(zone: Zone) -> Iterator[int]:
            texts = self.in_zone(zone)
            return (number for word in words if word in texts for number in texts[word])

        return self._by_zone.those_of(blocks, numbers) if words else ()
