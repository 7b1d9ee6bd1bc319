"""Phrases of several lists, which only together show what a page is for."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.words import phrases
from auditor.words.notation import matcher


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    of: str,
    each: tuple[str, ...],
    some: tuple[str, ...],
    at_least: int,
    not_without: tuple[str, ...],
) -> Iterator[Hit]:
    """At most one hit, on the first list's phrase; those of the others are related.

    Args:
        of: the file of the lists.
        each: lists of all of which a phrase must stand in the text.
        some: further lists, of which so many must have one.
        at_least: so many of them.
        not_without: a text with none of these words is not searched.
    """
    if signals.vocabulary.isdisjoint(not_without):
        return
    found = []
    for name in each:
        if (span := _first(of, name, blocks, signals)) is None:
            return
        found.append(span)
    also = [span for name in some if (span := _first(of, name, blocks, signals))]
    if len(also) >= at_least:
        yield Hit(found[0], {"phrases": len(found) + len(also)}, tuple(found[1:] + also))


def _first(of: str, name: str, blocks: Sequence[Block], signals: Signals) -> Span | None:
    """The first phrase of a list that the text says itself."""
    listed = matcher(phrases(of, name, signals.document.language or "-"))
    for block in blocks:
        for match in listed.finditer(block.text):
            span = Span(block, *match.span())
            if not signals.quoted(span):
                return span
    return None
