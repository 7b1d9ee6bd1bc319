"""Bylines that markup calls so: `rel`, `itemprop`, class names."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.parsing import bylines
from auditor.parsing.html.byline.printed import ACTION, BY, GROUP, INITIALS, LONGEST_NAME, Printed
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.words import listed, words
from auditor.words.notation import either

_AUTHOR_WORD = late(r"(?<![a-z])(?:author|byline|contributor|writer)s?(?![a-z])|Author|Byline|byLine|ByLine")
_LABELS = listed("bylines", "by", "labels", "labels-with-colon", "no-names")
_SAID = either(("written", *words("bylines", "behind-names")))
_NO_NAME = late(rf"^(?:{_LABELS}|(?:{_SAID})\b.*)\W*$", re.IGNORECASE)
_NOT_AUTHOR = late(
    r"comment|avatar|photo|image|date|time|social|share|bio(?![a-z])|related|reviewe[dr]|desc", re.IGNORECASE
)
_NEEDLES = ("uthor", "yline")
_WEIGHTS = {"rel": 0.95, "itemprop": 0.95, "vcard": 0.94, "class": 0.92}
_CARD = frozenset({"vcard", "fn"})  # the classes of a visiting card (microformats), beside one that says author
_MOST_INSIDE = 20  # elements of a byline
_HANDLE = late(r"[\w.-]{2,30}")  # of somebody who signs with a nickname
_DATED = late(r"(?<![a-z])(?:date[-_]?author|author[-_]?date)(?![a-z])")


def in_markup(page: Page, around: Sequence[Segment], needles: Sequence[str] = _NEEDLES) -> Iterator[Printed]:
    for element in _marked(page, around, needles):
        if how := _how(element):
            for segment, text in _lines(page, element):
                found = _side_by_side(page, element, text) or bylines.read(text) or bylines.names(text)
                found = found or _linked(page, segment) or _group(text, told=how != "class")
                if (
                    found
                    and not _NO_NAME.search(text)
                    and not bylines.is_placeholder(text)
                    and not INITIALS.fullmatch(text)
                    and (" " in found[0] or found[0] == text or (how != "class" and not _is_phrase(text, found)))
                ):
                    yield Printed(found, segment, _WEIGHTS[how], how)
                    break


def _is_phrase(text: str, names: Sequence[str]) -> bool:
    """Whether a name of one word is but the beginning of what stands there: "Human" of "Human in the Loop"."""
    return len(names) == 1 and text.startswith(f"{names[0]} ") and text[len(names[0]) + 1 :][:1].islower()


def _group(text: str, *, told: bool) -> tuple[str, ...]:
    """ "By the harbour desk": who is no person. Where it is told that an author stands there, "by" may be missing."""
    by = BY.match(text)
    named = (told or GROUP.search(text)) and (text[0].isupper() or _HANDLE.fullmatch(text)) and not ACTION.search(text)
    rest = text[by.end() :] if by else text if named else ""
    return (rest,) if 0 < len(rest.split()) <= 5 and len(rest) <= LONGEST_NAME else ()


def _linked(page: Page, segment: int) -> tuple[str, ...]:
    """The name in the only link of a line that goes on: `<a>Ada Byrne</a> Writer, Harbours`."""
    links = page.segments[segment].links
    return (links[0].text,) if len(links) == 1 and _is_full(links[0].text) else ()


def _side_by_side(page: Page, element: Element, text: str) -> tuple[str, ...]:
    """Names that only their elements divide: `<span>Ada Byrne</span> <span>Max Roe</span>`."""
    inside = page.elements[element.index + 1 : element.index + _MOST_INSIDE]
    parts = tuple(e.text for e in inside if not e.block and e.inner_end <= element.inner_end)
    return parts if len(parts) > 1 and " ".join(parts) == text and all(map(_is_full, parts)) else ()


def _is_full(name: str) -> bool:
    return " " in name and bylines.is_name(name)


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
    if not _AUTHOR_WORD.search(names) or _NOT_AUTHOR.search(_DATED.sub("author", names)):
        return ""
    return "class" if _CARD.isdisjoint(names.split()) else "vcard"
