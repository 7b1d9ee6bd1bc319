"""Texts that stop in mid-sentence."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.words import words

_SHOWN = 8  # words of evidence
_CLOSING = frozenset(r'.!?…。！？»”")\]')


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, beside: int | None = None) -> Iterator[Hit]:
    """One hit on the last words of a text whose last paragraph ends in a word that wants another.

    Args:
        min_words: shorter paragraphs are labels and signatures.
        beside: any last paragraph without a mark at its end, where so many others are and all of them have one.
    """
    last = blocks[-1]
    if last.kind is not Kind.PARAGRAPH or _spoken(last, signals) < min_words:
        return
    text = last.text.rstrip()
    word = text.split()[-1]
    if word.isalpha() and (
        word.lower() in _open_ends() if beside is None else _all_closed(blocks[:-1], signals, min_words, beside)
    ):
        yield Hit(Span(last, len(text) - len(" ".join(text.split()[-_SHOWN:])), len(text)), {"word": word})


def _all_closed(blocks: Sequence[Block], signals: Signals, min_words: int, at_least: int) -> bool:
    long = [b.text.rstrip() for b in blocks if b.kind is Kind.PARAGRAPH and len(signals.words(b)) >= min_words]
    return len(long) >= at_least and all(text[-1:] in _CLOSING for text in long)


def _spoken(block: Block, signals: Signals) -> int:
    return sum(map(str.isalpha, signals.words(block)))


def _open_ends() -> frozenset[str]:
    return frozenset(words("function-words", "open-ends"))
