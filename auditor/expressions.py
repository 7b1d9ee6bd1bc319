"""Regular expressions that are compiled when they are first used: a short run needs few of them."""

import re
from typing import Any, cast


class _Late:
    """An expression that becomes a compiled one. Its methods are then its own, and cost what those cost."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "scanner"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, for an expression that stands in a module. What is wrong with it is told at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
