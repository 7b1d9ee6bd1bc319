"""Tables of weighed phrases of a language: `auditor/words/<code>/<name>.tsv`, a weight and a phrase a line.

Nobody writes them by hand; the first line of each says what made it.
"""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path

from auditor.prepared import prepared

_FOLDER = Path(__file__).parent


@cache
def weights(code: str, name: str) -> Mapping[str, float]:
    """The phrases of a table with their weights, the constant under the empty phrase; empty where there is no table."""
    return prepared(f"{name}-{code}", dict[str, float], partial(_read, code, name))


def _read(code: str, name: str) -> dict[str, float]:
    path = _FOLDER / code / f"{name}.tsv"
    if not path.is_file():
        return {}
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {phrase: float(weight) for weight, phrase in lines}


def languages_of(name: str) -> tuple[str, ...]:
    """The languages that have such a table."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob(f"*/{name}.tsv")))
