"""The head of a compiled expression, in which it says with which characters a match begins.

The machine passes over all others in a search, letter by letter without trying the expression.
"""

import sys
from collections.abc import Iterable, Sequence
from re import _compiler as compiler  # type: ignore[attr-defined]
from typing import Any

from auditor.beginnings import ALL, ASCII, BEYOND, beginnings

_HEAD = 5  # words of a head before what it says of the beginning
_BY_LETTERS = 1  # says that it begins with certain letters in a row, for which the machine searches at once
_WORD = 0xFFFFFFFF


def headed(code: list[int], parsed: Iterable[tuple[Any, Any]], flags: int) -> list[int]:
    """The code with a head of our own, unless the one of Python's compiler says as much at a lower price."""
    head, skip, kind, least, most, *_ = code
    own = code[_HEAD : 1 + skip]
    if head != compiler.INFO or not least or kind & _BY_LETTERS or (own and compiler.CATEGORY not in own):
        return code
    begins = beginnings(parsed, flags)
    told = _charset(begins)
    if begins in (0, ALL):
        return code
    return [head, _HEAD - 1 + len(told), compiler.SRE_INFO_CHARSET, least, most, *told, *code[1 + skip :]]


def _charset(some: int) -> Sequence[int]:
    """A set as the machine looks characters up: by a bit, and what is beyond those at once."""
    beyond = some >= BEYOND
    bits = some % BEYOND | (beyond * (BEYOND - 1)) << ASCII
    bitmap = [bits >> at & _WORD for at in range(0, 2 * ASCII, _WORD.bit_length())]
    others = [compiler.RANGE, 2 * ASCII, sys.maxunicode] if beyond else []
    return [compiler.CHARSET, *bitmap, *others, compiler.FAILURE]
