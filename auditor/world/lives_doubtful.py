"""Signs that a biography is hardly about the author: somebody else's first name does what it tells, or nobody does.

Each is sometimes wrong: boxes beside the wrong name, mottoes, jokes of programmers.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.world.lives import Fault
from auditor.world.lives_mixed import is_own
from auditor.world.lives_told import is_told
from auditor.world.names import given_names, letters

_FEWEST = 6  # words; fewer are a motto or a job
_PROSE = 16  # words; of 58 odd lives that were written for this the longest without any person has 13
_TO_A_COMMA = 3  # words; topics stand between commas, one by one
_SELF = late(r"\b(?:I|I['’]m|[Mm]y|[Ww]e|[Oo]ur)\b")
_CODE = late(
    r"\w{2,20}\((?!s\))[^()]{0,60}\)\s?[:;{]|\b\w+\.\w+\[|=>|\(\)\s?[;{]|\b(?:def|function|print|echo|console\.log)\s?\("
)
_CAPITAL = late(r"(?<=[\w,;] )[^\W\d_a-z]\w|\d")


def _set(key: str) -> frozenset[str]:
    return frozenset(listed("biographies", key, "en"))


_PERSONS = _set("life") | _set("speaks") | (_set("pronouns") - {"her", "them"})
_COMMON = frozenset(listed("stopwords", "common", "en")) | frozenset(listed("function-words", "loose-ends", "en"))
_JOB = late(r"\w{3,}(?:ist|ologist|ian|smith|maker|wright|keeper|woman|man)s?", re.IGNORECASE)


def doubt(text: str, name: Sequence[str], known: Collection[str], *, alone: bool) -> Fault | None:
    """The first sign found.

    Args:
        name: the parts of the author's name, folded.
        known: first names of others whom the page names as authors, folded.
        alone: it is all that is said of the author.
    """
    if other := _other(text, name, known):
        return Fault("it is about somebody else", *other)
    if found := _CODE.search(text):
        return Fault("it is a line of a program", *found.span())
    if alone and is_told(text, name):
        return Fault("it tells a story", 0, len(text))
    return Fault("it is about nobody", 0, len(text)) if alone and _is_about_nobody(text, name) else None


def _other(text: str, name: Sequence[str], known: Collection[str]) -> tuple[int, int] | None:
    """The sentence in which another's first name does something, in a text that has the author nowhere before it."""
    if len(name) < 2 or _SELF.search(text):
        return None
    return _opens(text, name) or _acts(text, name, known)


def _acts(text: str, name: Sequence[str], known: Collection[str]) -> tuple[int, int] | None:
    """The first sentence in which another's first name does something."""
    doing = list(_doing().finditer(text))
    if any(is_own(found[1], name) for found in doing):
        return None
    for start, end in sentences(text):
        told = [found for found in doing if start <= found.start(1) < end]
        before = words(text[: told[0].start(1)]) if told else ()
        if any(is_own(word, name) or word == told[0][1].lower() for word in before):
            return None
        if any(_is_foreign(m[1], name, known) and (m.start(1) == start or not m[2]) for m in told):
            return (start, end) if _is_sure(told[0], name) else None
    return None


def _opens(text: str, name: Sequence[str]) -> tuple[int, int] | None:
    """The first sentence, if a word that is no part of a known first name lives, works or writes in it.

    Of 60 biographies that begin with a name and such a verb all begin with the author's.
    """
    found = _doing().match(text)
    if not found or found[3] not in _set("verbs-of-lives") - {"is", "was"} or given_names().isdisjoint(name):
        return None
    first = found[1].lower()
    if first in _COMMON or first in _PERSONS or first.endswith("ly") or first[:1] == name[0][:1]:
        return None
    if is_own(found[1], name) or _set("verbs-of-persons").isdisjoint(words(text)):
        return None  # "Yorkshire has been home since 2003", "Football has taken her to forty countries"
    whole = [word for word in words(text) if is_own(word, name)]
    return None if whole and text.lower().find(whole[0]) < found.start(3) else next(iter(sentences(text)), None)


@cache
def _doing() -> re.Pattern[str]:
    """A first name and what it does: at the beginning of a clause, or behind a word that opens one."""
    verbs = _any(_set("verbs-of-lives") | _set("verbs-of-stories"))
    return compiled(
        rf"(?:^|[.!?;(,]\s|\b(?:{_any(_set('opens-clauses'))})\s|^)"
        rf"([A-Z][a-zà-ÿ]{{2,20}})(\s[A-Z][\w’'-]{{1,20}})?\s(?:(?:{_any(_set('between'))})\s)?"
        rf"(was [a-z]{{2,12}}ing|{verbs}|[a-z]{{2,12}}ed)\b"
    )


@cache
def _describes() -> re.Pattern[str]:
    opens, joins = _any(_set("opens-descriptions")), _any(_set("joins-descriptions"))
    return compiled(rf"(?:{opens})\s(?:[a-z-]{{2,20}}\s){{1,4}}(?:{joins})\s", re.IGNORECASE)


def _any(of: Collection[str]) -> str:
    return "|".join(sorted(of))


def _is_sure(doing: re.Match[str], name: Sequence[str]) -> bool:
    """Whether the author has a first name, or the other does what is only told in stories: boxes have headings, too."""
    tells = doing[3].endswith("ing") or doing[3] in _set("verbs-of-stories") - _set("verbs-of-lives")
    return tells or not given_names().isdisjoint(name)


def _is_foreign(first: str, name: Sequence[str], known: Collection[str]) -> bool:
    plain = letters(first)
    may_be_short = bool(name) and plain[:1] == name[0][:1]  # Molly for Mary, Dot for Dorothy
    return plain in given_names() and plain not in known and not may_be_short and not is_own(first, name)


def _is_about_nobody(text: str, name: Sequence[str]) -> bool:
    """Whether English has no name, no person, no figure and no word of a life: a list of words, or long enough a text.

    Short ones are what people like to say of themselves: "Between the kitchen and the keyboard, usually in that order".
    """
    found = words(text)
    if len(found) < _FEWEST or not text.isascii() or _CAPITAL.search(text) or letters(found[0]) in given_names():
        return False
    if _describes().match(text):
        return False  # "An introvert with a dream"
    listed_up = _COMMON.isdisjoint(found) and text.count(",") <= len(found) / _TO_A_COMMA
    if not listed_up and len(found) < _PROSE:
        return False
    return _PERSONS.isdisjoint(found) and not any(_JOB.fullmatch(w) or is_own(w, name) for w in found)
