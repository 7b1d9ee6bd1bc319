"""Dates that the calendar does not have, and dates on the wrong day of the week."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from auditor.expressions import late
from auditor.model import MOST_PLACES, Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.numerals import says_it_errs
from auditor.world.dates.sentences import Said, dates

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = 7
_NEAR = 12  # characters between the ends of one span ("to", "until"); farther apart they may be of two years
_STOP = late(r"[.;:()\d]")
_HIGHEST = 31  # what is over it is no day of a month but a number beside one

Dated = tuple[Span, Said]
Wrong = tuple[Span, str, tuple[Span, ...]]  # a date, the day that it is on, and what says so


def detect(blocks: Sequence[Block], signals: Signals, *, weekdays: bool) -> Iterator[Hit]:
    """One hit for each date.

    Args:
        weekdays: look for wrong days of the week; else for dates that do not exist.
    """
    told = signals.once("calendar dates", lambda: _dates(blocks, signals))
    asked = (one for one in told if _tells(one[1], weekdays=weekdays) and not _is_reported(one[0], signals))
    wrong = _on_wrong_days(asked, signals) if weekdays else ((span, "", ()) for span, _ in asked)
    found = list(islice(wrong, MOST_PLACES))
    if found and not is_subject((*signals.titles, *blocks), signals, "dates"):
        for span, weekday, because in found:
            yield Hit(span, {"date": span.text, "weekday": weekday}, because, needs=1)


def _is_reported(span: Span, signals: Signals) -> bool:
    """Whether it is quoted, or the page or its paragraph corrects errors."""
    code = signals.document.language or ""
    return signals.quoted(span) or any(says_it_errs(told.text, code) for told in (span.block, *signals.titles))


def _tells(said: Said, *, weekdays: bool) -> bool:
    """Whether a date may be wrong in what is asked; most are not, and need not be looked for in quotations."""
    if weekdays:
        return said.weekday is not None and not (said.year and said.has_its_weekday)
    return said.day <= _HIGHEST and not said.is_possible


def _on_wrong_days(told: Iterable[Dated], signals: Signals) -> Iterator[Wrong]:
    """Dates with another weekday than their year has; without a year, than it or those beside the page's have."""
    before: Dated | None = None
    about = _years_about(signals)
    for span, said in told:
        if not said.has_its_weekday:
            yield span, _DAYS[date(said.year or 1, said.month, said.day).weekday()], ()
        elif said.weekday is not None and not said.year and said.is_possible and not _is_leap_day(said):
            days = [date(year, said.month, said.day).weekday() for year in about]
            if before and (right := _day_after(before, (span, said))) not in (None, said.weekday):
                yield span, _DAYS[right or 0], (before[0],)
            elif days and said.weekday not in days:
                yield span, _DAYS[days[1]], ()
            before = span, said


def _day_after(first: Dated, later: Dated) -> int | None:
    """The weekday of a date by that of another date of its month a few words before it: "from Friday 7 to ..."."""
    (there, one), (here, other) = first, later
    between = there.block.text[there.end : here.start]
    is_near = there.block is here.block and len(between) <= _NEAR and not _STOP.search(between)
    return ((one.weekday or 0) + other.day - one.day) % _WEEK if is_near and one.month == other.month else None


def _years_about(signals: Signals) -> range:
    """The year of the page and those beside it; none if it was changed in another year than it was published."""
    published, modified = signals.document.published or "", signals.document.modified or ""
    year, changed = published[:4], modified[:4] or published[:4]
    return range(int(year) - 1, int(year) + 2) if year.isdecimal() and year == changed else range(0)


def _dates(blocks: Sequence[Block], signals: Signals) -> list[Dated]:
    """All dates of a text."""
    read = (block for block in blocks if block.kind is not Kind.CODE and signals.figures(block))
    language = signals.document.language
    said = ((b, d) for b in read for d in dates(b.text, signals.words(b), language))
    return [(Span(block, d.start, d.end), d) for block, d in said]


def _is_leap_day(said: Said) -> bool:
    return (said.day, said.month) == (29, 2)
