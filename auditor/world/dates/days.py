"""Which days there are, and those of other calendars as days of ours."""

from datetime import date

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def may_be(day: int, month: int, year: int | None) -> bool:
    """Whether there is such a day, in some year where none is named; another month than the twelve is no date."""
    if not 1 <= month <= len(_LONGEST):
        return True
    leap_day = month == _FEBRUARY and day == _LONGEST[1]
    return day <= _LONGEST[month - 1] and not (leap_day and year and not _is_leap(year))


def _is_leap(year: int) -> bool:
    """As `calendar` tells it, which asks for the languages of the machine as well."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def of_persian_calendar(year: int, month: int, day: int) -> date:
    """A date of the Persian solar calendar; its leap years follow a cycle of 33 from 1343 to 1472 at least."""
    days = 365 * (year - 1) + (8 * (year - 1) + 21) // 33 + day - 1
    days += 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(days + 226_895)
