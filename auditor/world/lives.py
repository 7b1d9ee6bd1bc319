"""What the text of a biography says of somebody; and what stands there instead when it says nothing."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from auditor.expressions import compiled, late
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.words.notation import expression
from auditor.world import shapes
from auditor.world.dates.days import may_be
from auditor.world.dates.names import numbers
from auditor.world.keyboard import is_stretch
from auditor.world.names import given_names, letters, short_forms

_SIGNED = late(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,2}\.\s(?=\S)")  # a name alone before the life
_QUOTED = late(r"[\"“„«]([^\"“”„«»]{8,300})[\"”“»]")
_QUOTES_AT_LEAST, _QUOTED_SHARE = 2, 0.8
FANS = 2  # sentences of nothing but fans; one is a joke that people make
_MESSAGE_SHARE = 0.4
_FILM = 3  # words of such talk, a verb and a part among them
_NOBODY_SENTENCES, _NOBODY_WORDS = 2, 10
_INNER_CAPITAL = late(r"(?<=[\w,;] )[^\W\d_a-z]\w|\d")
_TYPED = late(r"(?<![\w./:@-])[a-z;]{4,}(?![\w/@:])")
_VOWELS = late(r"[aeiouyäöüáéíóúàèìòùâêîôûåæøœãõ]", re.IGNORECASE)
_AGE = late(r"(?:\bage[d:]?\s|,\s|\bis\s|\(|^)(\d{2})(?=,|\)|\s?years?\s?old|\s(?:is|has|and)\b)")
_CAREER = late(r"\b(\d{2})\+?\s(?:years|yrs)(?!\sold)\s?(?:of|in|as|on|at|working|writing|cooking|’|')?")
_BORN = late(r"\b[Bb]orn (?:on )?((?:(\d{1,2})\.? )?([A-Z][a-z]{2})[a-z]{0,6}(?: (\d{1,2}),)? (\d{4}))\b")
_IN_BRACKETS = late(r": (\([a-z][a-z ]{1,30}\))")  # "Beat: (choose one)"
_NO_PHONE = late(r"(?:\+\d{1,3}[ -])?\(?000\)?[ .-]?000[ .-]?0000\b")
_EMPLOYED = late(
    r"\bis an? ((?:[A-Z][a-z]+ ){1,4}[A-Z]?[a-z]+) (?:at|for|with) "
    r"([A-Z][\w’'-]+(?:(?:, | and |, and )[A-Z][\w’'-]+){0,3})"
)
_PART = late(r"\b\d\.\d\s(?:children|kids|dogs|cats|wives|husbands|siblings)\b", re.IGNORECASE)


def _set(key: str) -> frozenset[str]:
    return frozenset(listed("biographies", key, "en"))


_LIFE, _SPEAKS, _VERBS = _set("life"), _set("speaks"), _set("verbs-of-lives")
_FAN, _FAN_OF, _HOW = _set("fan"), _set("fan-of"), _set("how-much")
_GLUE = frozenset(listed("function-words", "loose-ends", "en"))
_FILM_VERBS, _FILM_PARTS, _FILM_KINDS = _set("film-verbs"), _set("film-parts"), _set("film-kinds")
_ASKS, _UNFILLED, _MESSAGE = (
    compiled(rf"(?<!\w)(?:{'|'.join(map(expression, listed('biographies', key, 'en')))})(?!\w)", re.IGNORECASE)
    for key in ("asks", "unfilled", "messages")
)


class Fault(Struct, frozen=True):
    """Why a text is nobody's biography, and the part of it that shows so."""

    why: str
    start: int
    end: int


def fault(text: str, name: Sequence[str]) -> Fault | None:
    """The first reason found; `name`: the parts of the author's name, folded."""
    signed = _SIGNED.match(text)
    start = signed.end() if signed else 0
    life = Life(text[start:], name or (tuple(map(letters, signed[0].split())) if signed else ()))
    for why, find in _REASONS:
        if place := find(life):
            return Fault(why, start + place[0], start + place[1])
    return None


