"""Notes of one paragraph about an author: who it is, perhaps the role, and what is told.

Whatever the layout and the language, such a note begins with the name, alone as a sentence or before a bar, and a word
of authorship may announce it: "By Ada Byrne. Ada keeps bees.", "About our sports writer: Ada Byrne. She ...",
"Ada Byrne · keeps bees".
"""

from typing import NamedTuple

from auditor.expressions import late
from auditor.parsing import bylines, sections
from auditor.world.names import given_names, letters

_LONGEST = 90  # characters before what is told
_FEWEST = 3  # words of what is told
_WORDS = range(2, 5)  # of a full name
_ROLE_WORDS = 5
_END = late(r"(?<=[^\W\d_]{2})\.\s+|\s[·•|–—-]{1,2}\s+|,\s")
_STOP = late(r"(?<=[^\W\d_]{2})\.\s+|\s[·•|–—]\s+")
_BETWEEN = late(r"[\s.,:·•|–—-]*")
_BORDER = late(r"[\s.:]+")


class Note(NamedTuple):
    """Offsets in the text; `announced`: it says that it names the author."""

    start: int
    name_end: int
    role_end: int  # the end of the name where no role is
    told: int
    announced: bool


def note(text: str, apart: tuple[int, int] | None = None) -> Note | None:
    """What a paragraph is made of that begins so; `apart`: where in it markup sets a full name apart."""
    start = announced(text)
    if apart and apart[0] in {0, start} and is_full(text[slice(*apart)]) and (rest := _BETWEEN.match(text, apart[1])):
        told = rest.end()
        return Note(apart[0], apart[1], apart[1], told, start > 0) if len(text[told:].split()) >= _FEWEST else None
    end = _END.search(text, start, _LONGEST)
    if not end or not is_full(text[start : end.start()]):
        return None
    role = _STOP.search(text, end.end(), _LONGEST + end.end()) if end[0] == ", " else None
    if end[0] == ", " and (not role or not _is_role(text[end.end() : role.start()])):
        return None
    told = (role or end).end()
    if len(text[told:].split()) < _FEWEST:
        return None
    return Note(start, end.start(), role.start() if role else end.start(), told, start > 0)


def _is_role(text: str) -> bool:
    return len(text.split()) <= _ROLE_WORDS and not text[0].isdigit()  # "Ada Byrne, 34, has kept bees"


def is_person(name: str) -> bool:
    """Whether a name begins with a first name that is known, and is no firm's."""
    return is_full(name) and letters(name.split(maxsplit=1)[0]) in given_names() and not bylines.is_firm(name)


def is_full(name: str) -> bool:
    """Whether it has the form of a first name with a surname."""
    return len(name.split()) in _WORDS and bylines.is_name(name) and not sections.opens_author(name)


def announced(text: str) -> int:
    """The length of the words that announce an author: "By ", "Contributor: ", "About the writer. "."""
    if rest := bylines.announced(text[: 2 * _LONGEST]):
        return len(text[: 2 * _LONGEST]) - len(rest)
    borders = [found.span() for found in _BORDER.finditer(text, 0, _LONGEST // 2)]
    return next((end for start, end in reversed(borders) if sections.opens_author(text[:start])), 0)
