"""Bylines to the names of persons."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import compiled, late
from auditor.model.scripts import MARKS, UNSPACED
from auditor.parsing import sections
from auditor.words import listed, words
from auditor.words.notation import either, expression
from auditor.world import dates
from auditor.world.names import JOINS, PARTICLES, given_names, letters

_SOLID = late(f"[{UNSPACED}]")
_LABELS = tuple(sorted(words("bylines", "labels-with-colon"), key=len, reverse=True))
_SOLID_LABELS = "|".join(map(re.escape, filter(_SOLID.search, _LABELS)))  # they need no colon: "记者 王明", "文/王明"
_BY = late(
    rf"(?:(?:{listed('bylines', 'written', 'put-up', 'reviewed', 'pieces')}) )?by:?\s++|(?-i:By(?=[A-Z]))"
    rf"|(?:{listed('bylines', 'labels', 'labels-with-colon')})\s?[:：]\s*+|(?:{listed('bylines', 'by')})\s++"
    rf"|(?:{_SOLID_LABELS})(?:\s?[／/|｜・＝=]\s?|\s++)",
    re.IGNORECASE,
)
_ROLE = late(rf"\s?(?:{listed('bylines', 'after')})$")  # behind a name where the language puts it there
_LETTERS = late(rf"(?:[^\W\d_][{MARKS}]*)++")
_SIGNED = 20
_AROUND = " -–—•·|()（）【】[]"  # of a line that is nothing but a byline
_MOST_SOLID = 12  # letters of a name in a script without blanks
_MONTH = either(name for names in words("dates", "months", "en") for name in names.split())
_WEEKDAY = either(names.split()[0] for names in words("dates", "weekdays", "en"))
_BEFORE_DATE, _CREDIT, _CHANGED = (listed("bylines", key) for key in ("before-dates", "other-credits", "behind-names"))
_TAIL = late(
    rf"\s(?:{_BEFORE_DATE})\s(?=\d)|\s(?:{_CREDIT})(?:\s?[:：・＝=]|\s[^\W\d_])"
    rf"|\s?[|•·●/—]\s?|\s[–—-]+\s|\s(?:on|in|for|at)\s|\s?(?:last )?(?:{_CHANGED})\b|\s?\(|\s{{2,}}"
    rf"|\s?(?:{_MONTH})\.?\s\d|\d|\s(?:{_WEEKDAY})\b",
    re.IGNORECASE,
)
_LIFE = late(
    r"([A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}\.?){1,3})(?:, \d{2})?,? "
    rf"(?:{listed('profiles', 'life-verbs')})\b"
)
_AND = rf"(?:{listed('bylines', 'and')}|&|\+)"
_BETWEEN = late(rf"\s?[,;、，،]\s?(?:{_AND}\s)?|\s(?:{_AND}|with)\s")
_CAPITALS = late(r"\b[A-ZÀ-Þ]{3,}\b")
_PARTICLES = PARTICLES | JOINS
_NOT_NAMES = frozenset(words("bylines", "not-in-names"))
# Whole lines that only announce a name, and what is written where nobody is named.
_NOTED = compiled(r"[\[{*#]")  # phrases in notation; the others are looked up


def _alone(key: str) -> tuple[frozenset[str], re.Pattern[str]]:
    lines = words("bylines", key)
    noted = "|".join(expression(phrase) for phrase in lines if _NOTED.search(phrase))
    return frozenset(phrase.lower() for phrase in lines), compiled(noted or r"(?!)", re.IGNORECASE)


_WITH_COLON, _ALONE = _alone("labels-with-colon"), _alone("by")
_ROLES = frozenset(words("bylines", "roles"))
_NOBODY = frozenset(word.lower() for word in words("bylines", "nobody"))
_UNNAMED = frozenset(words("bylines", "name-of-a-name"))
_FIRM = late(rf"\s(?:{listed('bylines', 'legal-forms')})$", re.IGNORECASE)
_GLUED = late(r"^([^\W\d][^:：]{1,19}[:：])(?=[^\W\d_])")  # "Written by:Ada Byrne", which is two inline elements
_ADDRESS = late(r"\s[(<]?[\w.+-]{1,64}@[\w.-]{1,255}[)>]?\s?$")  # papers print it behind the name
_ACCOUNT = late(r"([^\W\d_]{2,20}\d\w{0,10})(?=[\s,])")
_INSIDE_NAMES = late(r"[-'’.·・‧]")
_POSSESSIVE = ("'s", "’s")  # "Ada’s Harbour Letter" is a thing
_LONGEST = 200
_MOST_TOKENS = 5


def read(line: str) -> tuple[str, ...]:
    """The names in a line such as "By Ada Byrne and Max Roe, staff writers"; empty when it is no byline."""
    line = _ADDRESS.sub("", line)
    line = _GLUED.sub(r"\1 ", line.strip(_AROUND)) if ":" in line else line.strip(_AROUND)
    found = _BY.match(line) if len(line) <= _LONGEST else None
    if not found and not line.isascii() and len(line) <= _SIGNED and _ROLE.search(line):
        return names(line)  # "이안나 기자": the role behind the name is all that says so
    return names(line[found.end() :]) or _account(line[found.end() :]) if found else ()


def announced(line: str) -> str:
    """What stands behind "By" or "Words:" in a line, a name or not."""
    found = _BY.match(line)
    return line[found.end() :] if found else ""


def signature(text: str) -> tuple[int, int] | None:
    """Where name and role end in a text that begins as a signed note does: "Ada Byrne, Staff writer. Ada ..."."""
    name, _, rest = text[:_LONGEST].partition(", ")
    role, dot, told = rest.partition(". ")
    if not (dot and told and " " in name and is_name(name) and 0 < len(role.split()) <= _MOST_TOKENS):
        return None
    return len(name), len(name) + 2 + len(role)


def life(text: str) -> str:
    """The name with which a text begins that goes on as a life does: "Ada Byrne, 34, has covered ..."."""
    found = _LIFE.match(text[:_LONGEST])
    return found[1] if found and is_name(found[1]) else ""


def names(printed: str) -> tuple[str, ...]:
    """A list of names in print, as single names without roles, degrees and dates; empty unless it begins with one."""
    if sections.opens_author(printed):
        return ()  # "About the author" is a heading in every language
    cut = _TAIL.search(printed[:_LONGEST])
    if cut and _is_glued(printed, cut.start()):
        return ()
    pieces = _BETWEEN.split(printed[: cut.start()] if cut else printed[:_LONGEST])
    parts = [once(_ROLE.sub("", piece.strip(" .,:"))) for piece in pieces]
    if not parts or not is_name(parts[0]):
        return ()
    return tuple(dict.fromkeys((parts[0], *_further(parts[0], parts[1:]))))


def _is_glued(printed: str, at: int) -> bool:
    """Whether a figure belongs to a word, "bo2man", and to no date: "Ada Byrne3 May 2021"."""
    return printed[at].isdigit() and printed[at - 1 : at].isalpha() and not dates.begins(printed[at:])


def _account(printed: str) -> tuple[str, ...]:
    """Who signs with a word that has figures in it, before a date."""
    found = _ACCOUNT.match(printed)
    return (found[1],) if found and dates.iso(printed[found.end() :]) else ()


def once(name: str) -> str:
    """A name that markup holds twice, one for a narrow window: "Ada Byrne Ada Byrne"."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half > 1 and words[:half] == words[half:] else name


