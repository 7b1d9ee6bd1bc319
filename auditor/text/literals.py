"""Strings without which a regular expression cannot match, read off the expression itself.

They spare a search most texts, as in RE2's FilteredRE2. What is said here is never more than what holds for every
match: where nothing can be said, the expression must be tried.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise, product
from re import IGNORECASE, _parser, error  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from auditor.expressions import late

_MOST = 48  # alternatives of one part; more of them stand in most texts anyway
_PARTS = 2  # of an expression that are asked for; a third spares next to nothing
_LONG = 6  # hardly any text holds a string of so many letters by chance
_SIGN = 3  # letters that say as much as one sign or accent: most texts have no brace, and every text has an "s"
_EVERYWHERE = frozenset(".,-")  # signs that alone say as little as a letter
_SELDOM, _RARE = "jqxz", 1.5  # letters of which two together, "xx", stand in few texts
_LITTLE = 3  # what says less is not asked for: one search for it costs as much as trying the expression
_CLASS = 12  # characters of a class that are told apart
# Letters that are one where case is ignored, but that `str.lower` leaves apart.
_SAME = str.maketrans(
    "ıſµςϐϑϕϖϰϱϵẛﬆᲀᲁᲂᲃᲄᲅᲆᲇᲈ\u0345\u1fbe\u1fd3\u1fe3",
    "isμσβθφπκρεṡﬅвдосттъѣꙋιι\u0390\u03b0",
    "\u0307",  # a dotted capital I leaves it behind
)
# What stands for characters that literals cannot tell.
BEYOND_ASCII = "\x80"  # any character that is not ASCII
BEYOND_MARKS = "\x81"  # any of those that is none of the marks that printers set: some page of two has those
HUMP = "\x82"  # a capital right behind a small letter, both of ASCII
PRINTED = "’‘“”„–—…«»·•\xa0"
_BEYOND = 0x80
_LIKE_ASCII = (0x130, 0x131, 0x17F, 0x212A)  # i, s and k where case is ignored
_APART = late(f"[{''.join(map(chr, _SAME))}]")

Literals = frozenset[str]
_EMPTY = frozenset(("",))


class _Known(NamedTuple):
    exact: Literals | None  # all strings that a part matches, where those are few
    needed: tuple[Literals, ...]  # of each of these sets one stands in each match


_UNKNOWN = _Known(None, ())
_NOTHING = _Known(_EMPTY, ())


def lowered(text: str) -> str:
    """A text in which literals are looked up; not always of the same length."""
    text = text.lower()
    return text.translate(_SAME) if not text.isascii() and _APART.search(text) else text


_READ: dict[str, tuple[Literals, ...]] = {}
_KNOWN: set[str] = set()


def literals(pattern: str) -> tuple[Literals, ...]:
    """Sets of strings of each of which every match holds one, case ignored; none when nothing can be said."""
    if pattern not in _READ:
        _READ[pattern] = _literals(pattern)
    return _READ[pattern]


def is_known(pattern: str) -> bool:
    """Whether it was read off a card that was found in order."""
    return pattern in _KNOWN


def know(read: Mapping[str, tuple[Literals, ...]]) -> None:
    """What was read off expressions before."""
    _READ.update(read)
    _KNOWN.update(read)


def _literals(pattern: str) -> tuple[Literals, ...]:
    try:
        return _sequence(_parser.parse(pattern)).needed
    except (error, RecursionError):
        return ()  # who compiles it will be told


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Known:
    """What is known of parts that follow each other."""
    run, needed, whole = _EMPTY, list[Literals](), True
    for operation, argument in items:
        known = _part(str(operation), argument)
        if known.exact is not None and len(run) * len(known.exact) <= _MOST:
            run = frozenset(map("".join, product(run, known.exact)))
        else:
            needed += (run, *known.needed)
            run, whole = known.exact or _EMPTY, False
    return _Known(run if whole else None, _best((*needed, run)))


def _best(found: Iterable[Literals]) -> tuple[Literals, ...]:
    telling = {frozenset(_shortest(one)) for one in found if min(map(_told, one)) >= _LITTLE}
    return tuple(sorted(telling, key=_worth, reverse=True)[:_PARTS])


def _shortest(found: Literals) -> Iterable[str]:
    """Those that hold none of the others."""
    return (one for one in found if not any(other in one and other != one for other in found))


def _worth(found: Literals) -> tuple[bool, float, int, list[str]]:
    """Strings before kinds of characters, what says much before others, then few."""
    return BEYOND_ASCII not in found, min(_LONG, *map(_told, found)), -len(found), sorted(found)


def _told(text: str) -> float:
    if text in _EVERYWHERE:
        return 1
    mixed = any(map(str.isdecimal, text)) and any(map(str.isalpha, text))  # "8k" stands in as few texts as "xx"
    return sum(map(_said, text)) + mixed


def _said(character: str) -> float:
    if character.isspace():
        return 0
    if not (character.isascii() and character.isalnum()):
        return _SIGN
    return _RARE if character in _SELDOM else 1


def _part(operation: str, argument: Any) -> _Known:
    if operation.startswith(("AT", "ASSERT_NOT")) and operation != "ATOMIC_GROUP":
        return _NOTHING
    if operation == "ASSERT":  # what is looked at stands in the text, though not in the match
        beside = _sequence(argument[1])
        needed = _best((*beside.needed, beside.exact or _EMPTY))
        return _Known(None, needed) if needed else _NOTHING
    reader = _READERS.get(operation)
    return reader(argument) if reader else _UNKNOWN


def _exactly(strings: Iterable[str]) -> _Known:
    found = frozenset(strings)
    return _Known(found, _best((found,)))


def _class(members: Sequence[tuple[Any, Any]]) -> _Known:
    found: set[str] = set()
    for operation, argument in members:
        if str(operation) not in ("LITERAL", "RANGE"):
            return _UNKNOWN
        low, high = (argument, argument) if str(operation) == "LITERAL" else argument
        if high - low >= _CLASS:
            return _beyond_ascii(members)
        found.update(lowered(chr(code)) for code in range(low, high + 1))
    return _exactly(found) if len(found) <= _CLASS else _beyond_ascii(members)


def _beyond_ascii(members: Sequence[tuple[Any, Any]]) -> _Known:
    """What is known of a large class: that a text of ASCII has none of it, not even where case is ignored."""
    if any(str(operation) not in ("LITERAL", "RANGE") for operation, _ in members):
        return _UNKNOWN
    ranges = [(argument, argument) if str(operation) == "LITERAL" else argument for operation, argument in members]
    ascii_ = any(low < _BEYOND or any(low <= code <= high for code in _LIKE_ASCII) for low, high in ranges)
    printed = any(low <= ord(mark) <= high for low, high in ranges for mark in PRINTED)
    return _UNKNOWN if ascii_ else _Known(None, (frozenset((BEYOND_ASCII if printed else BEYOND_MARKS,)),))


def _either(branches: Sequence[_Known]) -> _Known:
    exact = [known.exact for known in branches if known.exact is not None]
    if len(exact) == len(branches) and sum(map(len, exact)) <= _MOST:
        return _exactly(frozenset[str]().union(*exact))
    needed = [known.needed[0] for known in branches if known.needed]
    return _Known(None, _best((frozenset[str]().union(*needed),)) if len(needed) == len(branches) else ())


def _repeated(least: int, most: int, items: Any) -> _Known:
    known = _sequence(items)
    if least == 0:
        return _exactly((*known.exact, "")) if most == 1 and known.exact is not None else _UNKNOWN
    if least == most == 1:
        return known
    if known.exact is not None and len(known.exact) == 1:
        again = frozenset(one * min(least, _LONG) for one in known.exact)
        return _Known(again if least == most <= _LONG else None, _best((again,)))
    return _Known(None, known.needed)


def _group(asked: Sequence[Any]) -> _Known:
    """Of a group in which case counts it may be known that it holds a hump."""
    known = _sequence(asked[-1])
    if not asked[2] & IGNORECASE or not _has_hump(list(asked[-1])):
        return known
    return _Known(None, _best((*known.needed, frozenset((HUMP,)))))


def _has_hump(items: Sequence[tuple[Any, Any]]) -> bool:
    return any(_is_of(_end(a, last=True), "a", "z") and _is_of(_end(b), "A", "Z") for a, b in pairwise(items))


def _end(item: tuple[Any, Any], *, last: bool = False) -> tuple[Any, Any]:
    """The first or last part of one that stands at least once."""
    while str(item[0]) == "SUBPATTERN" or (str(item[0]) in _REPEATS and item[1][0]):
        inside = list(item[1][-1])
        if not inside:
            break
        item = inside[-1 if last else 0]
    return item


def _is_of(item: tuple[Any, Any], low: str, high: str) -> bool:
    """Whether a part is one class of such letters."""
    operation, argument = item
    return str(operation) == "IN" and [(str(kind), own) for kind, own in argument] == [("RANGE", (ord(low), ord(high)))]


_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_READERS: Mapping[str, Callable[[Any], _Known]] = {
    "LITERAL": lambda code: _exactly((lowered(chr(code)),)),
    "IN": _class,
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": _sequence,
    "BRANCH": lambda branches: _either([_sequence(branch) for branch in branches[1]]),
} | dict.fromkeys(_REPEATS, lambda repeat: _repeated(*repeat))
