"""Sentences that return word for word."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.words import length, words

Places = list[Span]


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    min_words: int,
    at_least: int,
    different: int = 1,
    share: float = 0.0,
    copied: int = 0,
    most_words: int = 0,
) -> Iterator[Hit]:
    """One hit for each sentence that returns: its second place, the others as related.

    Whole paragraphs that return are another rule's business, so a sentence that is its whole block is left out.

    Args:
        min_words: shorter sentences may return.
        at_least: how often a sentence must stand in the text.
        different: how many sentences return so often.
        share: of all words of the paragraphs, that the further copies of all sentences together hold at least.
        copied: words that they hold at least.
        most_words: of the paragraphs; in longer ones nothing is reported. 0: however long they are.
    """
    paragraphs = [block for block in blocks if block.kind is Kind.PARAGRAPH]
    size = sum(length(signals.words(block)) for block in paragraphs)
    if most_words and size > most_words:
        return
    found = [(same, count) for same, count in _returning(paragraphs, signals, at_least) if count >= min_words]
    if len(found) < different or sum(count * (len(same) - 1) for same, count in found) < max(copied, share * size):
        return
    for same, count in found:
        first, second, *more = same
        yield Hit(second, {"times": len(same), "words": count}, (first, *more), needs=at_least)


def _returning(paragraphs: Sequence[Block], signals: Signals, at_least: int) -> Iterator[tuple[Places, int]]:
    """The places of each sentence that stands so often within paragraphs, and how many words it has."""
    places: dict[str, Places] = {}
    for block in paragraphs:
        for sentence in signals.sentences(block):
            places.setdefault(sentence.text, []).append(sentence)
    for text, same in places.items():
        if len(same) >= at_least:
            inside = [sentence for sentence in same if sentence.text != sentence.block.text]
            if len(inside) >= at_least:
                yield inside, length(words(text))
