"""Single lines that are no text of an article: links, labels, the numbers of lines of code."""

from collections.abc import Sequence

from auditor.model.members import BODY, BOILERPLATE, CODE, HEADING, ITEM, PARAGRAPH
from auditor.parsing.contacts import shares
from auditor.parsing.html.byline.nearby import is_credit
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.html.zones.widgets import leads_on
from auditor.parsing.sections import is_label, is_notice

GOOD_WORDS = 8  # a line of fewer is short, and no prose
ONLY_LINKS = "short, and nothing but links"
# A line of this share of linked words is nothing but links; alone it is dropped when it is short, in a row always.
LINK_LINE, LINK_WORDS, LINK_ROW = 0.8, 20, 3
NOTICE_WORDS = 30  # of the longest notice of 700 pages 24; a paragraph that begins so says more
_BARS = (" | ", " · ", " • ")  # between links
_PLAIN = frozenset({PARAGRAPH, ITEM, HEADING})
_FEWEST_NUMBERS = 2  # one is a value


def furniture(segment: Segment, host: str) -> str:
    """Why a line is no text of the article, "" if it is."""
    kind = segment.element.kind
    if _is_link_line(segment, host):
        return ONLY_LINKS
    if kind is CODE and _is_gutter(segment):
        return "numbers of lines"
    if kind is PARAGRAPH and segment.text[0] == "©":
        return "whose the page is"
    if kind is PARAGRAPH and segment.words <= NOTICE_WORDS and is_notice(segment.text):
        return "a notice of the page"
    return _short_furniture(segment) if kind in _PLAIN and segment.words < GOOD_WORDS else ""


def _short_furniture(segment: Segment) -> str:
    if segment.element.kind is PARAGRAPH and is_credit(segment):
        return "a line that names a writer"
    if segment.element.kind is HEADING and " " not in segment.text:
        return ""  # "Advertising" heads a chapter as well
    return "a label of the page" if is_label(segment.text) else ""


def _is_whole_link(segment: Segment) -> bool:
    return segment.linked > LINK_LINE * segment.words


def _bare(segment: Segment) -> bool:
    return _is_whole_link(segment) and segment.element.kind is not HEADING


def _is_link_line(segment: Segment, host: str) -> bool:
    """A short line of nothing but links: a call, a share bar. But items that lead out of the site are sources."""
    if segment.element.kind is ITEM:
        href = segment.links[0].href if segment.words < GOOD_WORDS and _bare(segment) else ""
        return bool(href) and (leads_on(href, host) or shares(href))
    return segment.words < LINK_WORDS and (_bare(segment) or _divided(segment, host))


def _divided(segment: Segment, host: str) -> bool:
    """Links into the site with bars between them; those that lead out of it are sources."""
    bars = sum(map(segment.text.count, _BARS)) if len(segment.links) > 1 else 0
    return bars > 0 and segment.linked == segment.words - bars and leads_on(segment.links[0].href, host)


def drop_lists(page: Page, marks: list[Mark], host: str) -> None:
    """Rows of segments that are nothing but links into the site are lists of links, however long their titles."""
    run: list[int] = []
    for segment in page.segments:
        mark = marks[segment.index]
        inside = mark.zone is BODY or mark.reason == ONLY_LINKS
        if inside and _is_whole_link(segment) and leads_on(segment.links[0].href, host):
            run.append(segment.index)
            continue
        _drop(marks, run)
        run = []
    _drop(marks, run)


def _drop(marks: list[Mark], run: Sequence[int]) -> None:
    if len(run) >= LINK_ROW:
        for index in run:
            marks[index] = Mark(BOILERPLATE, ONLY_LINKS)


def _is_gutter(segment: Segment) -> bool:
    """Is it the numbers of lines of code, which highlighters print beside it as code of their own?"""
    numbers = segment.text.split()
    if len(numbers) < _FEWEST_NUMBERS or not all(n.isascii() and n.isdecimal() and len(n) < 7 for n in numbers):
        return False
    first = int(numbers[0])
    return all(int(number) == first + place for place, number in enumerate(numbers))
