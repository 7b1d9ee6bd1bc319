"""Expressions that may take time without end: those that can read one text in ever more ways.

Where a repetition stands in another, both may share out the same letters, and each further letter doubles what has to
be tried. Whether they do is tried: on texts made of what the repetition matches, a little longer each time, with an end
that cannot match.
"""

import re
import time
from collections.abc import Iterator, Sequence
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_FEWEST, _MOST = 4, 40  # repetitions; with each there are at least 1.6 times as many ways
_MOMENT = 0.02  # seconds; what does not share out takes some millionths
_MANY = 8  # from so many repetitions on they count
_LETTERS = "a0 A-.,_\"'/:;()[]{}<>=&%#*+?!|\\\n\tä中"
_NO_END = "\x01\x02"  # which hardly any expression matches
_MOST_TRIED = 40  # repetitions and alternatives of one expression
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)
_Node = tuple[Any, Any]


def backtracks(pattern: str, flags: int = re.IGNORECASE) -> str:
    """A text with which an expression takes time without end; empty where none was found."""
    parsed = list(_parser.parse(pattern, flags))
    if not any(_nests(node) for node in _all(parsed)):
        return ""
    search = re.compile(pattern, flags).search
    for number, (before, unit) in enumerate(_pumps(parsed, "")):
        if number < _MOST_TRIED and unit and (found := _slow(search, before, unit)):
            return found
    return ""


def _slow(search: Any, before: str, unit: str) -> str:
    for times in range(_FEWEST, _MOST):
        text = f"{before}{unit * times}{_NO_END}"
        if min(_seconds(search, text) for _ in range(2)) > _MOMENT:
            return text
    return ""


def _seconds(search: Any, text: str) -> float:
    begun = time.thread_time()
    search(text)
    return time.thread_time() - begun


def _nests(node: _Node) -> bool:
    """Whether it is a repetition with a further choice inside."""
    return _repeats(node) and any(_repeats(one) or one[0] is ops.BRANCH for one in _all(node[1][2]))


def _repeats(node: _Node) -> bool:
    return node[0] in _REPEATS and node[1][1] >= _MANY


def _all(nodes: Sequence[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        for part in _parts(node):
            yield from _all(part)


def _parts(node: _Node) -> list[list[_Node]]:
    """The sequences inside of a node; nothing is tried again inside of what is possessive or atomic."""
    what, value = node
    if what in _REPEATS:
        return [list(value[2])]
    if what is ops.BRANCH:
        return [list(one) for one in value[1]]
    if what is ops.SUBPATTERN:
        return [list(value[3])]
    return [list(value[1])] if what in (ops.ASSERT, ops.ASSERT_NOT) else []


def _pumps(nodes: Sequence[_Node], before: str) -> Iterator[tuple[str, str]]:
    """What may stand before each repetition, and what it repeats."""
    for node in nodes:
        if _nests(node):
            units = [_sample(list(node[1][2]), most=most) for most in (False, True)]
            units += [_sample(part, most=False) for one in _all(node[1][2]) for part in _parts(one)]
            yield from ((before, unit) for unit in dict.fromkeys(units))
        for part in _parts(node):
            yield from _pumps(part, before)
        before += _sample([node], most=False)


def _sample(nodes: Sequence[_Node], *, most: bool) -> str:
    """A text that matches: with all that may be left out, or without."""
    return "".join(_sample_of(node, most=most) for node in nodes)


def _sample_of(node: _Node, *, most: bool) -> str:
    what, value = node
    if what is ops.LITERAL:
        return chr(value)
    if what in (*_REPEATS, ops.POSSESSIVE_REPEAT):
        times = 1 if value[1] >= _MANY or most else 0
        return _sample(list(value[2]), most=most) * int(min(max(value[0], times), _MANY))
    if what in (ops.IN, ops.NOT_LITERAL, ops.ANY, ops.CATEGORY):
        return next(filter(lambda letter: _holds(node, letter), _LETTERS), "")
    if what is ops.ATOMIC_GROUP:
        return _sample(list(value), most=most)
    parts = [] if what in (ops.ASSERT, ops.ASSERT_NOT) else _parts(node)
    return _sample(parts[0], most=most) if parts else ""


def _holds(node: _Node, letter: str) -> bool:
    """Whether a node of one character matches it."""
    return re.fullmatch(_written(node), letter, re.DOTALL) is not None


_CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _written(node: _Node) -> str:
    what, value = node
    if what is ops.ANY:
        return "."
    if what is ops.CATEGORY:
        return str(_CATEGORIES[value])
    if what is ops.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    inside = "".join(_in_class(one) for one in value if one[0] is not ops.NEGATE)
    return f"[{'^' if value[0][0] is ops.NEGATE else ''}{inside}]"


def _in_class(node: _Node) -> str:
    what, value = node
    if what is ops.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CATEGORIES[value] if what is ops.CATEGORY else re.escape(chr(value))
