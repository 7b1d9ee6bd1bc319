"""Wording that regular expressions describe."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import FURNITURE, Signals
from auditor.signals.subjects import is_subject


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
    beside: list[str] = [],  # noqa: B006
    about: str | None = None,
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
        beside: expressions that count only where `patterns` matched, too.
        about: word files whose list `subject` tells texts about the matter, which are left alone.
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
    read = [block for block in searched if even_code or block.kind is not Kind.CODE]
    shown = signals if not even_quoted else None
    found = _spans(patterns, read, shown)
    if found and beside:
        found = _spans([*patterns, *beside], [block for block in blocks if block.kind is not Kind.CODE], shown)
    if len(found) >= at_least and not (about and is_subject((*signals.titles, *blocks), signals, about)):
        yield Hit(found[0], {"match": found[0].text, "times": len(found)}, tuple(found[1:]), apart=at_least == 1)


def _spans(patterns: Sequence[str], blocks: Sequence[Block], signals: Signals | None) -> list[Span]:
    """All matches; with `signals` only those that are not quoted."""
    expression = _compiled(tuple(patterns))
    matches = (
        Span(block, match.start(), match.end())
        for block in blocks
        for match in expression.finditer(block.text)
        if match.end() > match.start()
    )
    return [span for span in matches if not (signals and signals.quoted(span))]


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)
