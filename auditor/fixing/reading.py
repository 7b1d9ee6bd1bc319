"""A source as fixes read it: the places of a finding, and each character with the interval that it came from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec import Struct

from auditor.model import Block, Document, Finding, Kind, Place, Span, Syntax, Zone
from auditor.parsing.places import replay

_NEAR = 100  # blocks before a place that may hold it: attributes stand inside blocks
_MARKUP = frozenset("<&\\")
_start = attrgetter("start")


class Edit(NamedTuple):
    """`replacement` in place of `source[start:end]`."""

    start: int
    end: int
    replacement: str = ""


class Character(NamedTuple):
    """A character of a block's text as it is written in the source."""

    text: str
    start: int
    end: int


class Spot(Struct, frozen=True):
    """A place of a finding: `source[start:end]`, in the block that it was read from."""

    start: int
    end: int
    place: str  # its fingerprint
    block: Block


class Reading:
    """A document, whose blocks are read again only once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._blocks = sorted(document.blocks, key=lambda block: block.start)
        self._starts = [block.start for block in self._blocks]
        self._read: dict[tuple[int, int, str], list[Character]] = {}

    def spots(self, finding: Finding) -> Iterator[Spot]:
        """Its places that are a region of the source. What lies in no block, as a comment does, is one of its own."""
        regions: tuple[Finding | Place, ...] = (finding, *finding.related)
        for where, place in zip(regions, finding.places, strict=True):
            start, end = where.offset, where.offset + where.length
            if where.length:
                alone = Block(Zone.METADATA, Kind.DESCRIPTION, where.evidence, start, end, Syntax.TEXT)
                yield Spot(start, end, place, self._around(start, end) or alone)

    def characters(self, block: Block) -> list[Character]:
        """A block's text; white space that stands there as it is character by character, other gaps as one space."""
        key = block.start, block.end, block.syntax.value
        if key not in self._read:
            self._read[key] = list(_spread(self.document.source, *replay(self.document.source, Span.of(block))))
        return self._read[key]

    def within(self, spot: Spot) -> tuple[int, int]:
        """The first and the last but one of the characters that a place is made of."""
        whole = self.characters(spot.block)
        first = bisect_left(whole, spot.start, key=_start)
        last = bisect_left(whole, spot.end, lo=first, key=_start)
        return first, last - 1 if last > first and whole[last - 1].end > spot.end else last

    def text(self, spot: Spot) -> str:
        """What a reader sees at a place."""
        first, last = self.within(spot)
        return "".join(one.text for one in self.characters(spot.block)[first:last])

    def _around(self, start: int, end: int) -> Block | None:
        """The innermost block that holds a region."""
        last = bisect_right(self._starts, start)
        near = reversed(self._blocks[max(0, last - _NEAR) : last])
        return min(
            (block for block in near if end <= block.end), key=lambda block: block.end - block.start, default=None
        )


class Asked(Struct, frozen=True, kw_only=True):
    """What a kind of fix is asked about."""

    finding: Finding
    spots: Sequence[Spot]
    reading: Reading
    only: tuple[str, ...] = ()  # from the card
    given: Mapping[str, Any] = {}  # the parameters of the card's verb

    @property
    def source(self) -> str:
        return self.reading.document.source


def _spread(source: str, text: str, starts: list[int], ends: list[int]) -> Iterator[Character]:
    for character, start, end in zip(text, starts, ends, strict=True):
        written = source[start:end]
        if character == " " and written.isspace() and not _MARKUP & set(written):
            yield from (Character(one, start + i, start + i + 1) for i, one in enumerate(written))
        elif character == " " and unescape(written).isspace():
            yield Character(unescape(written)[0], start, end)
        else:
            yield Character(character, start, end)
