"""Regular expressions that are compiled when they are first used, and what compiling made of them.

They are what Python's compiler makes, but for what their head says of the characters with which a match begins.

A short run needs few of them. Those that an earlier run needed are made of what was kept then: Python's compiler of
expressions is written in Python and takes a quarter of a run on one small file.
"""

import re
from array import array
from typing import Any, cast

from msgspec import Struct

from auditor.prepared import Growing

try:
    import _sre as machine  # type: ignore[import-not-found]
    from re import _compiler as compiler  # type: ignore[attr-defined]
except ImportError:  # another Python than CPython, or one that is made differently
    compiler = machine = None


class _Code(Struct, frozen=True, array_like=True):
    """What an expression is compiled to."""

    flags: int
    names: dict[str, int]  # of groups
    groups: list[str | None]  # the same, by number
    code: bytes


_CODES = Growing("expressions", _Code)


class _Late:
    """An expression that becomes a compiled one. Its methods are then its own, and cost what those cost."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        made = compiled(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "scanner"):
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, for an expression that stands in a module. What is wrong with it is told at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, for expressions of modules, cards and word lists: there are only so many of them."""
    if machine is None or array("I").itemsize != machine.CODESIZE:
        return re.compile(pattern, flags)
    known = _CODES.of(f"{int(flags)} {pattern}", _coded)
    code, groups = memoryview(known.code).cast("I").tolist(), tuple(known.groups)
    try:
        made = machine.compile(pattern, known.flags, code, len(groups) - 1, known.names, groups)
    except RuntimeError:  # the file is damaged
        return re.compile(pattern, flags)
    return cast("re.Pattern[str]", made)


def _coded(text: str) -> _Code:
    """As `re.compile` does it, with its alternatives in groups and a head of our own."""
    # Where a run before has kept all, nothing is compiled.
    from auditor.alternatives import regrouped  # noqa: PLC0415
    from auditor.heads import headed  # noqa: PLC0415

    given, _, pattern = text.partition(" ")
    flags = int(given)
    parsed = compiler._parser.parse(pattern, flags)  # noqa: SLF001 - nothing public gives what compiling makes
    state = parsed.state
    groups: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        groups[number] = name
    parsed = regrouped(parsed, flags | state.flags)
    code = headed(compiler._code(parsed, flags), parsed, flags | state.flags)  # noqa: SLF001 - as above
    return _Code(flags | state.flags, dict(state.groupdict), groups, array("I", code).tobytes())
