"""Signs that a biography is another person's, or two persons': the name it opens with, and what it says of the sexes.

The lists of first names are small, so they decide only where nothing else does: whoever is called otherwise than the
author, does what only people do or is "he" or "she" afterwards, and stands beside an author who is nowhere named.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.words.weights import weights
from auditor.world.lives import Fault
from auditor.world.names import given_names, letters, short_forms

_ALIKE = 3  # letters that a name and its short form share
_NEAR = 8  # words behind a verb in which a profession says that its subject is a person


def _set(key: str) -> frozenset[str]:
    return frozenset(listed("biographies", key, "en"))


_HE, _SHE = _set("of-a-man"), _set("of-a-woman")
_KIN = _set("kin")
_COMMON = frozenset(listed("stopwords", "common", "en")) | _HE | _SHE
_PROFESSIONS = frozenset(listed("profiles", "professions", "en"))
_RELATIVES = _set("he-is") | _set("she-is")
_RELATED = late(
    r"(?:^|\b(?:is|and|as)\s|,\s)(?:an?\s|the\s)?(?:[a-z]+\s)?"
    rf"({'|'.join(sorted(_RELATIVES))})(?:\s(?:of|to)\b|,)",
    re.IGNORECASE,
)
_TITLES = "|".join(sorted(word.capitalize() for word in listed("names", "forms-of-address", "en")))
_PRESENTS = late(
    rf"\b(?:I['’]m|I am|[Mm]y name is) (?:({_TITLES})\.? )?([A-Z][a-zà-ÿ]{{1,20}})(?: ([A-Z][\w’'-]{{1,20}}))?\b"
)
_DIED = late(r"\b(?:he|she) (?:died|passed away)\b")
_DOES = late(r"\b(?:is (?:our|an?|the)|writes|covers|edits|reports|lives|works)\b")
_OPENING = 60  # characters in which it stands
_ANY = "|".join(sorted(_HE | _SHE))
_EITHER = late(rf"\b(?:s/he|(?:{_ANY})(?:/|\sor\s)(?:{_ANY}))\b")


def is_own(word: str, name: Sequence[str]) -> bool:
    """Whether a word is a part of the name, a form of one, or begins or lies in one."""
    plain = letters(word)
    forms = {form for part in name for form in (part, *short_forms(part))}
    if plain in forms or plain.removesuffix("s") in forms:
        return True
    return len(plain) >= _ALIKE and any(plain in part or part[:_ALIKE] == plain[:_ALIKE] for part in name)


def fault(text: str, name: Sequence[str], known: Collection[str]) -> Fault | None:
    """The first sign found; `known`: first names of others whom the page names as authors, folded."""
    if place := opens_with_another(text, name, known) or _presents(text, name, known):
        return Fault("it is about somebody else", *place)
    if two_sexes(text, name or _opening_name(text)):
        return Fault("it speaks of a man and of a woman", 0, len(text))
    dead = _DIED.search(text) if _works(text, name) else None
    return Fault("it tells what the author does, and of the death", *dead.span()) if dead else None


def _opening_name(text: str) -> tuple[str, ...]:
    """The parts of the name with which a text begins."""
    found = _opening().match(text)
    return tuple(map(letters, found[1].split())) if found else ()


def _works(text: str, name: Sequence[str]) -> bool:
    """Whether a text begins with what the author is or does; who "is remembered" may have died."""
    found = _DOES.search(text[:_OPENING])
    return found is not None and any(is_own(word, name) for word in words(text[: found.start()]))


def two_sexes(text: str, name: Sequence[str]) -> bool:
    """Whether a text calls its only person "he" and "she", or a mother "he".

    Of 2,472 biographies one has both, and tells of a husband.
    """
    found = frozenset(words(text))
    he, she = bool(found & _HE), bool(found & _SHE)
    related = {m[1].lower() for m in _RELATED.finditer(text)}
    he, she = he or bool(related & _set("he-is")), she or bool(related & _set("she-is"))
    alone = not found & (_KIN - related) and not _EITHER.search(text.lower())
    return he and she and alone and not _names_others(text, name)


def _names_others(text: str, name: Sequence[str]) -> bool:
    """Whether somebody else may be meant by a pronoun."""
    return any(letters(word) in given_names() and not is_own(word, name) for word in re.findall(r"[A-Z]\w+", text))


def opens_with_another(text: str, name: Sequence[str], known: Collection[str]) -> tuple[int, int] | None:
    """The first sentence, if it is about a person of another name, and the author, who has a first name, is nowhere."""
    found = _opening().match(text) or _led_in().match(text)
    if not found or len(name) < 2 or given_names().isdisjoint(name) or not _is_nowhere(name, text):
        return None
    called = [letters(word) for word in found[1].split()]
    if any(_may_be(word, name) for word in called[:1]) or any(is_own(word, name) for word in called):
        return None
    if called[0] in known or not _is_person(found, called, text):
        return None
    return next(iter(sentences(text)), None)


def _may_be(first: str, name: Sequence[str]) -> bool:
    """Whether a first name may be a short form of the author's: Molly for Mary, Dot for Dorothy."""
    return bool(name) and first[:1] == name[0][:1]


