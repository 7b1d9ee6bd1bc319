"""Phrases that are hung onto headings."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind
from auditor.signals import Signals
from auditor.text.passages import Phrase, Place
from auditor.text.phrases import apart, is_searchable

_SHOWN = 100  # places of one finding; more help nobody


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, at_least: int, share: float) -> Iterator[Hit]:
    """One hit for each phrase that ends heading after heading, with all its places in headings.

    Questions and headings that are the phrase and nothing else do not count, nor do names.

    Args:
        min_words: shorter phrases are left out.
        at_least: headings that end with the phrase.
        share: the same as a share of all headings.
    """
    headings = sum(block.kind is Kind.HEADING for block in blocks)
    stuffed = [
        phrase
        for words, phrase in signals.phrases.items()
        if len(words) >= min_words and words in signals.sought and is_searchable(words)
        if len(_ends(phrase)) >= max(at_least, share * headings) and not phrase.is_name
    ]
    for phrase in apart(sorted(stuffed, key=lambda p: (-len(_ends(p)), -len(p.words), p.places[0]))):
        first, *others = [phrase.passages.span(k, i, len(phrase.words)) for k, i in _ends(phrase)]
        facts = {"phrase": " ".join(phrase.words), "times": len(others) + 1, "headings": headings}
        yield Hit(first, facts, tuple(others[:_SHOWN]), needs=at_least)


def _ends(phrase: Phrase) -> list[Place]:
    return [(k, i) for k, i in phrase.line_ends if phrase.passages.all[k].block.kind is Kind.HEADING]
