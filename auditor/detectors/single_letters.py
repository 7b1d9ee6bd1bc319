"""Texts that fell apart into letters: drop capitals, words that a converter took to pieces, marks between letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, filterfalse

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.words import words

# Letters, a sign that is none, letters; soft hyphens and accents that stand by themselves are a matter of spelling.
_DIVIDED = late(r"(?<=[^\W\d_])([^\w\s\u00ad\u0300-\u036f\u200b-\u200f\u2060]|[\d_])(?=[^\W\d_])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"  # `string` has them, which takes half a millisecond to be imported
_FIGURES = "0123456789@$"  # each stands for another letter


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    min_words: int,
    share_at_least: float,
    min_marked: int,
    marked_at_least: float,
) -> Iterator[Hit]:
    """One hit: the first such paragraph, the others as related.

    Args:
        min_words: shorter paragraphs are formulas, initials and rows of a table.
        share_at_least: the share of words of one letter that are no words of the language.
        min_marked: words of a paragraph with one and the same mark between letters.
        marked_at_least: their share of the words.
    """
    others = frozenset(_LETTERS).difference(words("function-words", "single-letters"))
    found = [
        Span.of(block)
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        and "=" not in block.text  # a formula
        and (
            (len(signals.words(block)) >= min_words and _share(block.text.split(), others) >= share_at_least)
            or _is_marked(block.text.split(), min_marked, marked_at_least)
        )
    ]
    if found:
        yield Hit(found[0], {"times": len(found)}, tuple(found[1:]), needs=1)


def _share(found: Sequence[str], letters: frozenset[str]) -> float:
    """Of what stands between blanks; a letter with a mark is an initial, a point of a list or short for a word."""
    return sum(map(letters.__contains__, map(str.lower, found))) / len(found)


def _is_marked(found: Sequence[str], least: int, share: float) -> bool:
    enough = max(least, share * len(found))
    odd = list(filterfalse(str.isalpha, found)) if len(found) >= least else []
    if len(odd) < enough:
        return False  # as nearly all
    marks = ({"0" if mark in _FIGURES else mark for mark in _DIVIDED.findall(word)} for word in odd)
    return max(Counter(chain.from_iterable(marks)).values(), default=0) >= enough
