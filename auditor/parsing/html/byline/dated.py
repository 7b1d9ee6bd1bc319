"""When, as printed beside the headline."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.parsing import dates
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.zoning.shapes import ends_sentence

_SHORT, _LONGEST = 10, 400  # words of a short line, characters of any
_DATELINE = 20  # words; longer lines with a date are sentences about something else


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
            found += () if _is_sentence(segment) else _dated(segment)
    return found


def _is_sentence(segment: Segment) -> bool:
    """Whether a line tells what happened or will on a day."""
    return segment.words > _SHORT and ends_sentence(segment.text) and not dates.is_dated(segment.text)


def labelled(page: Page) -> list[Dated]:
    """The lines that open with a word for publication, where all such lines of the page give the same."""
    short = (s for s in page.segments if s.words <= _DATELINE and dates.YEAR.search(s.text) and len(s.text) <= _LONGEST)
    found = [dated for s in short if dates.is_dated(s.text) and not dates.is_update(s.text) for dated in _dated(s)]
    return found[:1] if len({dated.date for dated in found}) == 1 else []


def only_date(page: Page) -> list[Dated]:
    """The line with a date where all such lines of the page give the same."""
    short = [s for s in page.segments if s.words <= _SHORT and dates.YEAR.search(s.text) and "©" not in s.text]
    found = [dated for segment in short for dated in _dated(segment)]
    return found[:1] if len({dated.date for dated in found}) == 1 else []


def _dated(segment: Segment) -> Iterator[Dated]:
    """The date of a line; of two the one that is called published, else the first."""
    text = segment.text
    published, updated = dates.said("published", "first").search(text), dates.said("updated").search(text)
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
    times.sort(key=lambda element: "pubdate" not in element.opening)
    return [(element, found) for element in times if (found := dates.iso(element.get("datetime")))]
