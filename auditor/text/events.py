"""What happens once, and in which year, as English says it: "the school, which closed in 1983"."""

import re
from functools import cache
from typing import NamedTuple

from auditor.expressions import compiled
from auditor.remembering import remembered
from auditor.words import words
from auditor.words.notation import either


class Event(NamedTuple):
    """What happened to whom or what."""

    subject: str
    happened: str
    year: int
    is_known: bool  # "the school", or a name
    start: int
    end: int


@remembered
def events(text: str, code: str) -> list[Event]:
    return [_event(found, code) for found in _form(code).finditer(text) if not _is_word(found["subject"], code)]


def names_before(subject: str, text: str, code: str) -> set[str]:
    """The names that stand right before a subject: "Ramsholt school"."""
    found = re.finditer(rf"\b([A-Z][\w'’-]{{2,24}}) (?i:{re.escape(subject)})\b", text)
    return {match[1] for match in found if match[1].lower() not in words("figures", "no-subject", code)}


def _event(found: re.Match[str], code: str) -> Event:
    before = found["before"].lower() if found["before"] else ""
    is_known = before in words("figures", "the", code) or found["subject"][0].isupper()
    happened = found["happened"].lower()
    return Event(found["subject"].lower(), happened, int(found["year"]), is_known, found.start("subject"), found.end())


def _is_word(subject: str, code: str) -> bool:
    return subject.lower() in words("figures", "no-subject", code)


@cache
def _form(code: str) -> re.Pattern[str]:
    once, between = "|".join(words("figures", "once", code)), either(words("figures", "before-once", code))
    return compiled(
        rf"(?:\b(?P<before>[\w'’-]{{2,24}}) )?\b(?P<subject>[^\W\d_][\w'’-]{{2,24}}),?(?: (?:{between}))?"
        rf" (?P<happened>{once}) in (?P<year>(?:1[5-9]|20)\d\d)(?![\d-])",
        re.IGNORECASE,
    )
