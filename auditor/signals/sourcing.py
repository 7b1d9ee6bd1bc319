"""Who is quoted, and what somebody or something is said to state."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, islice
from operator import attrgetter

from auditor.model import MOST_PLACES, Block, Kind
from auditor.signals.by_block import ByBlock
from auditor.text.quotations import Quotation
from auditor.text.reporting import CUES, Statement
from auditor.text.reporting import statements as stated
from auditor.text.slot_forms import telling
from auditor.text.slots import Slot
from auditor.text.slots import slots as found_in


def statements(
    prose: Sequence[Block], quoted: Sequence[Quotation], words_of: Callable[[Block], list[str]]
) -> tuple[Statement, ...]:
    within = _by_block(quoted)
    own = [b for b in prose if b.kind is not Kind.QUOTATION and not CUES.isdisjoint(words_of(b))]
    return tuple(found for b in own for found in stated(b, within.get(b.start, ())))


def slots(
    prose: Sequence[Block], quoted: Sequence[Quotation], read: ByBlock, vocabulary: AbstractSet[str]
) -> tuple[Slot, ...]:
    """The first slots that speak in the text's own words; one that is all of a quotation is quoted as a name is.

    `vocabulary`: the words of the document.
    """
    within = {start: _Quoted(found) for start, found in _by_block(quoted).items()}
    told = telling(vocabulary)
    own = (block for block in prose if block.kind is not Kind.QUOTATION)
    spoken = (slot for block in own for slot in found_in(block, read.words(block), read.vocabulary_of(block), told))
    own_words = (slot for slot in spoken if not _mentioned(slot, within.get(slot.span.block.start)))
    return tuple(islice(own_words, MOST_PLACES))


def _by_block(quoted: Sequence[Quotation]) -> dict[int, list[Quotation]]:
    within: dict[int, list[Quotation]] = {}
    for quotation in quoted:
        within.setdefault(quotation.span.block.start, []).append(quotation)
    return within


class _Quoted:
    """The quotations of a block; a paragraph may have thousands, and as many slots."""

    def __init__(self, found: list[Quotation]) -> None:
        self._found = sorted(found, key=attrgetter("start"))
        self._starts = [quotation.start for quotation in self._found]
        self._ends = list(accumulate((quotation.end for quotation in self._found), max))  # the furthest so far

    def around(self, place: int) -> Iterator[Quotation]:
        at = bisect_left(self._starts, place) - 1
        while at >= 0 and self._ends[at] > place:
            if self._found[at].end > place:
                yield self._found[at]
            at -= 1


def _mentioned(slot: Slot, quoted: _Quoted | None) -> bool:
    around = quoted.around(slot.span.start) if quoted else ()
    return any(len(quotation.text) > len(slot.span.text) + 2 for quotation in around)
