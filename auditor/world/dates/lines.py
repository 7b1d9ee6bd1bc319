"""Dates as lines of articles print them, in the words, digits and calendars of the languages."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from unicodedata import decimal

from auditor.expressions import compiled, late
from auditor.model.scripts import MARKS
from auditor.text.words import unaccented
from auditor.words import languages, subject, words
from auditor.words.notation import matcher
from auditor.world.dates.days import day_of, of_persian_calendar
from auditor.world.dates.names import everywhere, of_persian_months

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_LETTER = rf"[^\W\d_][{MARKS}]*"
_NAME = rf"(?P<month>(?:{_LETTER}){{3,12}}|(?:{_LETTER}){{1,2}}\.(?:{_LETTER}){{1,3}})\.?"
_CLOCK = r"(?P<clock>[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?"
_OF = rf"(?:(?:{'|'.join(words('dates', 'of'))})\s)?"
_NAMED = r"(?:[^\W\d_]{0,20}[^\W\d_A-Z](?=[A-Z]))?"  # "Ann LeeMar 5, 2025", whose elements stand side by side
_AD = r"(?:พ\.ศ\.\s?|ค\.ศ\.\s?)?"  # the era of a Thai year
_FORMS = (
    late(rf"(?<!\d){_YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d){_CLOCK}"),
    late(rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|[.º])?(?:\s|(?<=\.)){_OF}{_NAME},?\s{_OF}{_AD}{_YEAR}(?!\d)"),
    late(rf"(?<!\d)(?P<day>\d\d?)-{_NAME}-{_YEAR}(?!\d)"),
    late(rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]"),
    late(rf"\b{_NAMED}{_NAME}\s(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s{_YEAR}(?!\d)"),
    late(rf"(?<!\d){_YEAR}\.?,?\s(?:m\.\s)?{_NAME}\s(?P<day>\d\d?)(?!\d)"),
    late(rf"(?<!\d)(?P<day>\d\d?)\stháng\s(?P<month>\d\d?),?(?:\snăm)?\s{_YEAR}(?!\d)", re.IGNORECASE),
    late(rf"(?<!\d)(?P<day>\d\d?)(?:\.\s?|\s\|\s)(?P<month>\d\d?)(?:\.\s?|\s\|\s){_YEAR}(?!\d)"),
    late(r"(?<![\d.])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>[012]\d)(?![\d.]\d)"),
    late(rf"(?<!\d)(?P<day>\d\d?)[/-](?P<month>\d\d?)[/-]{_YEAR}(?!\d)"),
)
# Other calendars, rewritten as the Gregorian year before the forms are read: Thai years are 543 ahead.
_THAI = late(r"(?<=[\u0e00-\u0e7f. /-])(?P<year>2[45]\d\d)(?!\d)")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
_ERA = late(rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<of>\d\d?|元)\s?年")
_JALALI_YEAR = r"(?P<year>1[34]\d\d)"
_CENTURY = 2000  # of a year in two figures, which only lines of today have
_LONGEST = 200
_NEAR = 60  # characters behind "originally" in which the day stands
_DOTTED = late(r"(?<![\d.])(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)(?!\d)")
_TWICE = late(r"(\d\d?\.\d\d?\.(?:19|20)\d\d)(?=\1)")  # printed once for each width of a window
YEAR = late(
    r"\d\d\.\d\d\.\d\d|(?:19|20|25|13|14)\d\d|[٠-٩۰-۹०-९]{4}|[令平昭]\w"
)  # what lines without a date hardly hold


def iso(text: str, *, day_first: bool | None = None) -> str | None:
    """The first date in a short text as ISO 8601, with its time of day where it is printed in that form.

    Of day and month in figures with slashes, the one over 12 is the day; where neither is, a weekday before them
    decides, and without one the order that is given. Without that nothing is said.
    """
    text = _plain(text[:_LONGEST])
    for form in _FORMS:
        for found in form.finditer(text):
            ambiguous = form is _FORMS[-1]
            stated = _date(found, ambiguous=ambiguous) or (_ordered(found, day_first=day_first) if ambiguous else None)
            if stated:
                return stated.isoformat() + _clock(found)
    return next((stated.isoformat() for _, stated in _of_other_calendars(text)), None)


def is_open(text: str) -> bool:
    """Whether a text has no date but one in figures of which either may be the day."""
    return iso(text) is None and iso(text, day_first=True) is not None


def month_first(text: str) -> bool:
    """Whether a date with dots has its month first, as some pages of America write it: 11.24.2025."""
    return any(int(found[1]) <= 12 < int(found[2]) <= 31 for found in _DOTTED.finditer(text[:_LONGEST]))


def turned(text: str) -> str:
    """The same with slashes, which are read in the order of the page."""
    return _DOTTED.sub(r"\1/\2/\3", text[:_LONGEST])


def first_told(text: str) -> str | None:
    """The day on which a sentence says that the text came out first: "was originally published on 3 May 2021"."""
    for found in said("earliest").finditer(text):
        near = text[found.end() : found.end() + _NEAR].lstrip()
        label = said("published").search(near)
        if not label:
            continue
        after, between = iso(near[label.end() :]), iso(near[: label.start()])  # German and Dutch verbs stand behind
        if (label.start() == 0 and after) or between:
            return after if label.start() == 0 else between
    return None


def order(text: str) -> bool | None:
    """Whether the day stands first in a date in figures that says so itself: one of the two is over 12."""
    found = _FORMS[-1].search(text[:_LONGEST])
    if not found or max(int(found["day"]), int(found["month"])) <= 12 or not _date(found, ambiguous=True):
        return None
    return int(found["day"]) > 12


def day_first(*stated: str | None) -> bool | None:
    """Whether the day stands first where a page says "es" or "en-GB"; None where both orders are in use.

    What is stated first is the language; the others count where they add the region to it.
    """
    codes = [code.lower().replace("_", "-").split("-") for code in stated if code]
    language = codes[0][0] if codes else ""
    lists = subject(language, "dates")
    if not lists or "year" in lists.get("first", ()):
        return None
    if "first-by-region" not in lists:
        return "month" not in lists.get("first", ())
    regions = [parts[-1] for parts in codes if parts[0] == language and len(parts) > 1]
    known = (_region(lists["first-by-region"], region) for region in regions)
    return next((first for first in known if first is not None), None)


def _region(listed: Sequence[str], region: str) -> bool | None:
    """What a list of the form "day: gb ie" says of a region."""
    said = (line.partition(":") for line in listed)
    return next((part == "day" for part, _, regions in said if region in regions.split()), None)


def begins(text: str) -> bool:
    """Whether a text begins with a date."""
    text = _plain(text[:_LONGEST])
    if any((found := form.match(text)) and _date(found) for form in _FORMS):
        return True
    return any(found.start() == 0 for found, _ in _of_other_calendars(text))


def is_update(line: str) -> bool:
    """Whether a dateline speaks of a later version."""
    return said("updated").match(line) is not None


def is_dated(line: str) -> bool:
    """Whether a line begins with a word that comes before its date."""
    return said("published", "updated", "dated", "earliest").match(line) is not None


def ends(text: str) -> int | None:
    """Where the first date of a text ends."""
    plain = _plain(text[:_LONGEST])
    usual = (m.end() for form in _FORMS for m in form.finditer(plain) if _date(m))
    first = min((*usual, *(found.end() for found, _ in _of_other_calendars(plain))), default=None)
    return first and first + len(text[:_LONGEST]) - len(plain)  # the year of an era became a longer one


def _date(found: re.Match[str], *, ambiguous: bool = False) -> date | None:
    month, day, year = _month(found["month"]), int(found["day"]), int(found["year"])
    year += _CENTURY if year < 100 else 0
    if not ambiguous:
        return day_of(year, month, day)
    if max(month, day) > 12 or month == day:
        return day_of(year, min(month, day), max(month, day))
    either = day_of(year, month, day), day_of(year, day, month)
    named = everywhere("weekdays").get(unaccented(found.string[: found.start()].rstrip(" ,.").rpartition(" ")[2]))
    return next((one for one in either if one and one.weekday() == named), None)


def _ordered(found: re.Match[str], *, day_first: bool | None) -> date | None:
    if day_first is None:
        return None
    one, other, year = int(found["day"]), int(found["month"]), int(found["year"])
    return day_of(year, other, one) if day_first else day_of(year, one, other)


def _of_other_calendars(text: str) -> list[tuple[re.Match[str], date]]:
    """Dates of the Persian calendar and by Japanese eras."""
    found = []
    for match in _jalali().finditer(text):
        month = of_persian_months().get(match["month"] or "", 0) or int(match["number"] or 0)
        if 1 <= month <= 12 and 1 <= (day := int(match["day"] or match["last"])) <= 31:
            found.append((match, of_persian_calendar(int(match["year"] or match["first"]), month, day)))
    return found


def _plain(text: str) -> str:
    """Digits of all scripts as ASCII, Thai years and those of Japanese eras as ours; the last change the length."""
    text = _TWICE.sub("", text) if "." in text else text
    if text.isascii():
        return text
    text = "".join(c if c.isascii() or (figure := decimal(c, None)) is None else str(figure) for c in text)
    text = _THAI.sub(lambda found: str(int(found["year"]) - 543), text)
    return _ERA.sub(_western, text)


def _western(found: re.Match[str]) -> str:
    year = _ERAS[found["era"]] + (1 if found["of"] == "元" else int(found["of"]))
    return f"{year}年"


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else everywhere("months").get(unaccented(printed).rstrip("."), -1) + 1


def _clock(found: re.Match[str]) -> str:
    return (found.groupdict().get("clock") or "").replace(" ", "T")


@cache
def _jalali() -> re.Pattern[str]:
    names = "|".join(of_persian_months())
    return compiled(
        rf"(?<!\d)(?P<day>\d\d?)\s(?P<month>{names})\s(?:ماه\s)?{_JALALI_YEAR}(?!\d)"
        r"|(?<!\d)(?P<first>13[5-9]\d|14[0-3]\d)/(?P<number>\d\d?)/(?P<last>\d\d?)(?!\d)"
    )


@cache
def said(*keys: str) -> re.Pattern[str]:
    """What finds the words of such lists in all languages."""
    listed = (label for code in languages() for key in keys for label in subject(code, "dates").get(key, ()))
    last = (f"last {label}" for label in ("updated", "modified", "edited") if "updated" in keys)
    return matcher(tuple(dict.fromkeys((*listed, *last))))
