"""An anniversary that does not fall into the year of the page: founded in 1962, fifty years old in 2024."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import number, says_it_errs, value
from auditor.words import words
from auditor.words.notation import either

_YEAR = late(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_APART = 1  # years: a jubilee is kept for a year, and a year begun is counted


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each sentence with one year, of a beginning, and the age of today."""
    document, code = signals.document, signals.document.language or ""
    today = (document.published or "")[:4]
    if not today.isdecimal() or today != (document.modified or today)[:4] or not words("figures", "jubilee", code):
        return
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and signals.figures(block) and _names(code).search(block.text.lower()):
            for sentence in signals.sentences(block):
                found = _told(sentence.text, code)
                if found and abs(int(today) - found[0] - found[1]) > _APART:
                    span = Span(block, sentence.start + found[2], sentence.start + found[3])
                    if not signals.quoted(span) and not says_it_errs(block.text, code):
                        yield Hit(
                            span,
                            {"since": found[0], "age": found[1], "right": int(today) - found[0], "today": today},
                            needs=1,
                        )


def _told(sentence: str, code: str) -> tuple[int, int, int, int] | None:
    """The year of a beginning, the age that is kept now, and where both stand."""
    since, age = _beginning(code).search(sentence), _jubilee(code).search(sentence)
    if not since or not age or len(set(_YEAR.findall(sentence))) != 1 or not _is_now(code).search(sentence):
        return None
    ends = *since.span(), *age.span()
    return int(since["year"]), int(value(age["n"] or age["age"], code)), min(ends), max(ends)


@cache
def _names(code: str) -> re.Pattern[str]:
    """For text in lower case; quick, as no number is looked for."""
    return compiled(f"{_any('jubilee', code)}|{_any('years-old', code)}")


@cache
def _beginning(code: str) -> re.Pattern[str]:
    return compiled(rf"\b(?:{_any('begun', code)})\s(?P<year>(?:1[5-9]|20)\d\d)(?!\d)", re.IGNORECASE)


@cache
def _jubilee(code: str) -> re.Pattern[str]:
    figure = number(code)
    nth = rf"(?P<n>{figure})(?:st|nd|rd|th|[.º])?[\s-](?:{_any('jubilee', code)})"
    return compiled(rf"\b(?:{nth}|(?P<age>{figure})\s(?:{_any('years-old', code)}))\b", re.IGNORECASE)


@cache
def _is_now(code: str) -> re.Pattern[str]:
    return compiled(rf"\b(?:{_any('now', code)})\b", re.IGNORECASE)


def _any(key: str, code: str) -> str:
    return either(words("figures", key, code))
