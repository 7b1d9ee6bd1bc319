"""Tables of weighed phrases of a language: `auditor/words/<code>/<name>.tsv`, a weight and a phrase a line.

Nobody writes them by hand; the first line of each says what made it.
"""

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, partial
from pathlib import Path
from typing import Self

from msgspec import Raw, msgpack

from auditor.prepared import prepared

_FOLDER = Path(__file__).parent
_HEAD = 2  # letters by which signs are kept together


class Weights(Mapping[str, float]):
    """Signs with their weights, read as far as they are asked for: a short text has few of 20,000."""

    def __init__(self, parts: dict[str, Raw]) -> None:
        self._unread, self._known = dict(parts), dict[str, float]()

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Self:
        return cls(_parts(weights))

    def among(self, signs: AbstractSet[str]) -> Iterable[float]:
        """What those of some signs weigh that are in the table."""
        if self._unread:
            self._read({sign[:_HEAD] for sign in signs})
        return map(self._known.__getitem__, self._known.keys() & signs)

    def __getitem__(self, sign: str) -> float:
        if self._unread and sign not in self._known:
            self._read((sign[:_HEAD],))
        return self._known[sign]

    def items(self) -> ItemsView[str, float]:
        return self._whole.items()

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    def __contains__(self, sign: object) -> bool:
        if self._unread and isinstance(sign, str):
            self._read((sign[:_HEAD],))
        return sign in self._known

    def __bool__(self) -> bool:
        return bool(self._unread or self._known)

    @property
    def _whole(self) -> dict[str, float]:
        self._read(tuple(self._unread))
        return self._known

    def _read(self, heads: Iterable[str]) -> None:
        for head in heads:
            if part := self._unread.pop(head, None):
                self._known |= msgpack.decode(part, type=dict[str, float])


@cache
def weights(code: str, name: str) -> Weights:
    """The phrases of a table with their weights, the constant under the empty phrase; empty where there is no table."""
    return Weights(prepared(f"{name}-{code}", dict[str, Raw], partial(_read, code, name)))


def _read(code: str, name: str) -> dict[str, Raw]:
    path = _FOLDER / code / f"{name}.tsv"
    if not path.is_file():
        return {}
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return _parts({phrase: float(weight) for weight, phrase in lines})


def _parts(table: Mapping[str, float]) -> dict[str, Raw]:
    parts: dict[str, dict[str, float]] = {}
    for sign, weight in table.items():
        parts.setdefault(sign[:_HEAD], {})[sign] = weight
    return {head: Raw(msgpack.encode(part)) for head, part in parts.items()}


def languages_of(name: str) -> tuple[str, ...]:
    """The languages that have such a table."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob(f"*/{name}.tsv")))
