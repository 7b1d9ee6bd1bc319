"""Phrases of the title that are hung onto the texts of images."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind
from auditor.signals import Signals
from auditor.text.passages import Passage, Passages
from auditor.text.phrases import apart, is_searchable, repeated, tokens


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, at_least: int, share: float) -> Iterator[Hit]:
    """One hit for each phrase of the title that stands in the texts of many images of the article.

    Args:
        min_words: shorter phrases are left out.
        at_least: different texts that hold the phrase.
        share: the same as a share of all different texts of two words or more.
    """
    texts = _texts(blocks, signals)
    enough = max(at_least, share * len(texts.all))
    held = [
        phrase
        for words, phrase in repeated(texts, at_least).items()
        if len(words) >= min_words and words in signals.sought and is_searchable(words)
        if len({k for k, _ in phrase.places}) >= enough
    ]
    for phrase in apart(sorted(held, key=lambda p: (-len(p.places), -len(p.words), p.places[0]))):
        first, *others = phrase.spans(len(texts.all))
        facts = {"phrase": " ".join(phrase.words), "times": len(others) + 1, "images": len(texts.all)}
        yield Hit(first, facts, tuple(others), needs=int(enough))


def _texts(blocks: Sequence[Block], signals: Signals) -> Passages:
    """The texts of the images between the article's first and last block, the first of each wording."""
    if not signals.body:
        return Passages([])
    first, last = signals.body[0].start, signals.body[-1].end
    inside = (b for b in blocks if b.kind is Kind.ALT and first <= b.start <= last)
    different = {tuple(tokens(block.text)): block for block in reversed(list(inside))}
    found = sorted(((block, words) for words, block in different.items() if len(words) > 1), key=lambda f: f[0].start)
    return Passages([Passage(block, words, 0, 0, 0, 0) for block, words in found])
