"""Texts that fell apart into letters: drop capitals and words that a converter took to pieces."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.words import words


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, share_at_least: float) -> Iterator[Hit]:
    """One hit: the first such paragraph, the others as related.

    Args:
        min_words: shorter paragraphs are formulas, initials and rows of a table.
        share_at_least: the share of words of one letter that are no words of the language.
    """
    own = frozenset(words("function-words", "single-letters"))
    found = [
        Span.of(block)
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        and "=" not in block.text  # a formula
        and len(signals.words(block)) >= min_words
        and _share(signals.words(block), own) >= share_at_least
    ]
    if found:
        yield Hit(found[0], {"times": len(found)}, tuple(found[1:]), needs=1)


def _share(found: Sequence[str], own: frozenset[str]) -> float:
    return sum(len(word) == 1 and "a" <= word <= "z" and word not in own for word in found) / len(found)
