"""Paragraphs that stop in mid-sentence, with a new sentence behind them."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.verse import is_verse
from auditor.words import words

_SHOWN = 8  # words of evidence
_BESIDE = 200  # characters of markup between two paragraphs; a picture or an advertisement between them has more


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, but: list[str]) -> Iterator[Hit]:
    """One hit: the end of the first such paragraph, the others as related.

    Args:
        min_words: shorter paragraphs are labels.
        but: words that end sentences after all.
    """
    open_ends = _open_ends(signals.document.language or "") - frozenset(but)
    if not open_ends:
        return
    found = [
        _end(block)
        for block, following in pairwise(blocks)
        if block.kind is following.kind is Kind.PARAGRAPH
        and following.start - block.end <= _BESIDE
        and following.text.lstrip()[:1].isupper()
        and _last(block) in open_ends
        and len(signals.words(block)) >= min_words
        and not signals.quoted(_end(block))
        and not is_verse(signals.document.source[block.start : block.end])
    ]
    if found:
        facts = {"word": _last(found[0].block), "times": len(found)}
        yield Hit(found[0], facts, tuple(found[1:]), needs=1)


def _last(block: Block) -> str:
    """The last word, as it is written: a name or a word with a mark behind it is none of a list."""
    return block.text.rstrip().rpartition(" ")[2]


def _end(block: Block) -> Span:
    text = block.text.rstrip()
    return Span(block, len(text) - len(" ".join(text.split()[-_SHOWN:])), len(text))


@cache
def _open_ends(code: str) -> frozenset[str]:
    """Words after which another must come: those with which no speech ends, and in English more."""
    return frozenset((*words("quotation", "never-last", code), *words("function-words", "open-ends", code)))
