"""ISBN, ISSN, ORCID and DOI that nothing can bear."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.world.identifiers import CUES, impossible


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each printed number, and for each link to one; the same number once."""
    linked = (
        b for b in blocks if b.links and any("doi.org" in link.href or "orcid.org" in link.href for link in b.links)
    )
    chosen = {
        b.start: b
        for b in (*linked, *(b for b in blocks if not CUES.isdisjoint(signals.words(b))))
        if b.kind is not Kind.CODE
    }
    seen: set[str] = set()
    for block in sorted(chosen.values(), key=lambda b: b.start):
        for span, kind, number, fault in (*_printed(block), *_linked(block)):
            if number not in seen and not signals.quoted(span):
                seen.add(number)
                yield Hit(span, {"kind": kind, "number": number[:80], "fault": fault})


def _printed(block: Block) -> Iterator[tuple[Span, str, str, str]]:
    for one in impossible(block.text):
        yield Span(block, one.start, one.end), one.kind, block.text[one.start : one.end], one.fault


def _linked(block: Block) -> Iterator[tuple[Span, str, str, str]]:
    for link in block.links:
        for one in impossible(link.href) if link.end > link.start else ():
            yield Span(block, link.start, link.end), one.kind, link.href[one.start : one.end], one.fault
