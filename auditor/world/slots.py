"""What stands between brackets: an empty slot, by its grammar, or something that a writer put there.

A slot asks for something ("insert quote from owner"), points at its place ("link here"), belongs to the reader ("your
company name"), is written like a variable (`FIRST_NAME`), is blank ("XX", "TBD"), or is made of nothing but the names
of things that forms ask for ("Founder's Name", "City").
"""

import re
from enum import IntEnum
from functools import cache

from auditor.expressions import compiled, late
from auditor.model.scripts import is_unspaced
from auditor.text.words import words
from auditor.words import words as listed

_CONSTANT = late(r"[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,5}")
_VARIABLE = late(r"[a-z]{2,30}(?:[_.][a-zA-Z]{2,30}){1,4}")
_BLANK = late(r"_{2,}|X{2,}|x{3,}|\?{3,}|TB[ACD]|TK|TKTK|0{3,}")
_SHORTEST = 3
_LONGEST = 8  # words of a slot that is named and not described
_LONGEST_UNSPACED = 24  # characters of one in a script without blanks


class Slot(IntEnum):
    NO = 0
    MEDIUM = 1  # "photo", "source": beside other slots
    MAYBE = 2  # two different ones make a slot of both
    SURE = 3


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(listed("slots", key))


def slot(content: str) -> Slot:
    """Whether what stands between two brackets waits to be filled."""
    content = content.strip()
    if _BLANK.fullmatch(content) or _CONSTANT.fullmatch(content):
        return Slot.SURE
    if _VARIABLE.fullmatch(content):
        return Slot.NO if _list("thing").isdisjoint(re.split(r"[_.]", content.lower())) else Slot.SURE
    if content == "X":
        return Slot.MAYBE
    if is_unspaced(content):
        return _unspaced(content)
    head = content.partition(",")[0]  # "FIRST NAME LAST NAME, shopkeeper"
    tokens, first = ([token.replace("’", "'") for token in words(part)] for part in (content, head))
    return _asks(tokens) or _names(content, tokens) or (_names(head, first) if head.isupper() else Slot.NO)


def odd(content: str) -> Slot:
    """The same between marks that writers do not use for insertions: one name of a thing suffices."""
    told = words(content)
    if not told or len(told) > _LONGEST or any(len(word) < _SHORTEST for word in told):
        return Slot.NO  # letters and sounds, of which linguists speak
    return (slot(content) and Slot.SURE) or Slot.MEDIUM


def _asks(tokens: list[str]) -> Slot:
    """An order with what is ordered, or the place of a thing."""
    if len(tokens) < 2:
        return Slot.NO
    first, last = tokens[0], tokens[-1]
    if first in _list("ask") or (last in _list("ask") - _list("thing") and _wanted(tokens[:-1])):
        return Slot.SURE
    if first in _list("ask-for"):
        return Slot.SURE if _wanted(tokens[1:]) else Slot.NO
    if first in _list("yours") and len(tokens) <= _LONGEST:
        return Slot.SURE if _wanted(tokens[1:]) else Slot.NO
    return Slot.SURE if last in _list("here") | _list("later") and _wanted(tokens[:-1]) else Slot.NO


def _wanted(tokens: list[str]) -> bool:
    """Whether a thing is among some words, or the last part of a compound ("Stadtnamen")."""
    things = _list("thing") | _list("medium")
    return any(token in things or token.endswith(_tails()) for token in tokens)


@cache
def _tails() -> tuple[str, ...]:
    return listed("slots", "tails")


def _unspaced(content: str) -> Slot:
    """The same for scripts without blanks: an order and a thing, or nothing but parts of names of things."""
    things, found = _list("thing"), set(_parts().findall(content))
    if len(content) > _LONGEST_UNSPACED or found.isdisjoint(things | _list("medium")):
        return Slot.NO
    if not found.isdisjoint(_list("ask") | _list("here")):
        return Slot.SURE
    if _parts().sub("", content).strip():
        return Slot.NO
    return Slot.MEDIUM if found.isdisjoint(things) else Slot.SURE if len(found) > 1 else Slot.MAYBE


@cache
def _parts() -> re.Pattern[str]:
    parts = frozenset().union(*map(_list, ("ask", "yours", "here", "thing", "medium", "kind", "joint")))
    solid = sorted(filter(is_unspaced, parts), key=lambda part: (-len(part), part))  # the same in each run
    return compiled("|".join(map(re.escape, solid)))


def _names(content: str, tokens: list[str]) -> Slot:
    """Nothing but names of things."""
    telling = [token for token in tokens if token not in _list("joint")]
    things = [token for token in telling if token in _list("thing")]
    known = _list("thing") | _list("kind") | _list("medium")
    if not telling or len(tokens) > _LONGEST or not known.issuperset(telling):
        return Slot.NO
    if not things:
        return Slot.MEDIUM
    capital = content[0].isupper()
    if len(telling) > 1:
        return Slot.SURE if capital or len(things) > 1 else Slot.MAYBE
    return Slot.SURE if capital and telling[0] in _list("bare") else Slot.MAYBE
