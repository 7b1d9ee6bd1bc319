"""Lives told with the words of a form: "author of Title, Title and the bestselling Title", "lives with None in None",
"Author A drafted the text, Author B made the maps"."""

import re
from collections import defaultdict
from functools import cache

from auditor.expressions import compiled, late
from auditor.words import words
from auditor.words.notation import either, expression

_NOTHING = "None|null|undefined|NaN"
_WORD = late(r"(?<![\w’'-])([A-Z][a-z]{2,14})(?![\w’'-]| [A-Z])")
_BEFORE = late(r"[A-Z][\w’'-]*\s$")
_BLANKS = late(r"_{3,}|(?:(?<=\s)|^)(?:\.{3}|…)(?=\s|,)|\b(?:19|20)XX\b")
_NO_VALUES = late(r"(?:^|(?<=[.;,|·] ))[A-Z][a-z]{2,14}: ?(?:N/A|n/a|none|null|TBD|TBA|[-–—])(?=[.;,|·\s]|$)")
_TIMES = 3  # of one word of a form in one text
_LETTERED = 2  # authors with different letters
_AHEAD = 20  # characters


def of_a_form(text: str, language: str) -> tuple[int, int] | None:
    """Where the words of a form stand instead of somebody's life."""
    return _of_nothing(text) or _again(text, language)


def left_blank(text: str) -> tuple[int, int] | None:
    """Where a form has nothing but blanks; a text may end with a form for its readers."""
    return _all(_BLANKS, text, _TIMES) or _all(_NO_VALUES, text, _LETTERED)


def is_no_value(line: str) -> bool:
    """Whether a line is a label and the word or the sign for nothing: "Location: -"."""
    return _NO_VALUES.fullmatch(line.strip()) is not None


def _all(pattern: re.Pattern[str], text: str, times: int) -> tuple[int, int] | None:
    """From the first place of a pattern to its last, if there are so many."""
    found = list(pattern.finditer(text))
    return (found[0].start(), found[-1].end()) if len(found) >= times else None


def _of_nothing(text: str) -> tuple[int, int] | None:
    found = _nothing().search(text)
    return found.span() if found else None


def _again(text: str, language: str) -> tuple[int, int] | None:
    """The same word for what forms ask for, with a capital and no name beside it, again and again."""
    if language == "de":
        return None  # its nouns have capitals
    places: defaultdict[str, list[int]] = defaultdict(list)
    for found in _WORD.finditer(text):
        ahead = text[max(0, found.start() - _AHEAD) : found.start()]
        if found[1].lower() in _things(language) and not _BEFORE.search(ahead) and not _has_article(ahead):
            places[found[1]].append(found.start())
    often = next(((word, at) for word, at in places.items() if len(at) >= _TIMES), None)
    return (often[1][0], often[1][-1] + len(often[0])) if often else None


def _has_article(ahead: str) -> bool:
    """ "the Company" is how firms write of themselves."""
    return bool(told := ahead.lower().split()) and told[-1] in words("sources", "of-one")


def lettered(text: str) -> tuple[int, int] | None:
    """Where authors, or versions of their lives, are told apart by letters or numbers only."""
    for pattern in (_letters(), _variants()):
        found = list(pattern.finditer(text))
        if len({one[1] for one in found}) >= _LETTERED:
            return found[0].start(), found[-1].end()
    return None


def unfilled_names(text: str) -> tuple[int, int] | None:
    """Where the words for a name stand for one: "Prénom Nom est journaliste"."""
    return next((found.span() for found in _names().finditer(text) if found[0].istitle()), None)


def template_authors(text: str) -> tuple[int, int] | None:
    """Where a paper still has the authors of its template: "Author Name1, Author Name2", "First A. Author"."""
    return next((found.span() for found in _template_authors().finditer(text) if found[0][0].isupper()), None)


@cache
def _things(language: str) -> frozenset[str]:
    return frozenset((*words("slots", "thing", language), *words("sources", "unfilled", language)))


@cache
def _nothing() -> re.Pattern[str]:
    before = "|".join(words("profiles", "before-values"))
    return compiled(rf"(?<=[a-z]\s)(?:{before})\s(?:{_NOTHING})(?=[.;]|,(?! an? | the )|\s(?!of\b)[a-z]|$)")


@cache
def _letters() -> re.Pattern[str]:
    roles = "|".join(role.capitalize() for role in words("bylines", "roles", "en"))
    return compiled(rf"\b(?:{roles})\s([A-Z]|\d)(?![\w.’'-])")


@cache
def _variants() -> re.Pattern[str]:
    return compiled(
        rf"\b(?:{'|'.join(words('profiles', 'variants'))})\s([A-C1-4])\s?(?:\([^()]{{2,30}}\))?:", re.IGNORECASE
    )


@cache
def _template_authors() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{either(words('profiles', 'template-authors'))})(?!\w)", re.IGNORECASE)


@cache
def _names() -> re.Pattern[str]:
    return compiled(
        rf"(?<![\w’'-])(?:{'|'.join(map(expression, words('sources', 'unfilled-whole')))})(?!\w)", re.IGNORECASE
    )
