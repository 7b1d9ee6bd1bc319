"""A fall by more than there was: thefts cannot drop by 120 per cent."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import says_it_errs, value
from auditor.words import words
from auditor.words.notation import matcher

_WHOLE = 100  # per cent


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each fall, in sentences that speak of nothing that may go below zero."""
    code = signals.document.language or ""
    if not words("numbers", "drops", code):
        return
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and not _falling(code).isdisjoint(signals.vocabulary_of(block)):
            yield from (hit for sentence in signals.sentences(block) for hit in _falls(sentence, signals, code))


def _falls(sentence: Span, signals: Signals, code: str) -> Iterator[Hit]:
    for found in _form(code).finditer(sentence.text):
        start, end = (sentence.start + at for at in found.span())
        span = Span(sentence.block, start, end)
        by = value(found["cent"], code)
        signed = matcher(words("numbers", "below-zero", code)).search(sentence.text)
        if by > _WHOLE and not signed and not signals.quoted(span) and not says_it_errs(sentence.text, code):
            yield Hit(span, {"by": f"{by:g}"}, needs=1)


@cache
def _falling(code: str) -> frozenset[str]:
    return frozenset(name.lower().split()[0] for name in words("numbers", "drops", code))


@cache
def _form(code: str) -> re.Pattern[str]:
    done, by, over, cents = ("|".join(words("numbers", key, code)) for key in ("drops", "by", "over", "per-cent"))
    share = rf"(?P<cent>\d{{3,4}}(?:[.,]\d{{1,2}})?)\s?(?:%|(?:{cents})\b)"
    return compiled(rf"\b(?:{done})\s(?:(?:{by})\s?)?(?:(?:{over or '(?!)'})\s)?{share}", re.IGNORECASE)
