"""Who and when, as printed beside the headline."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from auditor.parsing import bylines, dates
from auditor.parsing.contacts import account
from auditor.parsing.html.tree.page import Element, Page, Segment

_BEFORE, _AFTER = 8, 40  # segments around the headline
_RUNNING_WORDS = 120  # of paragraphs after the headline, where its surroundings end
_DATELINE = 20  # words; longer lines with a date are sentences about something else
_PARAGRAPH, _LINE, _SHORT = 25, 30, 10  # words: a paragraph has at least, a line at most, a short one at most
_LONGEST_NAME, _LONGEST_LINE = 60, 400  # characters
_LABEL_WORDS = 3  # "answered by", "a guest post by"
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|people|persons?|profiles?|staff|contributors?|writers?|by|journalists?|team|(?:our-)?experts|users?"
    r"|members?|bios?|reporters?|columnists?|editors?|auteurs?|autor(?:en|es)?|redaktion|penulis)/(?:\d{1,12}/)?[^/?#]{2,80}/?(?:[?#]|$)"
    r"|/@[\w.-]{2,60}/?(?:[?#]|$)|[?&]_?author="
)  # of addresses in lower case
_BY = re.compile(r"(?:^|(?<=[\s·|•,–-]))[Bb][Yy]\b:?\s++")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first|originally|created|veröffentlicht|publié|publicado)\b", re.IGNORECASE
)
_UPDATED = re.compile(
    r"(?:updated|modified|revised|reviewed|edited|checked|aktualisiert|actualizado|mis à jour)\b", re.IGNORECASE
)
_BEFORE_BY = re.compile(r"(?:published|posted|updated|modified|written|created)\b|[·|•]\s?$", re.IGNORECASE)
_REVIEW = re.compile(r"(?:medically |fact[ -])?(?:reviewed|checked|edited)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")
_ACTION = re.compile(
    r"\b(?:more|view|all|read|posts?|articles?|about|profile|bio|sign|log|login|register|forgot|password|faculty)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"[|,·•–-]\s(?:[\w-]+\s){0,3}(?:writer|editor|reporter|journalist|author|contributor|correspondent|columnist|founder)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:article |post |story )?(?:words|written|posted|published|authored|article|story|text|reported) )?by:?"
    r"|authors?(?:\(s\)|/s)?:?|contributors?:?|writers?:",
    re.IGNORECASE,
)
_LABEL_ENDS = ":yYrRsS)"  # a look at the last letter spares most of the matching
_INITIALS = re.compile(r"(?!BY)[A-Z]{1,2}")
_AUTHOR_WORD = re.compile(r"(?<![a-z])(?:author|byline|contributor|writer)s?(?![a-z])|Author|Byline|byLine|ByLine")
_NO_NAME = re.compile(
    r"^(?:by|authors?|contributors?|writers?|share|(?:written|updated|posted|published)\b.*)\W*$", re.IGNORECASE
)
_NOT_AUTHOR = re.compile(
    r"comment|avatar|photo|image|date|time|social|share|bio(?![a-z])|related|reviewe[dr]|desc", re.IGNORECASE
)
SURE = 0.9
_NEEDLES = ("uthor", "yline")
_STATED_IN_MARKUP = {"rel": 0.95, "itemprop": 0.95, "class": 0.92}


class Printed(Struct, frozen=True):
    """A byline: its names, the segments that it takes, and how far such a form is right.

    Weights are the share of 434 pages on which the first name found in that form was the author's.
    """

    names: tuple[str, ...]
    segment: int
    weight: float
    how: str
    label: int = -1  # the segment that says "by", if it is another


class Dated(Struct, frozen=True):
    """A line that states when the article was published, or when it was changed."""

    date: str
    segment: int
    modified: bool = False


def surroundings(page: Page, headline: tuple[int, int] | None) -> list[Segment]:
    """The segments around those of the headline, up to where the text runs."""
    if headline:
        first, last = headline
    else:
        last = next((s.index for s in page.segments if is_paragraph(s)), 0)
        first = max(0, last - _AFTER // 2)
    found, running = page.segments[max(0, first - _BEFORE) : last], 0
    for segment in page.segments[last : last + _AFTER]:
        found += (segment,)
        running += segment.words if is_paragraph(segment) else 0
        if running >= _RUNNING_WORDS:
            break
    return list(found)


def is_paragraph(segment: Segment) -> bool:
    return segment.words >= _PARAGRAPH and segment.linked < 0.5 * segment.words


def read_bylines(page: Page, around: list[Segment]) -> list[Printed]:
    """All bylines in the surroundings of the headline."""
    lines = short_lines(around)
    found = [printed for segment in lines for printed in _in_words(segment)]
    found += [p for label, line in labelled(lines) for p in after_label(label, line)]
    found += [printed for segment in lines for printed in in_links(segment)]
    return [*found, *in_markup(page, around)]


def _in_words(segment: Segment) -> Iterator[Printed]:
    """ "By Ada Byrne", "May 3, 2017 by Ada Byrne in Travel"."""
    text = segment.text
    if found := bylines.read(text):
        yield Printed(found, segment.index, 0.4 if _REVIEW.match(text) else 0.93, "by")
        return
    if _YEAR.search(text) and _ROLE.search(text) and (found := bylines.names(text)) and " " in found[0]:
        yield Printed(found, segment.index, 0.9, "name, role and date")
    for by in _BY.finditer(text):
        if by.start() and not (_BEFORE_BY.search(text, 0, by.start()) or dates.iso(text[: by.start()])):
            continue
        linked = [link.text for link in segment.links if 0 <= link.start - by.end() <= 1]
        if linked and len(linked[0]) <= _LONGEST_NAME:
            yield Printed(bylines.names(linked[0]) or (linked[0],), segment.index, 0.92, "by a link")
        elif not linked and len(text) < 120 and (found := bylines.names(text[by.end() :])):
            yield Printed(found, segment.index, 0.8, "by within a line")


def short_lines(segments: Sequence[Segment]) -> list[Segment]:
    """Lines that may be a byline or its label; initials in place of a portrait are none."""
    lines = (s for s in segments if s.words <= _LINE and len(s.text) <= _LONGEST_LINE)
    return [s for s in lines if len(s.text) > 2 or not _INITIALS.fullmatch(s.text)]


def labelled(lines: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Labels such as "Written by", each with the line after it."""
    found = (pair for pair in pairwise(lines) if pair[0].words <= _LABEL_WORDS and pair[0].text[-1] in _LABEL_ENDS)
    return (pair for pair in found if _LABEL.fullmatch(pair[0].text))


