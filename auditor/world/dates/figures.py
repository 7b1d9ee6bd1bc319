"""Dates in figures, as profiles print them."""

from datetime import date
from typing import NamedTuple

from auditor.expressions import late
from auditor.world.dates.days import day_of

_ISO = late(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = late(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_YEAR = late(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


class Printed(NamedTuple):
    """A date in figures. No `day` where no calendar has it."""

    year: int
    day: date | None
    in_figures: bool  # all three parts, so that an absent day means an impossible one


def read(text: str) -> Printed | None:
    """The first date of a text, in figures in any usual order, else its year; None where there is neither."""
    if found := _ISO.search(text[:200]):
        year, month, day = (int(part) for part in found.groups())
        return Printed(year, day_of(year, month, day), in_figures=True)
    if found := _DAY_FIRST.search(text[:200]):
        day, month, year = (int(part) for part in found.groups())
        return Printed(year, day_of(year, month, day) or day_of(year, day, month), in_figures=True)
    found = _YEAR.search(text[:200])
    return Printed(int(found[1]), None, in_figures=False) if found else None


def years_between(birth: Printed, later: date) -> int:
    """Full years from a birth to a day; by the years alone where the birthday is unknown."""
    passed = later.year - birth.year
    if birth.day and (later.month, later.day) < (birth.day.month, birth.day.day):
        passed -= 1
    return passed
