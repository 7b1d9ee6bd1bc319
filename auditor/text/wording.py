"""Wordings: the regular expressions of a card, of which most texts need not be searched for any."""

import re
from collections.abc import Collection
from functools import cache

from auditor.expressions import compiled
from auditor.remembering import remembered
from auditor.text.intervals import apart
from auditor.text.literals import literals


class Wording(tuple[str, ...]):
    """Regular expressions, case ignored. Which texts may be passed over follows from them and is written nowhere."""

    __slots__ = ()


NONE = Wording()


@cache
def needles(wording: tuple[str, ...]) -> frozenset[str]:
    """All strings that are looked for to know where these expressions may match."""
    return frozenset(needle for pattern in wording for either in literals(pattern) for needle in either)


@cache
def always(wording: tuple[str, ...]) -> bool:
    """Whether one of them says nothing of the texts in which it may match."""
    return not all(map(literals, wording))


def matches(patterns: Collection[str], text: str) -> list[tuple[int, int]]:
    """Where they match, none over another; of those that overlap the first and longest."""
    return _matches(tuple(patterns), text)


@remembered
def _matches(patterns: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    found = [match.span() for pattern in patterns for match in _compiled(pattern).finditer(text)]
    return apart((start, end) for start, end in found if end > start) if found else []


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern, re.IGNORECASE)