def after_label(label: Segment, line: Segment) -> Iterator[Printed]:
    found = bylines.names(line.text)
    if found or (line.linked and line.words <= 5):
        yield Printed(found or (line.text,), line.index, 0.94, "by before it", label.index)


def author_path(address: str) -> re.Match[str] | None:
    """The end of an address, in lower case, if it is that of an author's page."""
    return _AUTHOR_PATH.search(address[-200:].lower())


def in_links(segment: Segment) -> Iterator[Printed]:
    """Links to the page of an author: at best their address repeats the name."""
    for link in segment.links:
        path = author_path(link.href) if len(link.text) <= _LONGEST_NAME else None
        if not path or account(link.href) or _ACTION.search(link.text):
            continue
        tokens = [token for token in _TOKEN.findall(link.text.lower()) if len(token) > 2]
        repeated = any(token in path[0] for token in tokens)
        found = bylines.read(link.text) or bylines.names(link.text)
        if found and " " in found[0]:
            yield Printed(found, segment.index, 0.95 if repeated else 0.6, "link to an author")
        elif repeated and len(tokens) <= 4:
            yield Printed(found or (link.text,), segment.index, 0.5, "link to an author")


def in_markup(page: Page, around: Sequence[Segment], needles: Sequence[str] = _NEEDLES) -> Iterator[Printed]:
    for element in _marked(page, around, needles):
        if how := _how(element):
            for segment, text in _lines(page, element):
                found = bylines.read(text) or bylines.names(text) or _group(text, told=how != "class")
                if (
                    found
                    and not _NO_NAME.search(text)
                    and not _INITIALS.fullmatch(text)
                    and (how != "class" or " " in found[0] or found[0] == text)
                ):
                    yield Printed(found, segment, _STATED_IN_MARKUP[how], how)
                    break


def _group(text: str, *, told: bool) -> tuple[str, ...]:
    """ "By the harbour desk": who is no person. Where it is told that an author stands there, "by" may be missing."""
    by = _BY.match(text)
    rest = text[by.end() :] if by else text if told and text[0].isupper() and not _ACTION.search(text) else ""
    return (rest,) if 0 < len(rest.split()) <= 5 and len(rest) <= _LONGEST_NAME else ()


def _lines(page: Page, element: Element) -> Iterator[tuple[int, str]]:
    """The first lines of an element with their segments; of an inline one only its own text."""
    if element.block or element.last - element.first > 1:
        for segment in page.segments[element.first : min(element.last, element.first + 4)]:
            if segment.words <= 12:
                yield segment.index, segment.text
    elif element.inner_end - element.inner < 1_000 and (text := element.text):
        yield element.first, text


def _marked(page: Page, around: Sequence[Segment], needles: Sequence[str]) -> Iterator[Element]:
    """Elements with text whose start tag has one of the needles in it; a search in the source spares the others."""
    if not around:
        return
    first, last = around[0].index, around[-1].index + 1
    seen = set()
    for needle in needles:
        at = page.source.find(needle, around[0].element.start, around[-1].end)
        while at >= 0:
            element = page.holding(at)
            if at < element.inner and element.index not in seen and first <= element.first < element.last <= last:
                seen.add(element.index)
                yield element
            at = page.source.find(needle, max(at + 1, element.inner), around[-1].end)


def _how(element: Element) -> str:
    if "author" in element.get("rel").lower().split():
        return "rel"
    if "author" in element.get("itemprop").lower().split():
        return "itemprop"
    names = f"{element.get('class')} {element.get('id')}"
    return "class" if _AUTHOR_WORD.search(names) and not _NOT_AUTHOR.search(names) else ""


def is_credit(segment: Segment) -> bool:
    """Whether a line is hardly more than a link to the page of somebody who writes here."""
    if len(segment.links) != 1 or segment.words - segment.linked > _LABEL_WORDS:
        return False
    return author_path(segment.links[0].href) is not None


def read_dates(around: list[Segment]) -> list[Dated]:
    """Lines with a date."""
    found: list[Dated] = []
    for segment in around:
        if segment.words <= _DATELINE and len(segment.text) <= _LONGEST_LINE and _YEAR.search(segment.text):
            found += _dated(segment)
    return found


def only_date(page: Page) -> list[Dated]:
    """The line with a date where all such lines of the page give the same."""
    short = [s for s in page.segments if s.words <= _SHORT and _YEAR.search(s.text) and "©" not in s.text]
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
