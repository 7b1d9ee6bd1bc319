"""The blocks of a page as a report may show them: private data masked, the places of findings marked in their text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model import Block, Document, Finding, Span
from auditor.parsing.places import Replay, replay
from auditor.reporters.page import Mark, Passage


class _Spot(Struct, frozen=True, order=True):
    """A place of a finding in the source."""

    start: int
    end: int
    finding: int
    place: int


def passages(document: Document, findings: Sequence[Finding], shown: str) -> tuple[Passage, ...]:
    """One passage for each block. `shown` is the source with private data masked, character by character."""
    spots = sorted(_spots(findings))
    starts = [spot.start for spot in spots]
    made = []
    for block in (*_language(document, spots), *document.blocks):
        near = spots[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        inside = [s for s in near if s.end <= block.end and (s.place or findings[s.finding].zone == block.zone)]
        made.append(_passage(document, block, inside, shown))
    return tuple(made)


def _language(document: Document, spots: Sequence[_Spot]) -> Iterator[Block]:
    """Where the page names its language, if that is wrong; otherwise nobody asks."""
    block = document.language_block
    if block and any(block.start <= spot.start and spot.end <= block.end for spot in spots):
        yield block


def _spots(findings: Sequence[Finding]) -> Iterator[_Spot]:
    for number, finding in enumerate(findings):
        places = [(finding.offset, finding.length), *((p.offset, p.length) for p in finding.related)]
        for place, (offset, length) in enumerate(places):
            if length:
                yield _Spot(offset, offset + length, number, place)


def _passage(document: Document, block: Block, spots: Sequence[_Spot], shown: str) -> Passage:
    masked = shown is not document.source and shown[block.start : block.end] != document.source[block.start : block.end]
    text, marks = block.text, tuple[Mark, ...]()
    if spots or masked:
        read = replay(document.source, Span.of(block))
        marks = tuple(_marks(read, spots))
        text = _masked(read, document.source, shown) if masked else text
    line, _ = document.lines.at(block.start)
    return Passage(
        zone=block.zone,
        kind=block.kind,
        text=text,
        line=line,
        level=block.level,
        label=block.label,
        marks=marks,
    )


def _marks(read: Replay, spots: Sequence[_Spot]) -> Iterator[Mark]:
    """Places that the text shows: of an attribute inside a paragraph's interval, the paragraph shows nothing."""
    _, starts, ends = read
    for spot in spots:
        start, end = bisect_left(starts, spot.start), bisect_right(ends, spot.end)
        if start < end:
            yield Mark(start, end, spot.finding, spot.place)


def _masked(read: Replay, source: str, shown: str) -> str:
    text, starts, ends = read
    return "".join(
        "•" if c.isalnum() and source[start:end] != shown[start:end] else c
        for c, start, end in zip(text, starts, ends, strict=True)
    )
