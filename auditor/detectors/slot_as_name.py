"""Places of names that hold the word for a name, or for whoever bears one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.words import words
from auditor.words.notation import either, expression

_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_ROW = 150  # characters behind a name in which other fields stand
_REACH = 60  # characters before a noun in which its article stands
_NAME = r"[^\W\d_a-z][^\W\d_]+"
# "the artist, Artist Name, will talk": what should be a name behind a noun and a comma, by which it is searched, as
# commas are fewer than words.
_APPOSED = late(rf", ({_NAME})( {_NAME})?(?=[,.;:!?)]|\s[a-z])")
# "Dr. Expert", "Councillor Name"
_TITLED = late(rf"\b({_NAME})\.? ({_NAME})\b(?!['’-]?[^\W_]| {_NAME}|\])")
# A label and a value, such as a credit and "Photographer".
_CREDITED = late(rf"(?:^|[.|•·] )({_NAME}(?: [a-z-]+){{0,2}}): ((?:{_NAME} )?{_NAME})(?=[,.|]|$)")


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first such name, the others as related."""
    read = [block for block in blocks if block.kind in _READ]
    found = [span for block in read for span in _slots(block, signals) if not signals.quoted(span)]
    if found and not is_subject((*signals.titles, *blocks), signals, "slots"):
        yield Hit(found[0], {"name": found[0].text, "times": len(found)}, tuple(found[1:]), needs=1)


def _slots(block: Block, signals: Signals) -> Iterator[Span]:
    text = block.text
    for noun, found in _apposed(text):
        said = text[found.start(1) : found.end()]
        if said[0].isupper() and (
            _is_unfilled(said) or (_echoes(text[noun : found.start()], found) and _is_of_one(text, noun))
        ):
            yield Span(block, found.start(1), found.end())
    for found in _TITLED.finditer(text) if not _bearers().isdisjoint(signals.vocabulary_of(block)) else ():
        if _is_titled(found[1].lower(), found[2].lower()):
            yield Span(block, found.start(), found.end())
    for found in _of_whom().finditer(text) if not _endings().isdisjoint(signals.vocabulary_of(block)) else ():
        if found[1][0].isupper():
            yield Span(block, *found.span(1))
    yield from _in_a_row(block) if not _endings().isdisjoint(signals.vocabulary_of(block)) else ()
    for found in _CREDITED.finditer(text) if ": " in text else ():
        if found[1].lower() in _listed("credit-labels") and found[2].lower().split()[-1] in _listed("credited"):
            yield Span(block, found.start(2), found.end(2))


def _in_a_row(block: Block) -> Iterator[Span]:
    """Fields of a form one after the other, a name first: "Given Name Surname, dept. of the firm, City, Country"."""
    for found in _anywhere().finditer(block.text):
        pieces = block.text[found.end() : found.end() + _ROW].split(",")
        if found[0][0].isupper() and not pieces[0].strip() and any(map(_is_of_a_form, pieces[1:])):
            yield Span(block, *found.span())


def _is_of_a_form(piece: str) -> bool:
    told = piece.split()
    return bool(told) and told[0][0].isupper() and all(word.lower() in words("slots", "thing") for word in told)


def _apposed(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Names behind a noun and a comma, with where the noun begins; a name is no noun of the next one."""
    past = 0
    for found in _APPOSED.finditer(text):
        noun = found.start()
        while noun > past and _is_letter(text[noun - 1]):
            noun -= 1
        if noun < found.start() and not (noun and _is_of_word(text[noun - 1])):
            past = found.end()
            yield noun, found


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _echoes(noun: str, found: re.Match[str]) -> bool:
    """Whether the name is the noun before it: "as one fan, Fan, put it"."""
    return noun == found[1].lower() and (not found[2] or found[2][1:].lower() in _listed("unfilled"))


def _is_unfilled(said: str) -> bool:
    """ "First Last", "Artist Name" """
    first, _, last = said.lower().partition(" ")
    named = last in _listed("unfilled") and first not in words("slots", "kind")
    return named or bool(_whole().fullmatch(said))


def _is_of_one(text: str, end: int) -> bool:
    """Whether what ends there is about a single one: "the old sailor", not "boats, sailors"."""
    before = text[max(0, end - _REACH) : end].rpartition(",")[2].lower().split()
    return not frozenset(before[-3:]).isdisjoint(_listed("of-one"))


def _is_titled(title: str, name: str) -> bool:
    """Nobody is called by the word for a name, whatever his office; nor a doctor by the word for a doctor."""
    if name in _listed("unfilled"):
        offices = (*words("offices", "offices"), *words("names", "titles"))
        return title in offices and title not in words("slots", "thing")
    return name in _listed("bare-roles") and title in words("names", "forms-of-address")


@cache
def _bearers() -> frozenset[str]:
    """Words of which one stands behind each title."""
    return _listed("unfilled") | _listed("bare-roles")


@cache
def _of_whom() -> re.Pattern[str]:
    """ "Reviewed by Firstname Lastname" """
    by, whole = (
        "|".join(map(expression, words(name, key))) for name, key in (("bylines", "by"), ("sources", "unfilled-whole"))
    )
    titles, names = "|".join(words("names", "forms-of-address")), either(words("sources", "unfilled"))
    roles = "|".join(
        (*words("sources", "roles", "en"), *words("bylines", "roles", "en"), *words("sources", "credited"))
    )
    return compiled(
        rf"(?<!\w)(?:{by})\s(?:(?:{titles})\.?\s)?((?:{whole})|(?:{roles})\s(?:{names})(?=[,.;]|$))(?!['’-]?\w)",
        re.IGNORECASE,
    )


@cache
def _endings() -> frozenset[str]:
    """Words with which a whole such name ends."""
    told = ("".join(c if c.isalpha() else " " for c in phrase) for phrase in words("sources", "unfilled-whole"))
    return frozenset(word for phrase in told for word in phrase.split())


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("sources", key))


@cache
def _anywhere() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{'|'.join(map(expression, words('sources', 'unfilled-whole')))})(?=,)", re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    return compiled("|".join(map(expression, words("sources", "unfilled-whole"))), re.IGNORECASE)
