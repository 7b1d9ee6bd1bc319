"""Lives told with the words of a form: "author of Title, Title and the bestselling Title", "lives with None in None",
"Author A drafted the text, Author B made the maps"."""

import re
from collections import defaultdict
from functools import cache

from auditor.expressions import compiled, late
from auditor.words import words

_NOTHING = "None|null|undefined|NaN"
_WORD = late(r"(?<![\w’'-])([A-Z][a-z]{2,14})(?![\w’'-]| [A-Z])")
_BEFORE = late(r"[A-Z][\w’'-]*\s$")
_TIMES = 3  # of one word of a form in one text
_LETTERED = 2  # authors with different letters
_AHEAD = 20  # characters


def of_a_form(text: str, language: str) -> tuple[int, int] | None:
    """Where the words of a form stand instead of somebody's life."""
    return _of_nothing(text) or _again(text, language)


def _of_nothing(text: str) -> tuple[int, int] | None:
    found = _nothing().search(text)
    return found.span() if found else None


def _again(text: str, language: str) -> tuple[int, int] | None:
    """The same word for what forms ask for, with a capital and no name beside it, again and again."""
    if language == "de":
        return None  # its nouns have capitals
    places: defaultdict[str, list[int]] = defaultdict(list)
    for found in _WORD.finditer(text):
        if found[1].lower() in _things(language) and not _BEFORE.search(
            text[max(0, found.start() - _AHEAD) : found.start()]
        ):
            places[found[1]].append(found.start())
    often = next(((word, at) for word, at in places.items() if len(at) >= _TIMES), None)
    return (often[1][0], often[1][-1] + len(often[0])) if often else None


def lettered(text: str) -> tuple[int, int] | None:
    """Where authors are told apart by letters only."""
    found = list(_letters().finditer(text))
    return (found[0].start(), found[-1].end()) if len({one[1] for one in found}) >= _LETTERED else None


@cache
def _things(language: str) -> frozenset[str]:
    return frozenset((*words("slots", "thing", language), *words("sources", "unfilled", language)))


@cache
def _nothing() -> re.Pattern[str]:
    return compiled(rf"\b(?:{'|'.join(words('profiles', 'before-values'))})\s(?:{_NOTHING})(?=[.,;]|\s(?!of\b)[a-z]|$)")


@cache
def _letters() -> re.Pattern[str]:
    roles = "|".join(role.capitalize() for role in words("bylines", "roles", "en"))
    return compiled(rf"\b(?:{roles})\s([A-Z])(?![\w.’'-])")
