"""What was measured of a text, kept from one audit to the next: an editor's text hardly changes between two keys.

Nothing is kept until somebody asks for it with `turn`, and then only what the last two audits needed. What is kept is
a measure of values that are equal again, so an audit that remembers and one that does not come to the same report.
One thread at a time.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import ClassVar, ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")


class _Memory:
    """`now` is None where nothing is kept."""

    now: ClassVar[dict[Hashable, object] | None] = None
    before: ClassVar[dict[Hashable, object]] = {}


def turn() -> None:
    """Begin another audit: what neither it nor the one before asks for is forgotten."""
    _Memory.before, _Memory.now = _Memory.now or {}, {}


def forget() -> None:
    """Keep nothing any more."""
    _Memory.now, _Memory.before = None, {}


def recalled(key: Hashable, measure: Callable[[], _R]) -> _R:
    """A measure that follows from its key."""
    now = _Memory.now
    if now is None:
        return measure()
    if key not in now:
        now[key] = _Memory.before[key] if key in _Memory.before else measure()
    return now[key]  # type: ignore[return-value]


def remembered(measure: Callable[_P, _R]) -> Callable[_P, _R]:
    """A pure function of hashable values, whose results nobody changes."""

    @wraps(measure)
    def kept(*given: _P.args, **named: _P.kwargs) -> _R:
        if _Memory.now is None or named:
            return measure(*given, **named)
        return recalled((measure, given), lambda: measure(*given, **named))

    return kept
