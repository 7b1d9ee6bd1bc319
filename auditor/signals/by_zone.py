"""The blocks of one document by zone, and by the words that they hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, compress, groupby
from operator import attrgetter

from auditor.model import Block, Document, Zone
from auditor.model.members import BOILERPLATE
from auditor.signals.by_block import ByBlock
from auditor.text.words import words
from auditor.words.finding import Few, Texts, held, is_possible, numbers, solid
from auditor.words.needing import needed
from auditor.words.spotting import tokens

_MOST_ZONES = 256  # that numbers of a byte tell apart
_MOST_BITS = 512  # of a set of blocks; a page has 250, and a set for each word must not grow with a document
_OF_SITE = 16  # blocks of menus and the like that share a bit: half of a page's blocks, a fifth of its letters


class ByZone:
    """Blocks are known by their numbers in the document; tuples of blocks, and sets of zones, by their identity: to
    compare two sets costs more than the rest of a look-up, and each card has one of its own."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._given: dict[frozenset[Zone], tuple[Block, ...]] = {}
        self._known: dict[int, tuple[frozenset[Zone], tuple[Block, ...]]] = {}  # the sets are kept with what they give
        self._zones: dict[int, frozenset[Zone]] = {}  # by the identity of tuples that are kept

    def blocks_in(self, zones: frozenset[Zone]) -> tuple[Block, ...]:
        """The blocks of some zones in the order of the document."""
        if id(zones) not in self._known:
            self._known[id(zones)] = zones, self._found(zones)
        return self._known[id(zones)][1]

    def _found(self, zones: frozenset[Zone]) -> tuple[Block, ...]:
        numbers, of_blocks, present = self._numbered
        own = zones & present  # most cards name zones that a page has not, and ask for the same blocks
        if own not in self._given:
            asked = bytearray(_MOST_ZONES)
            for zone in own:
                asked[numbers[zone]] = True
            self._given[own] = found = tuple(compress(self._document.blocks, of_blocks.translate(asked)))
            self._zones[id(found)] = own
        return self._given[own]

    def zones_of(self, blocks: Sequence[Block]) -> AbstractSet[Zone]:
        return self._zones.get(id(blocks)) or {block.zone for block in blocks}

    @cached_property
    def _numbered(self) -> tuple[dict[Zone, int], bytes, frozenset[Zone]]:
        """The zones of the document by number, the number of each block's, and these zones: sets of members are
        compared without hashing them again, which they do in Python."""
        numbers, of_blocks = dict[Zone, int](), bytearray()
        for zone, run in groupby(self._document.blocks, key=attrgetter("zone")):  # members are slow to be looked up
            of_blocks += bytes((numbers.setdefault(zone, len(numbers)),)) * len(tuple(run))
        return numbers, bytes(of_blocks), frozenset(numbers)


class Holding:
    """Which blocks of one document hold which words."""

    def __init__(self, document: Document, read: ByBlock) -> None:
        self._words_of, self._vocabulary_of = read.words, read.vocabulary_of
        together = len(document.blocks) // _MOST_BITS + 1
        own, site = (
            [block for block in document.blocks if (block.zone is BOILERPLATE) is of_site] for of_site in (False, True)
        )
        self._own, self._site = list(_divided(own, together)), list(_divided(site, max(together, _OF_SITE)))

    @property
    def texts(self) -> Texts:
        """By each word, as `words` divides a text and as `spotting.tokens` does, the parts of the document as bits."""
        return self._told[0]

    @cached_property
    def _told(self) -> tuple[Texts, frozenset[int]]:
        """`texts`, and the starts of the blocks with a bit of their own that tells of no other words than theirs."""
        found: dict[str, int] = {}
        alone = {part[0].start: number for number, part in enumerate(self._own) if len(part) == 1}
        spelled = set[int]()
        standing = found.get
        own = ((number, block) for number, part in enumerate(self._own) for block in part)
        told_by = ((number, self._words_of(block), self._vocabulary_of(block)) for number, block in own)
        of_site = ((number, told, frozenset(told)) for number, told in enumerate(self._of_site, len(self._own)))
        for number, read, vocabulary in chain(told_by, of_site):
            told, bit = vocabulary, 1 << number
            if (as_tokens := tokens(read)) is not read:
                told = told.union(as_tokens)
                spelled.add(number)
            for word in told:
                found[word] = standing(word, 0) | bit
        return found, frozenset(start for start, number in alone.items() if number not in spelled)

    @cached_property
    def _of_site(self) -> list[list[str]]:
        return [words("\n".join(block.text for block in part)) for part in self._site]

    @property
    def words_of_site(self) -> Iterator[str]:
        """The words of what belongs to the site: half of all blocks, and read at once."""
        return chain.from_iterable(self._of_site)

    def part(self, number: int) -> tuple[Block, ...]:
        """The blocks of one bit: a single one, unless it belongs to the site, or a document has very many."""
        return self._own[number] if number < len(self._own) else self._site[number - len(self._own)]

    def standing(self, few: Few) -> Few:
        """The phrases without those that no blanks divide and whose letters stand nowhere in the document."""
        return Few(few.led_to, [one for one in few.others if solid(one) in self._text]) if few.others else few

    @cached_property
    def _text(self) -> str:
        return "\n".join(block.text for part in (*self._own, *self._site) for block in part)

    def phrases(self, few: Few, blocks: Sequence[Block]) -> Iterator[tuple[Block, list[str]]]:
        """The blocks in which phrases can stand, with those that can."""
        led, others = self._led(few), few.others
        if not led and not others:
            return
        sure = self._told[1] if not others else ()
        for block in blocks if others else [block for block in blocks if block.start in led]:
            own = led.get(block.start, ())
            if block.start in sure:
                yield block, [*own]
                continue
            vocabulary = self._vocabulary_of(block)
            if standing := [phrase for phrase in (*own, *others) if is_possible(phrase, block.text, vocabulary)]:
                yield block, standing

    def _led(self, few: Few) -> Mapping[int, Iterable[str]]:
        """By the starts of blocks that may hold a word of each of their parts the phrases to which words lead."""
        found: dict[int, dict[str, None]] = {}
        for word, phrases in few.led_to.items():
            if word in self.texts:
                for phrase in phrases:
                    others = [part for part in needed(phrase) if word not in part]
                    for number in numbers(held(self.texts, self.texts[word], others)):
                        found.setdefault(number, {})[phrase] = None
        return {block.start: led for number, led in found.items() for block in self.part(number)}


def _divided(blocks: Sequence[Block], size: int) -> Iterator[tuple[Block, ...]]:
    return (tuple(blocks[at : at + size]) for at in range(0, len(blocks), size))
