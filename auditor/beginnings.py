"""The characters with which a match of a regular expression can begin, so that a search passes over all others.

Python's compiler says so where an expression begins with a letter or a class. One that begins with a border, a look
behind or with alternatives is tried at every character of a text, at ten times the price.

A set is a number: a bit for each character of ASCII, and one for all beyond. It may hold more than what can begin a
match, and never less.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from re import ASCII as OF_ASCII
from re import IGNORECASE
from typing import Any, NamedTuple

ASCII = 128
BEYOND = 1 << ASCII
ALL = 2 * BEYOND - 1
_LIKE_OTHERS = "iIkKsS"  # where case is ignored, letters beyond ASCII are these, too


class _Known(NamedTuple):
    first: int
    empty: bool  # it may match nothing, so that what follows may be the beginning


_ANYTHING = _Known(ALL, empty=True)  # whatever stood in a group before, any character, or what is new in Python
_NOTHING = _Known(0, empty=True)


def beginnings(parsed: Iterable[tuple[Any, Any]], flags: int) -> int:
    """Of a parsed expression that matches one character at least."""
    return _sequence(parsed, flags).first


def _sequence(items: Iterable[tuple[Any, Any]], flags: int) -> _Known:
    first, within = 0, ALL
    for operation, argument in items:
        if str(operation) == "ASSERT" and argument[0] > 0 and not first:
            ahead = _sequence(argument[1], flags)  # stands where the match begins
            within &= ALL if ahead.empty else ahead.first
            continue
        known = _part(str(operation), argument, flags)
        first |= known.first
        if not known.empty:
            return _Known(first & within, empty=False)
    return _Known(first & within, empty=True)


def _part(operation: str, argument: Any, flags: int) -> _Known:
    reader = _READERS.get(operation)
    return reader(argument, flags) if reader else _ANYTHING


def _group(asked: Sequence[Any], flags: int) -> _Known:
    _, added, taken, inside = asked
    return _sequence(inside, (flags | added) & ~taken)


def _either(asked: Sequence[Any], flags: int) -> _Known:
    branches = [_sequence(branch, flags) for branch in asked[1]]
    return _Known(_together(branch.first for branch in branches), any(branch.empty for branch in branches))


def _repeated(asked: Sequence[Any], flags: int) -> _Known:
    least, _, inside = asked
    known = _sequence(inside, flags)
    return _Known(known.first, known.empty or not least)


def _class(members: Sequence[tuple[Any, Any]], flags: int) -> int:
    if str(members[0][0]) == "NEGATE":  # what is left out for sure, in the case in which it is written
        return ALL & ~_together(_of_ascii(member, flags) for member in members[1:])
    return _together(_member(member, flags) for member in members)


def _member(member: tuple[Any, Any], flags: int) -> int:
    operation, argument = member
    found = _of_ascii(member, flags)
    if str(operation) == "CATEGORY":
        return found | BEYOND
    beyond = bool((argument[1] if str(operation) == "RANGE" else argument) >= ASCII)
    if not flags & IGNORECASE:
        return found | BEYOND * beyond
    letters = [chr(code) for code in range(ASCII) if found >> code & 1]
    cased = {case for letter in letters for case in (letter.lower(), letter.upper())}
    return _bits(cased.union(_LIKE_OTHERS if beyond else ())) | BEYOND


def _of_ascii(member: tuple[Any, Any], flags: int) -> int:
    operation, argument = member
    if str(operation) == "CATEGORY":
        name = str(argument).removeprefix("CATEGORY_")
        inside: int = _CATEGORIES[name.removeprefix("NOT_")] & ~(_SEPARATORS if flags & OF_ASCII else 0)
        return ALL & ~BEYOND & ~inside if name.startswith("NOT_") else inside
    low, high = argument if str(operation) == "RANGE" else (argument, argument)
    return sum(1 << code for code in range(low, min(high, ASCII - 1) + 1))


def _together(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)


def _bits(characters: Iterable[str]) -> int:
    return sum(1 << ord(character) for character in characters)


_EVERY = [chr(code) for code in range(ASCII)]
_CATEGORIES = {
    "WORD": _bits(one for one in _EVERY if one.isalnum() or one == "_"),
    "DIGIT": _bits(filter(str.isdecimal, _EVERY)),
    "SPACE": _bits(filter(str.isspace, _EVERY)),
}
_SEPARATORS = _bits("\x1c\x1d\x1e\x1f")  # no blanks to who reads ASCII alone
_READERS: Mapping[str, Callable[[Any, int], _Known]] = {
    "LITERAL": lambda code, flags: _Known(_member(("LITERAL", code), flags), empty=False),
    "IN": lambda members, flags: _Known(_class(members, flags), empty=False),
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": _sequence,
    "BRANCH": _either,
    **dict.fromkeys(("AT", "ASSERT", "ASSERT_NOT"), lambda _, __: _NOTHING),
    **dict.fromkeys(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"), _repeated),
}
