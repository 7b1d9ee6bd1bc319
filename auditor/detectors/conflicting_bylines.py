"""Pages whose byline, author box and structured data name different people."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.world.people import is_full_name, none_in_common

_LABELS = {"byline": "the byline", "box": "the author box", "data": "the structured data"}


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit where two of the three name persons and nobody in common: on the first, the others as related."""
    named = {kind: spans for kind, spans in _named(blocks, signals).items() if spans}
    kinds = list(named)
    for i, kind in enumerate(kinds):
        for other in kinds[i + 1 :]:
            if none_in_common([s.text for s in named[kind]], [s.text for s in named[other]]):
                first, *rest = (*named[kind], *named[other])
                facts = {
                    "here": f"{_LABELS[kind]} names {first.text[:60]}",
                    "there": f"{_LABELS[other]} names {named[other][0].text[:60]}",
                }
                yield Hit(first, facts, tuple(rest))
                return


def _named(blocks: Sequence[Block], signals: Signals) -> dict[str, list[Span]]:
    """Spans of persons' names by where the page gives them; what has no form of a full name does not count."""
    byline = [
        Span(block, at, at + len(name))
        for block in blocks
        if block.zone is Zone.BYLINE
        for name in signals.document.byline
        if (at := block.text.find(name)) >= 0
    ]
    boxes = [author.first("name") for author in signals.document.authors if author.source == "visible"]
    data = [
        Span.of(b)
        for b in blocks
        if b.zone is Zone.METADATA and b.kind is Kind.PERSON and b.label.startswith("json-ld:author")
    ]
    found = {"byline": byline, "box": [field.span for field in boxes if field], "data": data}
    return {kind: [span for span in spans if is_full_name(span.text)] for kind, spans in found.items()}