class Life(Struct, frozen=True):
    """What is printed as the life of somebody."""

    text: str
    name: Sequence[str]  # the parts of the author's name, folded


_Place = tuple[int, int]


def _whole(text: str, *, holds: bool) -> _Place | None:
    return (0, len(text)) if holds else None


def _asks(life: Life) -> _Place | None:
    found = _ASKS.search(life.text)
    return found.span() if found else None


def unfilled(text: str) -> tuple[int, int] | None:
    """Where a form shows how it is to be filled: "Sample Street", "City, ST"."""
    found = _UNFILLED.search(text)
    return found.span() if found else None


def _unfilled(life: Life) -> _Place | None:
    slots = list(_IN_BRACKETS.finditer(life.text))
    return (slots[0].start(1), slots[-1].end(1)) if len(slots) > 1 else unfilled(life.text)


def _message(life: Life) -> _Place | None:
    found = _MESSAGE.match(life.text.strip())
    return _whole(life.text, holds=found is not None and _MESSAGE_SHARE * len(life.text) <= found.end())


def _impossible(life: Life) -> _Place | None:
    """A day that no calendar has, more years of work than of life, a fraction of a child, a telephone of zeros."""
    if part := _PART.search(life.text) or _NO_PHONE.search(life.text):
        return part.span()
    if (born := _BORN.search(life.text)) and _is_no_day(born):
        return born.span(1)
    age, career = _AGE.search(life.text), _CAREER.search(life.text)
    return career.span() if age and career and int(career[1]) >= int(age[1]) else None


def _is_no_day(born: re.Match[str]) -> bool:
    """Whether a month has no such day."""
    day = int(born[2] or born[4] or 1)
    month = numbers("en", "months").get(born[3].lower(), -1) + 1
    return month > 0 and (day < 1 or not may_be(day, month, int(born[5])))


def is_quotations(text: str) -> bool:
    """Whether a text consists of what others have said."""
    found = _QUOTED.findall(text)
    return len(found) >= _QUOTES_AT_LEAST and sum(map(len, found)) >= _QUOTED_SHARE * len(text)


def _quotations(life: Life) -> _Place | None:
    return _whole(life.text, holds=is_quotations(life.text))


def _fans(life: Life) -> _Place | None:
    pieces = [words(life.text[a:b]) for a, b in sentences(life.text)]
    known = _FAN | _FAN_OF | _HOW
    pieces = [p for p in pieces if len(p) > 1 or known.isdisjoint(p)]  # "Entrepreneur." beside others is no other
    drawn = [p for p in pieces if len(p) > 1 and known.issuperset(p)]
    of_things = sum(not _FAN_OF.isdisjoint(p) for p in drawn)
    return _whole(life.text, holds=len(drawn) >= FANS and of_things >= 1 and len(drawn) >= len(pieces) - 1)


def _film(life: Life) -> _Place | None:
    found = words(life.text)
    verbs, parts, kinds = (len(told.intersection(found)) for told in (_FILM_VERBS, _FILM_PARTS, _FILM_KINDS))
    dense = verbs + parts + kinds >= max(_FILM, 0.15 * len(found))
    return _whole(life.text, holds=bool(verbs and parts and kinds) and dense and _LIFE.isdisjoint(found))


def _mashed(life: Life) -> _Place | None:
    """Keys hit at random, twice or more."""
    found = [m for m in _TYPED.finditer(life.text.lower()) if is_mashed(m[0])]
    return (found[0].start(), found[-1].end()) if len(found) > 1 else None


def is_mashed(word: str) -> bool:
    """Whether a word has no vowel, or is a stretch of one row of the keyboard."""
    bare = word.strip(".;").lower()
    return len(bare) > 3 and (
        is_stretch(bare)
        or (len(bare) > 4 and bare.isascii() and bare.isalpha() and not word.isupper() and not _VOWELS.search(bare))
    )


