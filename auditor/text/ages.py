"""Who is how old, and when somebody was born or died, as English says it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.expressions import late
from auditor.remembering import remembered
from auditor.words import words
from auditor.words.notation import matcher

_NAME = r"[A-Z][\w'’-]{1,24}(?: (?:[A-Z]\. )?[A-Z][\w'’-]{1,24}){0,2}"
_FULL = r"[A-Z][\w'’-]{1,24} [A-Z][\w'’-]{1,24}"
_AGE = r"(?P<age>[1-9]\d)"
_YEAR = r"(?P<year>1[89]\d\d|20[0-4]\d)(?!\d)"
_AGES = (
    late(rf"\b(?P<name>{_NAME}), (?:now |aged |who (?:turned|is|turns) )?{_AGE}(?=,| in | last | on | this )"),
    late(rf"\b{_AGE}-year-old (?P<name>{_NAME})\b"),
    late(rf"\b(?P<name>{_NAME}) (?:is|turned|has turned) {_AGE}(?: years old)?(?=[.,;]| and | this | last | in )"),
    late(rf"\b(?!(?:When|While|As|After|Before|If) )(?P<name>{_FULL})\b[^.!?]{{1,60}}?, the {_AGE}-year-old\b"),
)
_DIED = late(
    rf"\b(?P<name>{_FULL}),? (?:who )?(?:has )?died\b[^.;!?\d]{{0,60}}?\b(?:aged|at the age of) (?P<age>[1-9]\d|10\d)\b"
)
_BORN = late(
    rf"\b(?P<who>He|She|{_NAME})(?:, who)? was born\b[^.;:!?()\d]{{0,50}}(?:\d{{1,2}} [A-Z][a-z]{{2,8}},? )?{_YEAR}"
)
_DEATH = late(rf"\b(?P<who>He|She|{_NAME}) died\b[^.;:!?()\d]{{0,40}}(?:\d{{1,2}} [A-Z][a-z]{{2,8}},? )?{_YEAR}")
_PERSON = late(rf"(?P<place>\b(?:in|at|of|near|from|to|on|for|the|The) )?\b(?P<name>{_FULL})\b")
_NEAR = 60  # characters around an age in which it may be said of when it was true
_REACH = 600  # characters from a name to the pronoun that takes it up


class Stated(NamedTuple):
    """What is said of whom: an age or a year, and where."""

    name: str
    number: int
    start: int
    end: int
    pronoun: str = ""  # that stands for the name


@remembered
def ages(text: str) -> list[Stated]:
    """Names with the ages that are said of them, but those of another time."""
    pronouns = words("function-words", "pronouns", "en")
    found = (match for form in _AGES for match in form.finditer(text))
    matches = (match for match in found if match["name"].lower() not in pronouns)
    return [_of_age(match) for match in matches if not is_of_another_time(text, *match.span())]


def is_of_another_time(text: str, start: int, end: int) -> bool:
    """Whether the rest of the sentence, as far as it is near, says that something was true at another time."""
    before = text[max(0, start - _NEAR) : start].rsplit(". ", 1)[-1]
    around = before + text[start:end] + text[end : end + _NEAR].split(". ", 1)[0]
    return matcher(words("numbers", "of-another-time", "en")).search(around) is not None


def ages_at_death(text: str) -> list[Stated]:
    return [_of_age(match) for match in _DIED.finditer(text)]


def births(text: str, before: str) -> Iterator[Stated]:
    """Years of birth in a text that stands behind another. A pronoun stands for the last person that was named."""
    return (_of_life(match, before) for match in _BORN.finditer(text))


def deaths(text: str, before: str) -> Iterator[Stated]:
    return (_of_life(match, before) for match in _DEATH.finditer(text))


def _of_life(match: re.Match[str], before: str) -> Stated:
    pronoun = match["who"] if match["who"] in ("He", "She") else ""
    return Stated(_whom(match, before) if pronoun else match["who"], int(match["year"]), *match.span(), pronoun)


def _whom(match: re.Match[str], before: str) -> str:
    """Who is meant by a pronoun; nobody where a relative was named since."""
    read = f"{before}\n{match.string[: match.start()]}"[-_REACH:]
    named = [found for found in _PERSON.finditer(read) if not found["place"]]
    if not named or matcher(words("persons", "relatives", "en")).search(read, named[-1].end()):
        return ""
    return str(named[-1]["name"])


def _of_age(match: re.Match[str]) -> Stated:
    return Stated(match["name"], int(match["age"]), *match.span())
