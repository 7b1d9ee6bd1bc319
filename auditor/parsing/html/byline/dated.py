"""When, as printed beside the headline."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.expressions import late
from auditor.parsing import dates
from auditor.parsing.html.tree.page import Element, Page, Segment

_SHORT, _LONGEST = 10, 400  # words of a short line, characters of any
_DATELINE = 20  # words; longer lines with a date are sentences about something else
_PUBLISHED = late(r"\b(?:published|posted|first|originally|created|veröffentlicht|publié|publicado)\b", re.IGNORECASE)
_UPDATED = late(
    r"(?:updated|modified|revised|reviewed|edited|checked|aktualisiert|actualizado|mis à jour)\b", re.IGNORECASE
)


class Dated(Struct, frozen=True):
    """A line that states when the article was published, or when it was changed."""

    date: str
    segment: int
    modified: bool = False


def read_dates(around: list[Segment]) -> list[Dated]:
    """Lines with a date."""
    found: list[Dated] = []
    for segment in around:
        if segment.words <= _DATELINE and len(segment.text) <= _LONGEST and dates.YEAR.search(segment.text):
            found += _dated(segment)
    return found


def only_date(page: Page) -> list[Dated]:
    """The line with a date where all such lines of the page give the same."""
    short = [s for s in page.segments if s.words <= _SHORT and dates.YEAR.search(s.text) and "©" not in s.text]
    found = [dated for segment in short for dated in _dated(segment)]
    return found[:1] if len({dated.date for dated in found}) == 1 else []


def _dated(segment: Segment) -> Iterator[Dated]:
    """The date of a line; of two the one that is called published, else the first."""
    text = segment.text
    published, updated = _PUBLISHED.search(text), _UPDATED.search(text)
    if published and (found := dates.iso(text[published.end() :])):
        yield Dated(found, segment.index)
    elif found := dates.iso(text):
        first = dates.ends(text) or len(text)
        yield Dated(found, segment.index, modified=bool(updated and updated.end() <= first))


def read_times(page: Page, around: Sequence[Segment]) -> list[tuple[Element, str]]:
    """The `<time datetime>` elements in the surroundings."""
    if not around:
        return []
    first, last = around[0].index, around[-1].index + 1
    times = [e for e in page.tagged("time") if first <= e.first < last and e.place("datetime")]
    return [(element, found) for element in times if (found := dates.iso(element.get("datetime")))]
