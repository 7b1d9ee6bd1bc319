"""Sources at addresses that are kept for examples."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.words import clipped
from auditor.web import hosts_in, is_reserved, published_host
from auditor.words import words
from auditor.words.notation import matcher

_AHEAD = 60  # characters before an address in which it is called an example
_EXAMPLES = matcher(words("sources", "introduces-examples"))


def detect(blocks: Sequence[Block], signals: Signals, *, hosts: list[str]) -> Iterator[Hit]:
    """One hit for all such links and printed addresses; none on a page that shows code, or that has such an address.

    Args:
        hosts: the addresses that count. Their subdomains and the reserved endings stand in made-up but whole examples.
    """
    document = signals.document
    if is_reserved(published_host(document.url or "")) or any(b.kind is Kind.CODE for b in document.blocks):
        return
    found = [span for block in blocks for span in _places(block, frozenset(hosts)) if not signals.quoted(span)]
    if found:
        first, *more = found
        yield Hit(first, {"address": clipped(_address(first), 80), "count": len(found)}, tuple(more))


def _address(span: Span) -> str:
    """Where a link leads, or what is printed."""
    linked = (link.href for link in span.block.links if link.start == span.start and link.end == span.end)
    return next(linked, span.text)


def _places(block: Block, wanted: frozenset[str]) -> Iterator[Span]:
    """Links and printed addresses that nothing calls an example."""
    linked = [
        (link.start, link.end) for link in block.links if link.end > link.start and published_host(link.href) in wanted
    ]
    found = [(a, b) for a, b, host in hosts_in(block.text) if host in wanted and block.text[a - 1] != "@"]
    printed = [place for place in found if not any(a <= place[0] < b for a, b in linked)] if "//" in block.text else []
    for start, end in sorted([*linked, *printed]):
        if not _EXAMPLES.search(block.text, max(0, start - _AHEAD), start):
            yield Span(block, start, end)
