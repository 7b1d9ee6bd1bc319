"""Sentences that stop before a word that has to come."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled
from auditor.model import Block, Hit, Kind, Span
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.text.words import before_stops
from auditor.words import words

_SHOWN = 4  # words of evidence before the last one
_NEAR = 60  # characters in which they are sought


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first of such ends, the others as related."""
    spans = [
        span
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        for start, end in _cut(block.text)
        if not signals.quoted(span := _shown(block, start, end))
    ]
    if spans:
        yield Hit(spans[0], {"end": spans[0].text, "times": len(spans)}, tuple(spans[1:]))


@remembered
def _cut(text: str) -> list[tuple[int, int]]:
    if _last_words().isdisjoint(before_stops(text)):
        return []  # mostly
    return [found.span() for found in _ends().finditer(text)]


def _shown(block: Block, start: int, end: int) -> Span:
    """The last words of the sentence."""
    before = block.text[max(0, start - _NEAR) : start]
    sentence = re.split(r"[.!?]\s", before)[-1]
    told = list(re.finditer(r"\S+", sentence))[-_SHOWN:]
    length = len(sentence) - told[0].start() if told else 0
    return Span(block, start - length, end)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(("a", *(one.rpartition(" ")[2] for one in words("function-words", "never-last", "en"))))


@cache
def _ends() -> re.Pattern[str]:
    """A word that wants another, or "a" after such a word, then a stop before a new sentence."""
    last = "|".join(words("function-words", "never-last", "en"))
    before = "|".join((*words("function-words", "loose-ends", "en"), *words("function-words", "helpers", "en")))
    return compiled(rf"(?<=[a-z,] )(?<![\w/'’-])(?:(?:{before}) a|{last})\.(?=\s+[A-Z“\"]|\s*$)")
