"""Links whose addresses expressions describe."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from auditor.expressions import compiled
from auditor.model import Block, Hit, Span
from auditor.parsing.template_sources import constructs
from auditor.signals import Signals

_MOST_LINKS = 20_000
_MOST_PLACES = 20
_LONGEST = 600


def detect(blocks: Sequence[Block], signals: Signals, *, patterns: list[str]) -> Iterator[Hit]:
    """At most one hit: the first such link, the others as related.

    Args:
        patterns: regular expressions, case ignored; each must be linear.
    """
    expression = _compiled(tuple(patterns))
    generator = signals.document.template
    links = islice(((block, link) for block in blocks for link in block.links), _MOST_LINKS)
    found = [
        (Span(block, link.start, link.end), match.group())
        for block, link in links
        if link.end > link.start and (match := expression.search(_path(link.href)))
        if match.group().lower() != link.text.lower()  # a page about that very word
        if not (generator and any(constructs(link.href, generator, signals.document.source)))
    ]
    if found:
        spans = [span for span, _ in found]
        yield Hit(spans[0], {"match": found[0][1], "links": len(found)}, tuple(spans[1 : 1 + _MOST_PLACES]))


def _path(address: str) -> str:
    """Without query and fragment: what stands there is for the counters of others."""
    return address[:_LONGEST].partition("?")[0].partition("#")[0]


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
