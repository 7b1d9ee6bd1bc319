"""A text that from some paragraph on is another one."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.likening import meaning, telling
from auditor.text.meaning import likeness
from auditor.text.relevance import weight

_READ = frozenset({Kind.PARAGRAPH, Kind.QUOTATION})  # lists and headings are fragments
_LINE = 8  # words; shorter paragraphs are labels and signatures


def detect(
    blocks: Sequence[Block], signals: Signals, *, least_words: int, shared: float, alike: float, apart: float
) -> Iterator[Hit]:
    """At most one hit, on the first paragraph of the second text; the first of the first one is related.

    Args:
        least_words: of each of the two; fewer are an aside, a credit or a note.
        shared: so small a share of the words of one, weighed by what they tell, stands in the other.
        alike: so much each of the two speaks of one thing: the cosine of its halves.
        apart: by so much less than this the two are alike.
    """
    read = [block for block in blocks if block.kind in _READ and len(signals.words(block)) >= _LINE]
    share, cut = min(_cuts(read, signals, least_words), default=(1.0, 0))
    if share >= shared:  # the vectors of its words cost more than all of this
        return
    both = read[:cut], read[cut:]
    like, own = _likeness(*both, signals), min(_likeness(*_halves(one, signals), signals) for one in both)
    if own >= max(alike, like + apart):
        before, after = (sum(len(signals.words(block)) for block in one) for one in both)
        yield Hit(Span.of(read[cut]), {"before": before, "after": after}, (Span.of(read[0]),))


def _cuts(read: Sequence[Block], signals: Signals, least: int) -> Iterator[tuple[float, int]]:
    """Places between paragraphs, each with the share of the poorer side's words that both sides have."""
    lengths = list(accumulate(len(signals.words(block)) for block in read))
    if not lengths or lengths[-1] < 2 * least:
        return  # a text too short to be two
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, block in enumerate(read):
        for entry in telling(block, signals):
            first.setdefault(entry, number)
            last[entry] = number
    opened, closed = _by_place(first, len(read)), _by_place(last, len(read))
    for cut, (before, done, length) in enumerate(zip(opened, closed, lengths, strict=True), 1):
        if least <= length <= lengths[-1] - least:
            yield (before - done) / min(before, closed[-1] - done), cut


def _by_place(places: dict[str, int], size: int) -> list[float]:
    """What the words weigh whose place has been passed, after each paragraph."""
    told = [0.0] * size
    for entry, number in places.items():
        told[number] += weight(entry)
    return list(accumulate(told))


def _halves(read: Sequence[Block], signals: Signals) -> tuple[Sequence[Block], Sequence[Block]]:
    """Those before and after the paragraph's end that is past the middle; nothing and all, where there is but one."""
    lengths = list(accumulate(len(signals.words(block)) for block in read))
    middle = next(n for n, length in enumerate(lengths, 1) if 2 * length >= lengths[-1])
    middle = min(middle, len(read) - 1)
    return read[:middle], read[middle:]


def _likeness(one: Sequence[Block], other: Sequence[Block], signals: Signals) -> float:
    return likeness(meaning(one, signals), meaning(other, signals))
