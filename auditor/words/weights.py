"""Tables of weighed phrases of a language: `auditor/words/<code>/<name>.tsv`, a weight and a phrase a line.

Nobody writes them by hand; the first line of each says what made it.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, partial
from pathlib import Path
from typing import Self

from msgspec import Raw

from auditor.prepared import prepared
from auditor.words.parted import Parted, parted

_FOLDER = Path(__file__).parent


class Weights(Parted[float]):
    """Signs with their weights."""

    def __init__(self, parts: Mapping[str, Raw]) -> None:
        super().__init__(parts, float)

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Self:
        return cls(parted(weights))

    def among(self, signs: AbstractSet[str]) -> Iterable[float]:
        """What those of some signs weigh that are in the table."""
        known = self.read_for(signs)
        return map(known.__getitem__, known.keys() & signs)


@cache
def weights(code: str, name: str) -> Weights:
    """The phrases of a table with their weights, the constant under the empty phrase; empty where there is no table."""
    return Weights(prepared(f"{name}-{code}", dict[str, Raw], partial(_read, code, name)))


def _read(code: str, name: str) -> dict[str, Raw]:
    path = _FOLDER / code / f"{name}.tsv"
    if not path.is_file():
        return {}
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return parted({phrase: float(weight) for weight, phrase in lines})


def languages_of(name: str) -> tuple[str, ...]:
    """The languages that have such a table."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob(f"*/{name}.tsv")))
