"""Who, as printed beside the headline."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.expressions import late
from auditor.model import Kind
from auditor.parsing import bylines
from auditor.parsing.contacts import account
from auditor.parsing.html.byline.marked import in_markup
from auditor.parsing.html.byline.printed import ACTION, BY, GROUP, GROUP_WORDS, INITIALS, LONGEST_NAME, Printed
from auditor.parsing.html.tree.page import Page, Segment
from auditor.words import listed, words
from auditor.words.notation import either
from auditor.world import dates

_BEFORE, _AFTER = 8, 40  # segments around the headline
_RUNNING_WORDS = 120  # of paragraphs after the headline, where its surroundings end
_PARAGRAPH, _LINE = 25, 30  # words: a paragraph has at least, a line at most
_LONGEST_LINE = 400  # characters
_LABEL_WORDS = 3  # "answered by", "a guest post by"
_AUTHOR_PATH = late(
    rf"/(?:{listed('bylines', 'author-pages')})/(?:\d{{1,12}}/)?[^/?#]{{2,80}}/?(?:[?#]|$)"
    r"|/@[\w.-]{2,60}/?(?:[?#]|$)|[?&]_?author="
)  # of addresses in lower case
_DATED = either((*words("dates", "published", "en"), *words("bylines", "behind-names"), "modified", "written"))
_BEFORE_BY = late(rf"(?:{_DATED})\b|[·|•]\s?$", re.IGNORECASE)
_FIGURES = late(r"\W{0,3}\d\d?[./-]\d\d?[./-](?:19|20)?\d\d\W{0,3}")  # a date in which the day may be the month
_REVIEW = late(listed("bylines", "checked"), re.IGNORECASE)
_TOKEN = late(r"[^\W\d_]+")
_ROLE = late(rf"[|,·•–-]\s(?:[\w-]+\s){{0,3}}(?:{listed('bylines', 'roles')})\b", re.IGNORECASE)
_PIECE, _DONE = listed("bylines", "works"), listed("bylines", "written", "put-up", "pieces")
_LABEL = late(rf"(?:(?:(?:{_PIECE}) )?(?:{_DONE}) )?by:?|(?:{listed('bylines', 'labels')}):?", re.IGNORECASE)
_LABEL_ENDS = ":yYrRsS)"  # a look at the last letter spares most of the matching


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
    found = bylines.read(text)
    if found and (" " in found[0] or segment.element.kind is not Kind.HEADING):  # "Von Bauern, Bürgern und Beamten"
        yield Printed(found, segment.index, 0.4 if _REVIEW.match(text) else 0.93, "by")
        return
    if dates.YEAR.search(text) and _ROLE.search(text) and (found := bylines.names(text)) and " " in found[0]:
        yield Printed(found, segment.index, 0.9, "name, role and date")
    for by in BY.finditer(text):
        before = text[: by.start()]
        if before and not (_BEFORE_BY.search(before) or _FIGURES.fullmatch(before) or dates.iso(before)):
            continue
        linked = [link.text for link in segment.links if 0 <= link.start - by.end() <= 1]
        if linked and len(linked[0]) <= LONGEST_NAME:
            yield Printed(bylines.names(linked[0]) or (linked[0],), segment.index, 0.92, "by a link")
        elif not linked and len(text) < 120 and (found := bylines.names(text[by.end() :])):
            yield Printed(found, segment.index, 0.8, "by within a line")


def short_lines(segments: Sequence[Segment]) -> list[Segment]:
    """Lines that may be a byline or its label; initials in place of a portrait are none."""
    lines = (s for s in segments if s.words <= _LINE and len(s.text) <= _LONGEST_LINE)
    return [s for s in lines if len(s.text) > 2 or not INITIALS.fullmatch(s.text)]


def labelled(lines: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """Labels such as "Written by", each with the line after it."""
    short = (pair for pair in pairwise(lines) if pair[0].words <= _LABEL_WORDS)
    return (pair for pair in short if _is_label(pair[0].text))


def _is_label(line: str) -> bool:
    return bylines.is_label(line) or (line[-1] in _LABEL_ENDS and _LABEL.fullmatch(line) is not None)


def after_label(label: Segment, line: Segment) -> Iterator[Printed]:
    found = bylines.names(line.text)
    group = line.words <= GROUP_WORDS and line.text[0].isupper() and GROUP.search(line.text) is not None
    if found or group or (line.linked and line.words <= 5 and not ACTION.search(line.text)):
        yield Printed(found or (line.text,), line.index, 0.94, "by before it", label.index)


def author_path(address: str) -> re.Match[str] | None:
    """The end of an address, in lower case, if it is that of an author's page."""
    return _AUTHOR_PATH.search(address[-200:].lower())


def in_links(segment: Segment) -> Iterator[Printed]:
    """Links to the page of an author: at best their address repeats the name."""
    for link in segment.links:
        path = author_path(link.href) if len(link.text) <= LONGEST_NAME else None
        if not path or account(link.href) or ACTION.search(link.text):
            continue
        tokens = [token for token in _TOKEN.findall(link.text.lower()) if len(token) > 2]
        repeated = any(token in path[0] for token in tokens)
        found = bylines.read(link.text) or bylines.names(link.text)
        if found and " " in found[0]:
            yield Printed(found, segment.index, 0.95 if repeated else 0.6, "link to an author")
        elif repeated and len(tokens) <= 4:
            yield Printed(found or (link.text,), segment.index, 0.5, "link to an author")


def is_credit(segment: Segment) -> bool:
    """Whether a line is hardly more than a link to the page of somebody who writes here."""
    if len(segment.links) != 1 or segment.words - segment.linked > _LABEL_WORDS:
        return False
    return author_path(segment.links[0].href) is not None
