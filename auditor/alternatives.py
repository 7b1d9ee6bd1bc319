"""Alternatives of an expression that ignores case, told apart by their first letters.

Lists of words become alternatives, and the machine tries one after the other. Where case counts it looks at the first
letter of each before, and where case is ignored it does not. Those that begin with one letter are put behind it, letter
by letter, so that one look passes over all of them. No two groups can match at one place, and within a group the order
stays: what the expression matches is the same.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from re import IGNORECASE
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_FEWEST = 4  # fewer are tried as quickly
_IGNORES_CASE = int(IGNORECASE)  # as a plain number: flags are slow
_LIKE_ASCII = "ıİſ\u212a"  # letters beyond ASCII that are letters of ASCII where case is ignored
_LIKE_OTHERS = "iks"  # those

_HOLDERS = frozenset(  # of one expression, behind what is asked of it
    (
        parser.ATOMIC_GROUP,
        parser.ASSERT,
        parser.ASSERT_NOT,
        parser.MAX_REPEAT,
        parser.MIN_REPEAT,
        parser.POSSESSIVE_REPEAT,
    )
)
_WITHIN = _HOLDERS | {parser.SUBPATTERN, parser.BRANCH}

Part = tuple[Any, Any]


def regrouped(parsed: Any, flags: int) -> Any:
    """A parsed expression with its alternatives in groups."""
    if not any(part[0] in _WITHIN for part in parsed.data):
        return parsed  # mostly
    return _pattern(parsed, [_part(part, flags) if part[0] in _WITHIN else part for part in parsed.data])


def _pattern(like: Any, parts: Sequence[Part]) -> Any:
    return parser.SubPattern(like.state, list(parts))


def _part(part: Part, flags: int) -> Part:
    operation, argument = part
    if operation is parser.SUBPATTERN:
        group, added, taken, inside = argument
        return operation, (group, added, taken, regrouped(inside, (flags | added) & ~taken))
    if operation in _HOLDERS:
        *asked, inside = argument if isinstance(argument, tuple) else (argument,)
        inside = regrouped(inside, flags)
        return operation, (*asked, inside) if asked else inside
    if operation is parser.BRANCH:
        branches = [regrouped(branch, flags) for branch in argument[1]]
        return operation, (None, _grouped(branches) if flags & _IGNORES_CASE else branches)
    return part


def _grouped(branches: Sequence[Any]) -> list[Any]:
    """Those that begin with a letter in groups; others stay where they are among them."""
    found: list[Any] = []
    for are_told, run in groupby(branches, key=_is_told):
        some = list(run)
        found += _by_letter(some) if are_told else some
    return found


def _is_told(branch: Any) -> bool:
    """Whether it begins with a character that is told from all others."""
    return bool(branch.data) and branch.data[0][0] is parser.LITERAL and chr(branch.data[0][1]) not in _LIKE_ASCII


def _by_letter(branches: Sequence[Any]) -> Iterator[Any]:
    if len(branches) < _FEWEST:
        yield from branches
        return
    groups: dict[int, list[Any]] = {}
    for branch in branches:
        first = branch.data[0][1]
        groups.setdefault(ord(chr(first).lower()) if first < 128 else -1, []).append(branch)
    for letter, group in groups.items():
        if letter < 0:
            yield from group
        else:
            yield _behind(letter, group)


def _behind(letter: int, group: Sequence[Any]) -> Any:
    """What follows the letter in each, behind it once."""
    first, others = group[0], [_pattern(one, one.data[1:]) for one in group]
    rest = others[0].data if len(others) == 1 else [(parser.BRANCH, (None, _grouped(others)))]
    return _pattern(first, [_letter(letter, first), *rest])


def _letter(letter: int, like: Any) -> Part:
    """In either case, as a class in which case counts: that is looked at before an alternative is tried."""
    cases = {ord(chr(letter).lower()), ord(chr(letter).upper())}
    if chr(letter) in _LIKE_OTHERS or len(cases) == 1:
        return parser.LITERAL, letter
    members = [(parser.LITERAL, case) for case in sorted(cases)]
    return parser.SUBPATTERN, (None, 0, _IGNORES_CASE, _pattern(like, [(parser.IN, members)]))
