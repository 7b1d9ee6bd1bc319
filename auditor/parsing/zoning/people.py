"""Profiles of authors: sections under their heading, runs of "key: value" lines, a closing biography."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, count

from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Kind, Zone
from auditor.parsing import bylines, fields, notes, sections
from auditor.parsing.profile_keys import key_of, network_of
from auditor.parsing.zoning.head import credited
from auditor.parsing.zoning.noted import is_note
from auditor.parsing.zoning.shapes import ends_sentence, in_body, is_heading, is_prose
from auditor.words import listed

_FEWEST_FIELDS = 4  # of a run without a heading that says author
_MOST_FIELDS = 80
_LEVEL = 2
_PERSONAL = frozenset({"username", "birthdate", "age", "gender", "biography", "handle", "job", "followers"})
_MOST_PARAGRAPHS, _MOST_WORDS, _MOST_OPENING_LINES = 4, 300, 3  # of a biography; name, job and place before it
_PROSE = frozenset({Kind.PARAGRAPH, Kind.QUOTATION, Kind.ALT})
_LAST_PART, _NAME_WORDS, _LIFE_LENGTH = 0.6, 4, 600  # of the body's characters; of a name; characters of a life
# What names an author, and what may also name a firm or a place.
_WRITTEN, _NAMED = (listed("bylines", key) for key in ("written", "about"))
_ABOUT = late(rf"(?:((?:{_WRITTEN}) by\b|author\s?:)|{_NAMED})\s?:?\s", re.IGNORECASE)
_PERSON = late(r"\b(?:he|she|his|her|hers|him|I|I['’]m|my)\b", re.IGNORECASE)
_OURS = late(
    rf"\bis our (?:[\w-]{{1,20}} ){{0,3}}(?:{listed('profiles', 'professions')})"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+) writes? (?:about|on|for)\b"
)
_LIFE = late(rf"\b(?:{listed('profiles', 'life-verbs')})\b")


def mark_authors(source: str, blocks: list[Block], stated: Sequence[str] = ()) -> None:
    """Mark profiles in place, each with a group of its own; `stated` are names of authors beside those of bylines."""
    groups = count(1 + max((block.group for block in blocks), default=0))
    names = [*stated, *(name for block in blocks if block.zone is Zone.BYLINE for name in credited(block.text))]
    late = _late(blocks)
    i = 0
    while i < len(blocks):
        end, reason = _profile(blocks, i, names, late=late[i]) if in_body(blocks[i]) else (i, "")
        if end == i and is_note(source, blocks, i):
            end, reason = i + 1, "a note that names its author"
        if end > i:
            mark_profile(blocks, i, end, next(groups), reason)
        i = max(end, i + 1)


def _late(blocks: list[Block]) -> list[bool]:
    """Whether each block stands in the last part of the body."""
    before = list(accumulate((len(b.text) if in_body(b) else 0 for b in blocks), initial=0))
    return [length >= _LAST_PART * before[-1] for length in before]


def _profile(blocks: list[Block], i: int, names: list[str], *, late: bool) -> tuple[int, str]:
    """The end of the profile that begins at block `i` and why it is one; the same index where there is none."""
    text = blocks[i].text
    if late and _introduces(blocks, i):
        return _prose_end(blocks, i + 1), "under a person's name"
    if sections.opens_author(text):
        return _section_end(blocks, i, late=late), "under an author heading"
    if late and _holds_biography(blocks[i]):
        return i + 1, "a biography behind its heading"
    if fields.is_known(text):
        return _run_end(blocks, i, late=late), "a run of fields about a person"
    if late and _signs_off(blocks, i):
        return i + 1, "a life that closes the text"
    return (_biography_end(blocks, i, names) if names and late else i), "biography of the byline's author"


def _signs_off(blocks: list[Block], i: int) -> bool:
    """Whether the last paragraph of the body says of somebody by name that they are one of ours: "is our reporter"."""
    text, last = blocks[i].text, not any(map(in_body, blocks[i + 1 :]))
    return last and is_prose(blocks[i]) and bool(bylines.life(text)) and _OURS.search(text) is not None


def _holds_biography(block: Block) -> bool:
    """Whether heading and biography are one paragraph: "About the author: Ada Byrne keeps bees."."""
    parts = fields.split(block.text)
    return (
        parts is not None and sections.opens_author(parts[0]) and len(block.text[parts[1] :].split()) >= _FEWEST_FIELDS
    )


def _section_end(blocks: list[Block], i: int, *, late: bool) -> int:
    """The end of an author section: fields wherever it stands, a biography only in the last part of the text."""
    end = _fields_end(blocks, i + 1)
    keys = set(_keys(blocks[i + 1 : end]))
    if keys and ("biography" in keys or not late):
        return end
    end = _prose_end(blocks, end if keys else i + 1)
    return end if keys or (late and end > i + 1) else i


def _run_end(blocks: list[Block], i: int, *, late: bool) -> int:
    """The end of a run of fields that describes a person; a single "Author bio: ..." does so at the end of a text."""
    if i and in_body(blocks[i - 1]) and fields.is_known(blocks[i - 1].text):
        return i  # amid a run that was judged from its start
    end = _fields_end(blocks, i)
    if end == i + 1 and late and fields.known(blocks[i].text) == "biography" and _says_author(blocks[i]):
        return end
    return end if _is_profile(blocks[i:end]) else i


def _introduces(blocks: list[Block], i: int) -> bool:
    """Whether a line such as "About Ada Byrne" or "Written by Ada Byrne" is followed by what that person does."""
    about = _ABOUT.match(blocks[i].text)
    if not about or i + 1 == len(blocks) or not in_body(blocks[i + 1]):
        return False
    if not is_prose(blocks[i + 1]) and (blocks[i].kind is not Kind.HEADING or not ends_sentence(blocks[i + 1].text)):
        return False
    name = blocks[i].text[about.end() :].rstrip(":.")
    if not 1 < len(name.split()) <= _NAME_WORDS or not bylines.is_name(name):
        return False
    told = blocks[i + 1].text[:_LIFE_LENGTH]
    return about[1] is not None or notes.is_person(name) or _PERSON.search(told) is not None


def mark_profile(blocks: list[Block], i: int, end: int, group: int, reason: str) -> None:
    """Put blocks `[i, end)` into one author group, in place; lines "key: value" become fields."""
    waiting = ""
    for j in range(i, end):
        block = structs.replace(blocks[j], zone=Zone.AUTHOR, group=group, reason=reason)
        parts = fields.split(block.text) if block.kind is not Kind.CODE else None
        if sections.opens_contacts(block.text) or (j == i and sections.opens_author(block.text)):
            block = structs.replace(block, kind=Kind.HEADING, level=block.level or _LEVEL)
        elif waiting and _is_value(block.text, waiting):
            block = structs.replace(block, kind=Kind.FIELD, label=waiting)
            blocks[j - 1] = structs.replace(blocks[j - 1], kind=Kind.FIELD, label="")
            waiting = ""
        elif parts and _is_field(block.text, parts):
            block = structs.replace(block, kind=Kind.FIELD, label=parts[0])
            waiting = parts[0] if parts[1] == len(block.text) and not network_of(parts[0]) else ""
        else:
            waiting = block.text if fields.is_bare_key(block.text) else ""
        blocks[j] = block


def _is_value(text: str, key: str) -> bool:
    """Whether a line may be the value of the key on the line before it."""
    return not fields.is_known(text) and key_of(text) is None and (len(text) <= 80 or key_of(key) == "biography")


def _is_field(text: str, parts: tuple[str, int]) -> bool:
    """A known key, or an unknown one with a short value: sentences also hold colons."""
    return (
        key_of(parts[0]) is not None
        or sections.opens_author(parts[0])
        or (len(text) - parts[1] <= 60 and not text.endswith("."))
    )


def _states(block: Block) -> bool:
    """Whether it is a field with a known key, or its bare key."""
    return fields.is_known(block.text) or fields.is_bare_key(block.text)


def _says_author(block: Block) -> bool:
    """Whether the key of a field is one such as "Author" or "Author bio"."""
    parts = fields.split(block.text)
    return parts is not None and sections.opens_author(parts[0])


def _awaits_value(block: Block) -> bool:
    """Whether it is a known key and nothing after its colon; networks are often left empty."""
    parts = fields.split(block.text)
    return parts is not None and parts[1] == len(block.text) and key_of(parts[0]) not in {None, "handle"}


def _fields_end(blocks: list[Block], i: int) -> int:
    """The end of a run of fields, bare keys with their values, and headings for contacts."""
    end = i
    while end < len(blocks) and end - i < _MOST_FIELDS and in_body(blocks[end]) and blocks[end].kind is not Kind.CODE:
        text = blocks[end].text
        keyed = fields.split(text) and (_states(blocks[end]) or not is_prose(blocks[end]))
        if (
            keyed
            or sections.opens_contacts(text)
            or (end > i and _awaits_value(blocks[end - 1]) and _is_value(text, blocks[end - 1].text))
        ):
            end += 1
        elif fields.is_bare_key(text) and end + 1 < len(blocks) and in_body(blocks[end + 1]):
            end += 1 if _states(blocks[end + 1]) else 2
        elif blocks[end].kind in {Kind.ALT, Kind.TABLE}:
            end += 1
        else:
            break
    return end


def _is_profile(run: list[Block]) -> bool:
    keys = list(_keys(run))
    personal = not _PERSONAL.isdisjoint(keys) or any(map(_says_author, run))
    return len(keys) >= _FEWEST_FIELDS and "name" in keys and personal


def _keys(run: list[Block]) -> Iterator[str]:
    for block in run:
        if key := fields.known(block.text) or (key_of(block.text) if fields.is_bare_key(block.text) else None):
            yield key


def _prose_end(blocks: list[Block], i: int) -> int:
    """The end of a biography: up to three short lines, then paragraphs, then fields; `i` where there is none."""
    end = i
    while end < len(blocks) and end - i < _MOST_OPENING_LINES and in_body(blocks[end]) and _opens(blocks[end]):
        end += 1
    first, words = end, 0
    while end < len(blocks) and end - first < _MOST_PARAGRAPHS and in_body(blocks[end]) and not is_heading(blocks[end]):
        words += len(blocks[end].text.split())
        if words > _MOST_WORDS or blocks[end].kind not in _PROSE:
            break
        end += 1
    if end == first and not (first > i and bylines.is_name(blocks[i].text)):
        return i
    return _fields_end(blocks, end)


def _opens(block: Block) -> bool:
    """A line before the biography: name, job, place; or a portrait."""
    return is_heading(block) or block.kind is Kind.ALT


def _biography_end(blocks: list[Block], i: int, names: list[str]) -> int:
    """The end of paragraphs of which the first begins with a name of the byline and says what that person is or does.

    In the last paragraph of the body any verb will do: nobody closes on himself in the third person but in a biography.
    Further paragraphs begin with the name, a part of it, or a pronoun.
    """
    text = blocks[i].text.removeprefix("About ")
    name = next((name for name in names if text.startswith(name)), "")
    if not name or not is_prose(blocks[i]):
        return i
    if not _LIFE.search(text, len(name), len(name) + 60) and not _closes(blocks, i, name):
        return i
    going_on = ("He ", "She ", "They ", "His ", "Her ", *(f"{part} " for part in name.split()))
    end = i + 1
    while end < len(blocks) and end - i < _MOST_PARAGRAPHS and is_prose(blocks[end]):
        if not in_body(blocks[end]) or not blocks[end].text.startswith(going_on):
            break
        end += 1
    return end


def _closes(blocks: list[Block], i: int, name: str) -> bool:
    """Whether the last paragraph of the body goes on from a full name in lower case, as with a verb."""
    following = blocks[i].text.removeprefix("About ")[len(name) :]
    return " " in name and following[:1] == " " and following[1:2].islower() and not any(map(in_body, blocks[i + 1 :]))
