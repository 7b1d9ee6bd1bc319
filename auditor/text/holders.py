"""Who holds an office of which a place, a firm or a school has one, as English says it."""

import re
from functools import cache
from typing import NamedTuple

from auditor.expressions import compiled
from auditor.remembering import remembered
from auditor.words import words

_PLACE = r"[A-Z]\w{2,24}(?: [A-Z]\w{2,24})?"
_NAME = r"(?P<name>[A-Z][\w'’-]{1,24} (?:[A-Z]\. )?[A-Z][\w'’-]{1,24})"


class Holder(NamedTuple):
    """A person with an office, where the text says so."""

    office: str
    name: str
    place: str  # or body that has the office, as it is called there; "" where only the office is named
    start: int
    end: int


@remembered
def holders(text: str) -> list[Holder]:
    """Offices with the names of those who hold them."""
    return [_holder(match) for form in _forms() for match in form.finditer(text)]


def names_office(vocabulary: frozenset[str]) -> bool:
    """Whether different words of a text may hold an office; spares most texts the search."""
    return not vocabulary.isdisjoint(_last_words())


def changes_hands(office: str, text: str) -> bool:
    """Whether the text knows of a former, a next or another holder."""
    return office in _held_by_one() and _changes(office).search(text) is not None


def is_held_by_one(office: str) -> bool:
    return office in _held_by_one()


def _holder(match: re.Match[str]) -> Holder:
    parts = match.groupdict()
    place = next((parts[key] for key in ("of", "whose", "there") if parts.get(key)), "")
    return Holder(match["office"].lower(), match["name"], place, *match.span())


@cache
def _held_by_one() -> tuple[str, ...]:
    return words("roles", "held-by-one", "en")


@cache
def _offices() -> tuple[str, ...]:
    """The longest first, so that none is found for the beginning of another."""
    return tuple(sorted((*_held_by_one(), *words("roles", "speaks-for", "en")), key=len, reverse=True))


@cache
def _last_words() -> frozenset[str]:
    return frozenset(office.split()[-1] for office in _offices())


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    office = rf"(?P<office>{'|'.join(_offices())})"
    titled = rf"(?P<office>{'|'.join(office.title() for office in _held_by_one())})"
    of = rf"(?: (?:of|for|at) (?:the )?(?P<of>{_PLACE}))?"
    there = r"(?:,? (?:of|at|from) (?P<there>(?:the )?[\w’'-]{2,24}))?"
    return (
        compiled(rf"\b[Tt]he {office}{of}, {_NAME}\b"),
        compiled(rf"\b(?P<whose>[\w-]{{2,24}})['’]s? {office},? {_NAME}\b"),
        compiled(rf"(?<![\w] ){titled} {_NAME}\b{there}"),
        compiled(rf"\b{_NAME}, the {office}{of}(?=[,.]| said| says)"),
    )


@cache
def _changes(office: str) -> re.Pattern[str]:
    other = "|".join(words("roles", "of-another-holder", "en"))
    return compiled(rf"\b(?:{other})[ -](?:\w+ )?{office}|\b{office}s\b|\b{office}[- ]elect", re.IGNORECASE)
