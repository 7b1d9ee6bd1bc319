"""When, as printed beside the headline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Kind
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.zoning.shapes import ends_sentence
from auditor.world import dates

_SHORT, _LONGEST = 10, 400  # words of a short line, characters of any
_DATELINE = 20  # words; longer lines with a date are sentences about something else
_MOST = 1_000  # lines with a date; a page of more is a list of what happened, and tells no day by all of them
_OPENING = 40  # characters in which a date ends that opens a paragraph
_AFTER = " .,:|–—-\u00a0"  # between it and the text
_CAPTION = "figcaption"
_QUOTES = "„“”\"'«»‘’"
_LABEL = 2  # words of a line that says what the next one is, and lines that it may stand above
_FRONT = late(r"(?<![\d.])(\d\d?)\.\d\d?\.(?:19|20)\d\d")
_NEEDLES = (
    'itemprop="datePublished"',
    "itemprop='datePublished'",
    "itemprop=datePublished",
    "dt-published",
    '"published"',
)
_DAY = len("2021-05-03")
_META = r"(?:post|entry|article)[-_]?(?:meta(?:data)?|info|date)"
_CLASS = late(
    rf"(?:class|id)=[\"'](?:[^\"']*[^a-z\"'])?(?:date|posted|published|pubdate|timestamp|author(?:ed)?|byline|{_META})"
    r"(?![a-z])",
    re.IGNORECASE,
)


class Dated(Struct, frozen=True):
    """A line that states when the article was published, or when it was changed."""

    date: str  # "" where it says so in figures of which any may be the month
    segment: int
    modified: bool = False


class Reading(Struct, frozen=True, dict=True):
    """How the dates of a page are read."""

    page: Page
    by_language: bool | None  # whether its language puts the day first, where figures alone do not tell

    @cached_property
    def lines(self) -> list[Segment]:
        """The first lines that may hold a date. A heading with one is about what happens on it."""
        short = (s for s in self.page.segments if s.words <= _DATELINE and dates.YEAR.search(s.text))
        lines = (s for s in short if len(s.text) <= _LONGEST)
        lines = (s for s in lines if s.element.kind is not Kind.HEADING or dates.begins(s.text))
        has_captions = bool(self.page.tagged(_CAPTION))  # which are looked for among all elements around a line
        return list(islice((s for s in lines if not (has_captions and _is_caption(s))), _MOST))

    @cached_property
    def day_first(self) -> bool | None:
        """Whether the day stands first: as in other dates of the page if these agree, else by its language."""
        seen = {dates.order(s.text) for s in self.lines} - {None}
        return seen.pop() if len(seen) == 1 else None if seen else self.by_language

    @cached_property
    def month_first(self) -> bool:
        """Whether dates with dots have the month first, which one of the page shows and none contradicts."""
        dotted = [s.text for s in self.lines if s.text.count(".") > 1]
        return any(map(dates.month_first, dotted)) and not any(map(_has_late_day, dotted))

    @cached_property
    def days(self) -> frozenset[str]:
        """The days in lines of the page that leave no doubt about them."""
        found = (dates.iso(s.text) for s in self.lines)
        return frozenset(day[:_DAY] for day in found if day)


def read_dates(reading: Reading, around: list[Segment]) -> list[Dated]:
    """Lines with a date. What stands below a picture is about the picture."""
    found: list[Dated] = []
    for segment in around:
        if segment.words <= _DATELINE and len(segment.text) <= _LONGEST and dates.YEAR.search(segment.text):
            found += () if _is_sentence(segment) or _is_caption(segment) else _dated(reading, segment)
    return found


def undecided(around: list[Segment]) -> Iterator[Dated]:
    """Lines that say "Posted: 04/05/2015", of which nothing tells the day."""
    short = (s for s in around if s.words <= _DATELINE and len(s.text) <= _LONGEST)
    return (Dated("", s.index) for s in short if dates.is_dated(s.text) and dates.is_open(s.text))


def _is_sentence(segment: Segment) -> bool:
    """Whether a line tells what happened or will on a day."""
    return segment.words > _SHORT and ends_sentence(segment.text) and not dates.is_dated(segment.text)


def _is_caption(segment: Segment) -> bool:
    return any(element.tag == _CAPTION for element in (segment.element, *segment.element.ancestors()))


def opened(around: list[Segment]) -> Iterator[str]:
    """The dates with which paragraphs open: "31 October 2023. The ferry ..."."""
    for segment in around:
        opening = segment.text[:_OPENING]
        if segment.words > _DATELINE and dates.begins(opening) and (end := dates.ends(opening)):
            behind = segment.text[end:]
            rest = behind.lstrip(_AFTER)
            if rest != behind and rest.lstrip(_QUOTES)[:1].isupper() and (found := dates.iso(opening)):
                yield found


def in_markup(page: Page) -> Iterator[str]:
    """What microdata and microformats call the date of publication, on the first place that is no comment's."""
    for needle in _NEEDLES:
        element = page.holding(at) if (at := page.source.find(needle)) >= 0 else None
        if not element or at >= element.inner or any("comment" in e.opening for e in (element, *element.ancestors())):
            continue
        stated = next(filter(None, (element.get(name) for name in ("content", "datetime", "title"))), "")
        if found := dates.iso(stated or element.text):
            yield found


