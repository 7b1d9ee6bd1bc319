"""Dates that the calendar does not have, and dates on the wrong day of the week."""

from collections.abc import Iterator, Sequence
from datetime import date

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.world.dates.sentences import Said, dates

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIGURE = late(r"\d")
_HIGHEST = 31  # what is over it is no day of a month but a number beside one


def detect(blocks: Sequence[Block], signals: Signals, *, weekdays: bool) -> Iterator[Hit]:
    """One hit for each date.

    Args:
        weekdays: look for wrong days of the week; else for dates that do not exist.
    """
    found = [
        (span, said)
        for span, said in signals.once("calendar dates", lambda: _dates(blocks, signals))
        if (not said.has_its_weekday if weekdays else said.day <= _HIGHEST and not said.is_possible)
    ]
    if found and not is_subject((*signals.titles, *blocks), signals, "dates"):
        for span, said in found:
            yield Hit(span, {"date": span.text, "weekday": _weekday(said) if weekdays else ""}, needs=1)


def _dates(blocks: Sequence[Block], signals: Signals) -> list[tuple[Span, Said]]:
    """All dates of a text that somebody says, not quotes."""
    read = (block for block in blocks if block.kind is not Kind.CODE and _FIGURE.search(block.text))
    language = signals.document.language
    said = ((b, d) for b in read for d in dates(b.text, signals.words(b), language))
    found = ((Span(block, d.start, d.end), d) for block, d in said)
    return [(span, said) for span, said in found if not signals.quoted(span)]


def _weekday(said: Said) -> str:
    return _DAYS[date(said.year or 1, said.month, said.day).weekday()]