def _presents(text: str, name: Sequence[str], known: Collection[str]) -> tuple[int, int] | None:
    """ "I'm Grace", beside another first name."""
    said = _PRESENTS.search(text)
    if not said or len(name) < 2 or given_names().isdisjoint(name):
        return None
    called = [word for word in said.group(2, 3) if word]
    if any(is_own(word, name) for word in called) or (len(called) == 1 and not _is_nowhere(name, text)):
        return None
    first = letters(called[0])
    return said.span() if first not in known and (said[1] or first in given_names()) else None


def _is_nowhere(name: Sequence[str], text: str) -> bool:
    forms = {form for part in name for form in (part, *short_forms(part))}
    return forms.isdisjoint(letters(word).removesuffix("s") for word in words(text)) and forms.isdisjoint(words(text))


def _is_person(found: re.Match[str], called: list[str], text: str) -> bool:
    """Whether a name is a person's: by its first part, or by what is said behind it."""
    given, small = called[0] in given_names(), weights("en", "small")
    if given and found[2] in _set("verbs-of-persons"):
        return True
    if any(word in small or word in _PROFESSIONS or word in _COMMON for word in called):
        return False
    told = words(text[found.end() :])
    spoken_of = not (_HE | _SHE).isdisjoint(told) or not _PROFESSIONS.isdisjoint(told[:_NEAR])
    return spoken_of or (given and found[2] in _set("verbs-of-lives"))


@cache
def _opening() -> re.Pattern[str]:
    """A name, what stands in brackets or between commas behind it, and what the person does."""
    presenting = "|".join(map(re.escape, listed("biographies", "presenting", "en")))
    return compiled(
        rf"(?:(?:{presenting}) )?(?:(?:{_TITLES})\.? ){{0,2}}"
        r"([A-Z][\w’'-]{1,20}(?: (?:[A-Z][\w’'-]{0,20}\.?|de|van|der|von|da|la|bin|el)){0,3})"
        rf"(?: \([^()]{{1,40}}\))?(?:, [^.]{{2,80}}?,)? (?:(?:{_either('between')}) )?"
        rf"({_either('verbs-of-persons')}|is|was|has|[a-z-]{{2,14}}(?:s|ed))\b"
    )


@cache
def _led_in() -> re.Pattern[str]:
    """The same behind a phrase that leads to it: "Before joining us Grace ran ..."."""
    verbs = f"{_either('verbs-of-lives')}|{_either('verbs-of-persons')}"
    return compiled(
        rf"(?:{_either('leads-in')}) [a-z\d][^.!?;]{{2,100}}? ([A-Z][a-zà-ÿ]{{2,20}})(?: [A-Z][\w’'-]{{1,20}})? "
        rf"(?:(?:{_either('between')}) )?({verbs})\b"
    )


def _either(key: str) -> str:
    return "|".join(sorted(_set(key)))