def first_told(page: Page) -> Iterator[str]:
    """The day on which a sentence of the page says that its text came out first."""
    for segment in page.segments:
        if dates.YEAR.search(segment.text) and (found := dates.first_told(segment.text)):
            yield found
            return


def labelled(reading: Reading) -> list[Dated]:
    """The lines that open with a word for publication, where all such lines of the page give the same."""
    lines = (s for s in reading.lines if dates.is_dated(s.text) and not dates.is_update(s.text))
    found = (dated for s in lines for dated in _dated(reading, s))
    if first := next(found, None):
        return _agreed(chain((first,), found))
    return _agreed(dated for s in _below_label(reading.page) for dated in _dated(reading, s))


def _below_label(page: Page) -> Iterator[Segment]:
    """The lines below one that is nothing but a word for publication."""
    for segment in page.segments[:-1]:
        if segment.words <= _LABEL and dates.said("published").fullmatch(segment.text.rstrip(" :：")):
            below = page.segments[segment.index + 1 :][:_LABEL]
            yield from islice((s for s in below if s.words <= _SHORT and dates.YEAR.search(s.text)), 1)


def called(reading: Reading) -> list[Dated]:
    """The lines in elements whose class says that they are about the date, where all of them give the same."""
    lines = (s for s in reading.lines if _CLASS.search(s.element.opening))
    return _agreed(dated for s in lines if not _is_sentence(s) for dated in _dated(reading, s))


def changed(reading: Reading) -> list[Dated]:
    """The sentences that tell when the page was put up or changed: "This page was last edited on 3 May 2021"."""
    lines = (s for s in reading.lines if dates.said("published", "updated").search(s.text))
    return _agreed(dated for s in lines for dated in _dated(reading, s))


def only_date(reading: Reading) -> list[Dated]:
    """The line with a date where all such lines of the page give the same."""
    short = (segment for segment in reading.lines if segment.words <= _SHORT and "©" not in segment.text)
    return _agreed(dated for segment in short for dated in _dated(reading, segment))


def _agreed(found: Iterable[Dated]) -> list[Dated]:
    """The first, if all give its day; of a list of posts only two are read."""
    lines = iter(found)
    first = next(lines, None)
    return [first] if first and all(one.date[:_DAY] == first.date[:_DAY] for one in lines) else []


def _dated(reading: Reading, segment: Segment) -> Iterator[Dated]:
    """The date of a line; of two the one that is called published, else the first."""
    text = segment.text
    published, updated = dates.said("published", "earliest").search(text), dates.said("updated").search(text)
    if published and (found := _iso(reading, text[published.end() :])):
        yield Dated(found, segment.index)
    elif found := _iso(reading, text):
        first = dates.ends(text) or len(text)
        yield Dated(found, segment.index, modified=bool(updated and updated.end() <= first))


def _has_late_day(text: str) -> bool:
    """Whether a date with dots has a day over 12 in front, as in nearly all of the world."""
    return any(int(found[1]) > 12 for found in _FRONT.finditer(text))


def _iso(reading: Reading, text: str) -> str | None:
    if text.count(".") > 1 and reading.month_first:
        return dates.iso(dates.turned(text), day_first=False)
    if found := dates.iso(text):
        return found
    if not (day := dates.iso(text, day_first=True)):
        return None
    either = {day, dates.iso(text, day_first=False)}
    elsewhere = either & reading.days  # "02-12-2025", and "December 2, 2025" in the list of posts
    return elsewhere.pop() if len(elsewhere) == 1 else dates.iso(text, day_first=reading.day_first)


def read_times(page: Page, around: Sequence[Segment]) -> list[tuple[Element, str]]:
    """The `<time datetime>` elements in the surroundings."""
    if not around:
        return []
    first, last = around[0].index, around[-1].index + 1
    times = [e for e in page.tagged("time") if first <= e.first < last and e.place("datetime")]
    times.sort(key=lambda element: "pubdate" not in element.opening)
    return [(element, found) for element in times if (found := dates.iso(element.get("datetime")))]
