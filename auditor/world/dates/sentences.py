"""Dates in sentences, where they stand and with what the calendar says of them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.text.words import unaccented
from auditor.words import subject, words
from auditor.world.dates.days import may_be
from auditor.world.dates.names import groups, numbers

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d\d?)"
_FIGURES = (
    late(rf"(?<![\d/.-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])"),
    late(rf"(?:(?<!\d){_YEAR}\s?[年년]\s?)?(?<!\d)(?P<month>\d\d?)\s?[月월]\s?{_DAY}\s?[日일]"),
)
_SIGN, _MONTHS_IN_FIGURES = "-", "月월"  # without which neither stands
# Only dates of the calendar of today can be checked; older letters and registers keep another.
_FIRST_YEAR = 1930


class Said(NamedTuple):
    """A date where it stands in a text."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None  # 0 is Monday

    @property
    def is_possible(self) -> bool:
        return may_be(self.day, self.month, self.year)

    @property
    def has_its_weekday(self) -> bool:
        """Whether the weekday is the right one, where both it and the year are named."""
        if self.weekday is None or not self.year or self.year < _FIRST_YEAR or not self.is_possible:
            return True
        return date(self.year, self.month, self.day).weekday() == self.weekday


def dates(text: str, told: Sequence[str], language: str | None) -> Iterator[Said]:
    """The dates of a text of these words, in the words of its language and of English, or in figures."""
    seen: set[int] = set()
    for code, forms in _searched(language or "en"):
        may_hold = _beside_months(told, code) if code else (_SIGN in text, not text.isascii() and _is_eastern(text))
        possible = (form for form, may in zip(forms, may_hold, strict=True) if may)
        for found in (found for form in possible for found in form.finditer(text)):
            if found.end() not in seen:
                seen.add(found.end())
                yield _said(found, code)


def _beside_months(told: Sequence[str], code: str) -> tuple[bool, bool]:
    """Whether a number stands before a month, with a word between them at most, and whether one follows it."""
    months = _months(code)
    if months.isdisjoint(told):
        return False, False
    named = [at for at, word in enumerate(told) if word in months]
    before = any(near[0].isdigit() for at in named for near in told[max(0, at - 2) : at])
    return before, any(near[0].isdigit() for at in named for near in told[at + 1 : at + 2])


def _is_eastern(text: str) -> bool:
    return any(map(text.__contains__, _MONTHS_IN_FIGURES))


@cache
def _searched(language: str) -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    codes = [code for code in dict.fromkeys((language, "en")) if subject(code, "dates")]
    return (*((code, tuple(_forms(code))) for code in codes), ("", _FIGURES))


def _said(found: re.Match[str], code: str) -> Said:
    parts = found.groupdict()
    month = int(parts["month"]) if not code else numbers(code, "months")[unaccented(parts["month"])] + 1
    weekday = numbers(code, "weekdays")[unaccented(parts["weekday"])] if parts.get("weekday") else None
    year = int(parts["year"]) if parts["year"] else None
    return Said(found.start(), found.end(), int(parts["day"]), month, year, weekday)


@cache
def _months(code: str) -> frozenset[str]:
    return frozenset(name for names in groups(code, "months") for name in names)


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    """Day before month and month before day, each with a weekday and a year where they are printed."""
    months, weekdays = _either(code, "months"), _either(code, "weekdays")
    ordinal = "|".join(("st", "nd", "rd", "th", r"\.", "º", *map(re.escape, words("dates", "ordinals", code))))
    weekday = rf"(?:\b(?P<weekday>{weekdays})\.?,?\s(?:the\s|den\s|le\s|el\s|il\s)?)?" if weekdays else ""
    name = rf"(?P<month>{months})\b\.?"
    day = rf"(?<![\d.,/:–-]){_DAY}(?:{ordinal})?"
    joint = r"\s(?:de\s|of\s)?"
    # "31 September Street" is a place, "in June 31 came" a number of people.
    year_or_end = rf"(?:,?\s(?:de[l]?\s)?{_YEAR}|(?!\s(?-i:[A-Z])))"
    return (
        compiled(rf"{weekday}{day}{joint}{name}{year_or_end}", re.IGNORECASE),
        compiled(
            rf"{weekday}(?<!\bin\s)\b{name}\s{_DAY}(?:st|nd|rd|th)?(?![\d:.,%]?\d|\s?%)(?:,?\s{_YEAR})?", re.IGNORECASE
        ),
    )


def _either(code: str, key: str) -> str:
    names = sorted((name for line in groups(code, key) for name in line), key=len, reverse=True)
    return "|".join(map(re.escape, names))
