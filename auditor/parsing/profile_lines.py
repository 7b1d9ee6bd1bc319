"""The lines of a profile that no key explains: name, job, address, contacts and biography."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Kind, Span
from auditor.parsing import bylines, notes, sections
from auditor.parsing.contacts import emails, phone
from auditor.words import listed

_WRITTEN = listed("bylines", "written", "put-up")
_ABOUT = late(rf"(?:{listed('bylines', 'about')}|(?:(?:{_WRITTEN}) )?by|author)\s?:?\s++", re.IGNORECASE)
_PORTRAIT, _OF = (listed("profiles", key) for key in ("pictures", "pictures-of"))
_PICTURE = late(
    rf"(?:profile |author )?(?:{_PORTRAIT})\s?(?:{_OF}|:)?\s++|(?:['’]s)? (?:profile )?(?:{_PORTRAIT})$", re.IGNORECASE
)
_LIVES = late(rf",?\s(?:{listed('profiles', 'life-verbs')})\s")
_GOES_ON = late(r",?\s(?:[a-z]{2,}s|(?:a|an|the)\s[a-z]+)\b")
_ADDRESS = late(
    r"\b[A-Z]{2,3},? \d{4,5}(?:-\d{4})?\b"  # state and postcode
    r"|^\d{1,5}[A-Za-z]?,? [A-ZÀ-Þ][^\d]{2,60}(?:\d|,)"  # house number and street
    r"|(?:^|[ ,])\d{5}\b.{0,60},|,.{0,60} \d{5}$"  # postcode and a comma
)
_AROUND = " ,;:|·•–—-()"  # marks between a name and a job
_AT = late(rf" (?:{listed('profiles', 'works-at')}|@) ")
_LONGEST_LINE = 160  # characters of a line that may be a name, a job or an address
_LONGEST_NAME, _NAME_WORDS, _JOB_WORDS = 80, 9, 16
_BIOGRAPHY_WORDS = 8


class Fact(NamedTuple):
    key: str
    span: Span
    value: str
    label: str = ""


def read_lines(blocks: Sequence[Block], *, named: bool, apart: Mapping[int, tuple[int, int]]) -> Iterator[Fact]:
    """The facts in `blocks`, which hold no keyed lines.

    Args:
        named: a key already gave the name.
        apart: by the start of a block, where in it markup sets a name apart.
    """
    rest: list[Span] = []
    for block in blocks:
        if block.kind in {Kind.HEADING, Kind.ALT} or _is_section(block.text):
            continue
        found = list(_contacts(block))
        yield from found
        if not _is_one_link(block):
            rest += _before(block, found)
    signed = (
        None if named else next((span for span in rest if (note := notes.note(span.text)) and note.announced), None)
    )
    name = None if named or signed else _name(blocks, apart)
    if not name and not named and not signed:
        signed = next((span for span in rest if notes.note(span.text)), None)
    if signed:
        told = _signed(signed)
        yield from told[:-1]
        rest[rest.index(signed)] = told[-1].span
    elif name:
        yield name
        rest = [left for span in rest if (left := _beside(span, name.span, apart))]
    yield from _job(rest)
    yield from (Fact("biography", span, span.text) for span in _biographies(rest))


def _signed(span: Span) -> list[Fact]:
    """What a note is made of that begins "Ada Byrne, Staff writer."."""
    text, found = span.text, notes.note(span.text)
    if not found:
        return []
    parts = [("name", found.start, found.name_end), ("biography", found.told, len(text))]
    if found.role_end > found.name_end:
        parts.insert(1, ("job", found.name_end + 2, found.role_end))
    return [Fact(key, Span(span.block, span.start + at, span.start + end), text[at:end]) for key, at, end in parts]


def _beside(span: Span, name: Span, apart: Mapping[int, tuple[int, int]]) -> Span | None:
    """What a line says besides the name: what stands behind one that is set apart, else all of a long one."""
    if span.block is not name.block:
        return span
    if notes.announced(span.text) and span.text.endswith(name.text):
        return None
    if span.block.start not in apart:
        return span if len(span.text) > 2 * (name.end - name.start) else None
    behind = span.block.text[name.end : span.end]
    if _LIVES.match(behind) or _GOES_ON.match(behind):
        return span  # "Ada Byrne keeps bees", "Ada Byrne, a writer, ...": the name is the subject of a sentence
    told = behind.strip(_AROUND)
    start = name.end + behind.find(told)
    return Span(span.block, start, start + len(told)) if told else None


def _before(block: Block, contacts: Sequence[Fact]) -> Iterator[Span]:
    """What stands before the contacts of a line; a long paragraph is more than the contacts in it."""
    end = min((fact.span.start for fact in contacts), default=len(block.text))
    if len(block.text) > _LONGEST_LINE:
        yield Span.of(block)
    elif before := block.text[:end].rstrip(" ,;:|·•"):
        yield Span(block, 0, len(before))


def _is_section(text: str) -> bool:
    return sections.opens_author(text) or sections.opens_contacts(text)


def _is_one_link(block: Block) -> bool:
    """A block that is one link says where to go, not who somebody is."""
    return sum(link.end - link.start for link in block.links) >= len(block.text) and not bylines.is_name(block.text)


def _contacts(block: Block) -> Iterator[Fact]:
    text = block.text
    yield from (Fact("email", Span(block, *place), text[slice(*place)]) for place in emails(text))
    if len(text) > _LONGEST_LINE:
        return
    number = phone(text)
    if number:
        yield Fact("phone", Span(block, *number), text[slice(*number)])
    place = text[: number[0]].rstrip(" ,;|·•") if number else text
    if _is_address(place, known=number is not None):
        yield Fact("address", Span(block, 0, len(place)), place)


def _is_address(place: str, *, known: bool) -> bool:
    """Whether a line has the form of an address; `known` says that a telephone number follows it."""
    if place.endswith((".", "!", "?", ":")):
        return False
    return _ADDRESS.search(place) is not None or (known and " " in place)


def _name(blocks: Sequence[Block], apart: Mapping[int, tuple[int, int]]) -> Fact | None:
    """The name: a heading, else a line of that form, a picture's alternative text, a biography's subject."""
    for form in (_heading_name, _line_name, _alt_name, _subject):
        for block in blocks:
            if found := apart.get(block.start) if form is _line_name and block.start in apart else form(block):
                return Fact("name", Span(block, *found), block.text[slice(*found)])
    return None


def _heading_name(block: Block) -> tuple[int, int] | None:
    if block.kind is not Kind.HEADING or _is_section(block.text) or len(block.text) > _LONGEST_NAME:
        return None
    about = _ABOUT.match(block.text)
    start = about.end() if about else 0
    return (start, len(block.text)) if len(block.text[start:].split()) <= _NAME_WORDS else None


def _line_name(block: Block) -> tuple[int, int] | None:
    text = block.text
    if block.kind not in {Kind.PARAGRAPH, Kind.ITEM, Kind.FIELD} or len(text) > _LONGEST_NAME or _is_section(text):
        return None
    about = _ABOUT.match(text)
    start = about.end() if about else notes.announced(text)
    return (start, len(text)) if " " in text[start:] and bylines.is_name(text[start:]) else None


def _alt_name(block: Block) -> tuple[int, int] | None:
    if block.kind is not Kind.ALT or len(block.text) > _LONGEST_NAME:
        return None
    found = _PICTURE.search(block.text)
    start, end = 0, len(block.text)
    if found:
        start, end = (found.end(), end) if found.start() == 0 else (0, found.start())
    return (start, end) if " " in block.text[start:end] and bylines.is_name(block.text[start:end]) else None


def _subject(block: Block) -> tuple[int, int] | None:
    about = _ABOUT.match(block.text)
    start = about.end() if about else 0
    verb = _LIVES.search(block.text, start, start + _LONGEST_NAME)
    if block.kind is not Kind.PARAGRAPH or not verb:
        return None
    subject = block.text[start : verb.start()]
    return (start, verb.start()) if " " in subject and bylines.is_name(subject) else None


def _job(rest: list[Span]) -> Iterator[Fact]:
    """The short line before the biography; it leaves `rest`."""
    at = _AT.search(rest[0].text) if rest else None
    if not rest or not _is_job(rest[0].text, placed=at is not None) or (len(rest) < 2 and not at):
        return
    block, start, last = (span := rest.pop(0)).block, span.start, span.end
    end = start + at.start() if at else last
    yield Fact("job", Span(block, start, end), block.text[start:end])
    if at:
        company = Span(block, start + at.end(), last)
        yield Fact("company", company, company.text)


def _is_job(text: str, *, placed: bool) -> bool:
    """A few words that are no sentence; with "at" between, the name of a company may end on a full stop."""
    if len(text.split()) > _JOB_WORDS or text.endswith(("!", "?", ":")):
        return False
    return not text.endswith(".") or (placed and text.count(". ") == 0 and not _LIVES.search(text))


def _biographies(rest: Sequence[Span]) -> list[Span]:
    """Every paragraph of some length; where there is none, the longest."""
    long = [span for span in rest if len(span.text.split()) >= _BIOGRAPHY_WORDS]
    return long or sorted(rest, key=lambda span: len(span.text), reverse=True)[:1]
