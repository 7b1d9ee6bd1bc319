"""Addresses that say which tool a link was copied from."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled
from auditor.model import Block, Hit, Span
from auditor.signals import Signals

_MOST_LINKS = 20_000
_LONGEST = 4_000  # characters of an address


def detect(blocks: Sequence[Block], signals: Signals, *, names: list[str], values: list[str]) -> Iterator[Hit]:
    """One hit: the first link, or address in the text, with such a parameter, the others as related.

    Args:
        names: of parameters.
        values: with which their values begin.
    """
    expression = _compiled(tuple(names), tuple(values))
    links = [(b, link) for b in blocks for link in b.links if "?" in link.href][:_MOST_LINKS]
    leading = [Span(b, link.start, link.end) for b, link in links if expression.search(link.href[:_LONGEST])]
    printed = [Span(b, *match.span()) for b in blocks if "=" in b.text for match in expression.finditer(b.text)]
    apart = [span for span in printed if not any(_holds(one, span) for one in leading)]
    found = [span for span in (*leading, *apart) if not signals.quoted(span)]
    if found:
        yield Hit(found[0], {"links": len(found)}, tuple(found[1:]))


def _holds(one: Span, other: Span) -> bool:
    return one.block is other.block and one.start <= other.start < one.end


@cache
def _compiled(names: tuple[str, ...], values: tuple[str, ...]) -> re.Pattern[str]:
    name, value = ("|".join(map(re.escape, some)) for some in (names, values))
    return compiled(rf"\b(?:{name})=(?:{value})[\w.-]{{0,40}}", re.IGNORECASE)
