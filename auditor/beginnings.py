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
from re import _parser as parser  # type: ignore[attr-defined]
from string import ascii_lowercase, ascii_uppercase
from typing import Any, NamedTuple

ASCII = 128
BEYOND = 1 << ASCII
ALL = 2 * BEYOND - 1
_IGNORES_CASE, _OF_ASCII = int(IGNORECASE), int(OF_ASCII)  # as plain numbers: flags are slow


class _Known(NamedTuple):
    first: int
    empty: bool  # it may match nothing, so that what follows may be the beginning


def beginnings(parsed: Iterable[tuple[Any, Any]], flags: int) -> int:
    """Of a parsed expression that matches one character at least."""
    return _sequence(parsed, flags).first


def _sequence(items: Iterable[tuple[Any, Any]], flags: int) -> _Known:
    first, within = 0, ALL
    for operation, argument in items:
        if operation is parser.ASSERT and argument[0] > 0 and not first:
            ahead = _sequence(argument[1], flags)  # stands where the match begins
            within &= ALL if ahead.empty else ahead.first
            continue
        known = _READERS.get(operation, _anything)(argument, flags)
        first |= known.first
        if not known.empty:
            return _Known(first & within, empty=False)
    return _Known(first & within, empty=True)


def _anything(_: Any, __: int) -> _Known:
    """Of whatever stood in a group before, of any character, and of what is new in Python."""
    return _Known(ALL, empty=True)


def _nothing(_: Any, __: int) -> _Known:
    return _Known(0, empty=True)


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
    if members[0][0] is parser.NEGATE:  # what is left out for sure, in the case in which it is written
        return ALL & ~_together(_of_ascii(member, flags) for member in members[1:])
    return _together(_member(member, flags) for member in members)


def _member(member: tuple[Any, Any], flags: int) -> int:
    operation, argument = member
    found = _of_ascii(member, flags)
    if operation is parser.CATEGORY:
        return found | BEYOND
    beyond = bool((argument[1] if operation is parser.RANGE else argument) >= ASCII)
    if not flags & _IGNORES_CASE:
        return found | BEYOND * beyond
    cased = found | (found & _SMALL) >> _APART | (found & _LARGE) << _APART
    return cased | BEYOND | (_LIKE_OTHERS if beyond else 0)


def _of_ascii(member: tuple[Any, Any], flags: int) -> int:
    operation, argument = member
    if operation is parser.CATEGORY:
        inside, is_negated = _CATEGORIES[argument]
        inside &= ~(_SEPARATORS if flags & _OF_ASCII else 0)
        return ALL & ~BEYOND & ~inside if is_negated else inside
    low, high = argument if operation is parser.RANGE else (argument, argument)
    return (1 << min(high, ASCII - 1) + 1) - (1 << low) if low < ASCII else 0


def _together(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)


def _bits(characters: Iterable[str]) -> int:
    return sum(1 << ord(character) for character in characters)


_EVERY = [chr(code) for code in range(ASCII)]
_SMALL, _LARGE, _APART = _bits(ascii_lowercase), _bits(ascii_uppercase), ord("a") - ord("A")
_LIKE_OTHERS = _bits("iIkKsS")  # where case is ignored, letters beyond ASCII are these, too
_WORD = _bits(one for one in _EVERY if one.isalnum() or one == "_")
_DIGIT, _SPACE = _bits(filter(str.isdecimal, _EVERY)), _bits(filter(str.isspace, _EVERY))
_CATEGORIES = {  # with whether they are what is none of these
    parser.CATEGORY_WORD: (_WORD, False),
    parser.CATEGORY_NOT_WORD: (_WORD, True),
    parser.CATEGORY_DIGIT: (_DIGIT, False),
    parser.CATEGORY_NOT_DIGIT: (_DIGIT, True),
    parser.CATEGORY_SPACE: (_SPACE, False),
    parser.CATEGORY_NOT_SPACE: (_SPACE, True),
}
_SEPARATORS = _bits("\x1c\x1d\x1e\x1f")  # no blanks to who reads ASCII alone
_READERS: Mapping[Any, Callable[[Any, int], _Known]] = {
    parser.LITERAL: lambda code, flags: _Known(_member((parser.LITERAL, code), flags), empty=False),
    parser.IN: lambda members, flags: _Known(_class(members, flags), empty=False),
    parser.SUBPATTERN: _group,
    parser.ATOMIC_GROUP: _sequence,
    parser.BRANCH: _either,
    parser.FAILURE: lambda _, __: _Known(0, empty=False),
    **dict.fromkeys((parser.AT, parser.ASSERT, parser.ASSERT_NOT), _nothing),
    **dict.fromkeys((parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT), _repeated),
}