def _further(first: str, parts: Sequence[str]) -> Iterator[str]:
    """Names after the first. A role may hold an "and" itself, so after one only names with a known given name count."""
    role = False
    for part in parts:
        if (
            not is_name(part)
            or part.rsplit(maxsplit=1)[-1].lower() in _ROLES
            or (_CAPITALS.search(part) and not _CAPITALS.search(first))
        ):  # "Ada Byrne, NDR Kultur"
            role = True
        elif (" " in part or _SOLID.search(part)) and not (role and letters(part.split()[0]) not in given_names()):
            yield part


def without_role(name: str) -> str:
    """A name without the role that some languages write behind it."""
    return _ROLE.sub("", name) or name


def is_label(line: str) -> bool:
    """Whether a line only announces a name: "Autor:", "Por"."""
    said = line.rstrip(" :：").lower()
    if _is_listed(said, _WITH_COLON):
        return line[-1:] in ":："
    return _is_listed(said, _ALONE)


def _is_listed(said: str, lines: tuple[frozenset[str], re.Pattern[str]]) -> bool:
    plain, noted = lines
    return said in plain or noted.fullmatch(said) is not None


def is_placeholder(name: str) -> bool:
    """Whether it stands where nobody is named: "No Author", "Redaktion", the label itself."""
    said = " ".join(name.lower().split()).strip(" .:-")
    return said in _NOBODY or any(_is_listed(said, label) for label in (_ALONE, _WITH_COLON))


def is_unnamed(text: str) -> bool:
    """Whether it is what forms call the name: "Your name"."""
    return text.strip(" .|").lower() in _UNNAMED


def is_firm(name: str) -> bool:
    """Whether a name says by its legal form that it is a company's: "Lund & Roe GmbH"."""
    return _FIRM.search(name) is not None


def is_name(text: str) -> bool:
    """Whether a text has the form of a person's name: up to five capitalised words, particles and initials."""
    tokens = text.split()
    if not tokens or len(tokens) > _MOST_TOKENS or not tokens[0][0].isalpha():
        return False
    if tokens[-1] in _PARTICLES or all(token.lower() in _PARTICLES for token in tokens):
        return False  # "By Ada Byrne von"; a lone "Von" is a label, "Veena Das" a name
    return all(map(_is_name_part, tokens))


def _is_name_part(token: str) -> bool:
    bare = token.strip(".,")
    if token.lower() in _PARTICLES:
        return True
    if token.endswith(_POSSESSIVE):
        return False
    if not bare or (bare.lower() in _NOT_NAMES and not (len(bare) == 1 and token[0].isupper() and token[1:] == ".")):
        return False
    letters = _INSIDE_NAMES.sub("", bare)
    if not _LETTERS.fullmatch(letters) or letters[0].islower():
        return False
    return len(letters) <= _MOST_SOLID or not _SOLID.search(letters)