def _nobody(life: Life) -> _Place | None:
    """Sentences about something else: no name, nobody who speaks, no figure, no word of a life."""
    found = words(life.text)
    english = life.text.isascii() or not re.search(r"[À-ÿ]", life.text)
    told = english and len(sentences(life.text)) >= _NOBODY_SENTENCES and len(found) >= _NOBODY_WORDS
    told = told and sum(word in _GLUE for word in found) > 1
    about = _INNER_CAPITAL.search(life.text) or not (_LIFE | _SPEAKS).isdisjoint(found) or set(life.name) & set(found)
    return _whole(life.text, holds=told and life.text.rstrip()[-1:] in '.!?”"' and not about)


def _employed(life: Life) -> _Place | None:
    """A job like an index entry, or a town of a first name, beside an employer of two strangers' surnames."""
    found = _EMPLOYED.search(life.text)
    if not found or not shapes.is_surname_company(found[2].rstrip(" ,"), life.name):
        return None
    return found.span() if shapes.is_inverted_job(found[1]) or shapes.is_invented_town(life.text) else None


def _strangers(life: Life) -> _Place | None:
    """Two people or more, none of them the author, who are said to do something; one of them opens the text."""
    own = {form for part in life.name for form in (part, *short_forms(part))}
    found = [(m, letters((m[1] or m[2]).split()[0])) for m in _somebody().finditer(life.text)]
    others = [(m, first) for m, first in found if first in given_names() and not own & set(map(letters, m[0].split()))]
    people: list[str] = []
    for _, first in others:
        if not any(first == one or first in short_forms(one) for one in people):
            people.append(first)
    opens = bool(others) and others[0][0].start() == 0 and " " in (others[0][0][1] or "")
    return others[0][0].span(1) if len(life.name) > 1 and opens and len(people) > 1 else None


def _somebody_else(life: Life) -> _Place | None:
    """A sentence of another's life behind one of the author's: its first name is not his, and nothing introduced it.

    Pages with several authors put the wrong name beside a life, so the text itself must have named the author before.
    """
    own = {form for part in life.name for form in (part, *short_forms(part))}
    if not own:
        return None
    for start, end in sentences(life.text):
        opening = _opening().match(life.text, start, end)
        first = letters(opening[1]) if opening else ""
        if not opening or first in own or first not in given_names():
            continue
        whole = {letters(word) for word in opening[0].split()}
        before = words(life.text[:start])
        if own.isdisjoint(map(letters, before)):
            continue
        if own.isdisjoint(whole - {""} if opening[2] is None else {first}) and opening[1].casefold() not in before:
            return start, end
    return None


@cache
def _opening() -> re.Pattern[str]:
    """A first name, perhaps a surname, and a verb of lives."""
    verbs = "|".join(sorted(_VERBS))
    return compiled(rf"([A-Z][a-zà-ÿ’'-]{{1,20}})(\s[A-Z][\w’'-]{{1,20}})?\s(?:also\s|now\s|currently\s)?(?:{verbs})\b")


@cache
def _somebody() -> re.Pattern[str]:
    verbs = "|".join(sorted(_VERBS))
    return compiled(
        rf"(?:^|[.!?]\s|,\s)([A-Z][\w’'-]{{1,20}}(?:\s[A-Z][\w’'-]{{1,20}}){{0,2}})\s(?:{verbs})\b|"
        r"(?:^|[.!?]\s)(?:Contact|Reach|Email|Follow)\s([A-Z][\w’'-]{1,20})\s(?:at|on)\s"
    )


_REASONS: tuple[tuple[str, Callable[[Life], _Place | None]], ...] = (
    ("it asks for a biography", _asks),
    ("a pattern that nobody filled in", _unfilled),
    ("it is a message of a program", _message),
    ("it speaks of other people", _strangers),
    ("it goes on with somebody else", _somebody_else),
    ("its job and its employer are drawn from lists", _employed),
    ("it cannot be true", _impossible),
    ("it consists of quotations", _quotations),
    ("it is drawn from a list of catch phrases", _fans),
    ("it is computer talk from films", _film),
    ("it is random keystrokes", _mashed),
    ("it describes nobody", _nobody),
)
