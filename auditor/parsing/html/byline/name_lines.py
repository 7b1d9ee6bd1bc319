"""Names that stand beside a date near the headline, with no word that says so.

On 434 English articles with a known author, lines with a known given name were the author's in 44 of 44 places, other
names in 9 of 10, groups in 13 of 14.
"""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Kind
from auditor.parsing import bylines
from auditor.parsing.html.byline.nearby import author_path
from auditor.parsing.html.byline.printed import GROUP, GROUP_WORDS, Printed
from auditor.parsing.html.tree.page import Page, Segment
from auditor.words import listed, words
from auditor.words.notation import either
from auditor.world import dates
from auditor.world.names import given_names, letters

_NEAR = 6  # segments around the headline
_LONGEST, _MOST_WORDS = 80, 8  # of a line with a name
_LONGEST_DATE = 100
# By its first letters; in addresses of dates of other languages they are much the same.
_MONTHS = dict.fromkeys(name[:3] for names in words("dates", "months", "en", "de") for name in names.split())
_MONTH = rf"(?:{either(_MONTHS)})[a-zéûä]{{0,7}}\.?"
_AGE, _TO_READ = (either(words("dates", key, "en")) for key in ("ages", "reading-time"))
_CHANGED = rf"(?:last\s)?(?:{listed('bylines', 'behind-names')})\b"
_SHORT_DATE = late(
    rf"\b{_MONTH}\s\d\d?\b|\b\d\d?\.?\s{_MONTH}(?![a-z])|\b\d{{1,3}}\s(?:{_AGE})\b"
    rf"|\b\d{{1,3}}[\s-]?(?:{_TO_READ})\b|^{_CHANGED}",
    re.IGNORECASE,
)
_DATE_WORD = late(_CHANGED, re.IGNORECASE)
_DIGIT = late(r"\d")
_BARS = late(r"\s?[|·•●]\s?|\s[–—/-]\s")
_MARKS = "|·•●"
_ROLE = late(rf"\b(?:{listed('bylines', 'roles')})\b", re.IGNORECASE)
_WRITTEN = listed("bylines", "written", "put-up")
_NOBODY = listed("bylines", "not-people")
_BY = late(rf"(?:(?:{_WRITTEN}) )?by:? (?!{_NOBODY})(\w[\w &.'’-]{{2,40}})", re.IGNORECASE)
_BELOW, _MOST_NAMED = 3, 40  # segments below the headline, words of a line of names
_BETWEEN = late(r"\s?[,;]\s(?:and\s|&\s)?|\s(?:&|and|und|et|y|e)\s")
_DEGREE = late(r"(?:[A-Z][A-Za-z.]{0,7})(?: \([A-Z][a-z]{2,20}\))?")
_KINDS = (Kind.PARAGRAPH, Kind.ITEM)


def read(page: Page, headline: tuple[int, int] | None) -> Iterator[Printed]:
    """Lines beside or with a date, no more than six segments from the headline, that are a name."""
    if not headline:
        return
    first, last = headline
    segments, low, high = page.segments, max(0, first - _NEAR), min(last + _NEAR, len(page.segments))
    dated = {s.index for s in segments[max(0, low - 1) : high + 1] if _is_date(s.text)}
    if last < high - 1 and _is_role(segments[last + 1]):
        dated.add(last + 1)  # a role below the headline says as much
    for segment in segments[last : last + _BELOW]:
        yield from _several(segment)
    for segment in (*segments[low:first], *segments[last:high]):
        if len(segment.text) > _LONGEST or segment.element.kind not in _KINDS:
            continue
        if segment.index in dated:
            yield from _with_date(segment)
        elif segment.words > _MOST_WORDS:
            continue
        elif found := _BY.fullmatch(segment.text):
            yield from _of_group(
                segment, found[1], beside_date=not dated.isdisjoint((segment.index - 1, segment.index + 1))
            )
        elif not dated.isdisjoint((segment.index - 1, segment.index + 1)):
            yield from _alone(segments, segment, last)


def _of_group(segment: Segment, name: str, *, beside_date: bool) -> Iterator[Printed]:
    """ "By 3i Global"; beside a date also "by seabird"."""
    handle = beside_date and " " not in name
    if segment.words <= GROUP_WORDS and (handle or not name[0].islower()) and not bylines.names(name):
        yield Printed((name,), segment.index, 0.75, "by a group")


def _with_date(segment: Segment) -> Iterator[Printed]:
    """ "December 15, 2025 · 30 min · Ada Byrne"; "3 May 2021Ada Byrne", which is two inline elements."""
    parts = _BARS.split(segment.text)
    if len(parts) == 1:
        rest = segment.text[dates.ends(segment.text) or len(segment.text) :]
        parts = [*bylines.names(rest)[:1]] if rest[:1].isalpha() else []
    for part in parts:
        found = bylines.names(part) if " " in part else ()
        if found and " " in found[0] and (_is_known(found[0]) or _is_filed(segment, part, found[0])):
            yield Printed(found[:1], segment.index, 0.85, "name and date in a line")
            return


def _is_filed(segment: Segment, part: str, name: str) -> bool:
    """Whether a name stands before a link to a section or a group: "3 May 2021 · Mirela Quist in Boats"."""
    rest = part.removeprefix(name)
    link = segment.links[-1].text if segment.links else ""
    return rest != part and bool(link) and rest.endswith(f" {link}") and len(rest) > len(link) + 1


def _several(segment: Segment) -> Iterator[Printed]:
    """A line that is nothing but full names, one at least with a known given name: "Ada Byrne, MD; Max Roe"."""
    if segment.links or segment.words > _MOST_NAMED or not _BETWEEN.search(segment.text) or _ROLE.search(segment.text):
        return
    parts = [part for part in _BETWEEN.split(segment.text) if part and not _DEGREE.fullmatch(part)]
    if len(parts) > 1 and all(" " in part and bylines.is_name(part) for part in parts) and any(map(_is_known, parts)):
        yield Printed(tuple(parts), segment.index, 0.8, "names below the headline")


def _alone(segments: Sequence[Segment], segment: Segment, last: int) -> Iterator[Printed]:
    """A line that is a name, with a date straight before or after it."""
    text, index = segment.text, segment.index
    if segment.links and not author_path(segment.links[0].href):
        return
    if index and segments[index - 1].text[-3:].lower() == " by":
        return  # of somebody who reviewed or helped
    found = bylines.names(text)
    if found and _is_known(found[0]):
        if " " in found[0] or (index == last and text == found[0]):
            yield Printed(found, index, 0.9 if " " in found[0] else 0.8, "known name beside a date")
    elif found and text == found[0] and " " in text and (index == last or _continues(segments[index - 1])):
        yield Printed(found, index, 0.6, "unknown name beside a date")
    elif GROUP.search(text) and text[0].isupper() and segment.words <= GROUP_WORDS and not bylines.read(text):
        yield Printed((text,), index, 0.8, "group beside a date")


def _continues(line: Segment) -> bool:
    """Whether a date ends in a mark behind which the line goes on: "3 May 2021 ·"."""
    return line.text[-1] in _MARKS and _is_date(line.text)


def _is_date(text: str) -> bool:
    if len(text) > _LONGEST_DATE:
        return False
    if not _DIGIT.search(text):
        return _DATE_WORD.match(text) is not None
    return _SHORT_DATE.search(text) is not None or dates.iso(text) is not None


def _is_role(segment: Segment) -> bool:
    return len(segment.text) <= _LONGEST and _ROLE.search(segment.text) is not None


def _is_known(name: str) -> bool:
    return letters(name.split(maxsplit=1)[0]) in given_names()
