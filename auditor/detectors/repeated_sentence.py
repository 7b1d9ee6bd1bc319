"""Sentences that return word for word."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.words import length, words


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, at_least: int) -> Iterator[Hit]:
    """One hit for each sentence that returns: its second place, the others as related.

    Whole paragraphs that return are another rule's business, so a sentence that is its whole block is left out.

    Args:
        min_words: shorter sentences may return.
        at_least: how often a sentence must stand in the text.
    """
    places: dict[str, list[Span]] = {}
    for block in blocks:
        if block.kind is Kind.PARAGRAPH:
            for sentence in signals.sentences(block):
                places.setdefault(sentence.text, []).append(sentence)
    for text, same in places.items():
        if len(same) >= at_least and length(words(text)) >= min_words:
            inside = [sentence for sentence in same if sentence.text != sentence.block.text]
            if len(inside) >= at_least:
                first, second, *more = inside
                yield Hit(second, {"times": len(inside), "words": length(words(text))}, (first, *more), needs=at_least)
