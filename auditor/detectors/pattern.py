"""Wording that regular expressions describe."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import FURNITURE, Signals


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    patterns: list[str],
    phrases: list[str] = [],  # noqa: B006 - never changed
    symbols: list[str] = [],  # noqa: B006
    at_least: int = 1,
    even_quoted: bool = False,
    even_code: bool = False,
    formats: list[str] | None = None,
) -> Iterator[Hit]:
    """One hit: the first match, the others as related.

    Args:
        patterns: regular expressions, case ignored; each must be linear.
        phrases: whole words, lower case, and
        symbols: other strings, of which every match holds one; blocks without any are not searched.
        at_least: fewer matches are no hit.
        even_quoted: count matches between quotation marks and in code spans too.
        even_code: search code blocks too.
        formats: the formats of source that are searched; all when absent.
    """
    if formats and signals.document.format not in formats:
        return
    everywhere = any(block.zone in FURNITURE for block in blocks)
    with_phrase = (signals.holding_phrase(phrase, everywhere=everywhere) for phrase in phrases)
    with_symbol = (signals.holding(symbol, everywhere=everywhere) for symbol in symbols)
    holding = frozenset().union(*with_phrase, *with_symbol)
    searched = [block for block in blocks if block.start in holding]
    if not searched:
        return  # most pages: nothing to compile
    expression = _compiled(tuple(patterns))
    matches = (
        Span(block, match.start(), match.end())
        for block in searched
        if even_code or block.kind is not Kind.CODE
        for match in expression.finditer(block.text)
        if match.end() > match.start()
    )
    found = [span for span in matches if even_quoted or not signals.quoted(span)]
    if len(found) >= at_least:
        yield Hit(found[0], {"match": found[0].text, "times": len(found)}, tuple(found[1:]), apart=at_least == 1)


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
