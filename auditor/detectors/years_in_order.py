"""Things that ended before they began: "(1921-1914)", "from 1999 until 1971", "opened in 1931 and closed in 1928"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import says_it_errs
from auditor.words import words
from auditor.words.notation import either, matcher

_YEAR = r"(?:1[0-9]|20)\d\d"
_TWO_YEARS = late(rf"{_YEAR}\D{{1,80}}{_YEAR}(?!\d)")
_NEAR = 60  # characters around two numbers
# Behind a name, as registers have other numbers of this form, and without an era, in which years count down.
_LIFE = late(rf"[^\W\d_]\s\((?P<a>{_YEAR})\s?[-–—]\s?(?P<b>{_YEAR})\)")


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each pair of years."""
    code = signals.document.language or ""
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and signals.figures(block) > 1 and _TWO_YEARS.search(block.text):
            for found in (found for form in (_LIFE, *_forms(code)) for found in form.finditer(block.text)):
                span = Span(block, found.start("a"), found.end("b"))
                if int(found["b"]) < int(found["a"]) and not _is_otherwise(span, signals, code):
                    yield Hit(span, {"began": found["a"], "ended": found["b"]}, needs=1)


def _is_otherwise(span: Span, signals: Signals, code: str) -> bool:
    """Whether the numbers are quoted, corrected, or fell from the one to the other."""
    text, falls = span.block.text, words("figures", "falls", code)
    fell = bool(falls) and matcher(falls).search(text, max(0, span.start - _NEAR), span.end + _NEAR)
    return bool(fell) or signals.quoted(span) or says_it_errs(text, code)


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    """From one year until another; begun in one year and ended in another, with nothing else between."""
    a, b = rf"(?P<a>{_YEAR})", rf"(?P<b>{_YEAR})(?![\d-])"
    since, until, begun, ended = (_any(key, code) for key in ("since", "until", "begun", "ended"))
    between = rf"(?:\s(?!(?:{_any('of-another-end', code)})\b)[^\W\d]+|,|\s[–—-])"
    return (
        *([compiled(rf"\b(?:{since})\s{a}\s(?:{until})\s{b}", re.IGNORECASE)] if since else ()),
        *([compiled(rf"\b(?:{begun})\s{a}{between}{{0,8}}\s(?:{ended})\s{b}", re.IGNORECASE)] if begun else ()),
    )


def _any(key: str, code: str) -> str:
    return either(words("figures", key, code))
