"""A logistic regression over phrases: which of them tell two kinds of text apart, and how much each weighs."""

import random
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

T = TypeVar("T")
HERE = Path(__file__).parent
WORDS = HERE.parent.parent / "auditor" / "words"
STRENGTH = 0.3  # the inverse of what weights are held down with; of .1 to 3 the best on lines left out, by a little
LEAST = 0.2  # lighter phrases are left out: they are many, and move hardly a text over a threshold
# Of signs that share what a word weighs more are light: of Spanish remarks left out 9% are found with .2, 15 with this,
# 14 with half of it in a table three times as large.
FINE = 0.08


class Fitted(dict[str, float]):
    """Weights as they are found, to be asked as those of a table are."""

    def among(self, signs: AbstractSet[str]) -> list[float]:
        """What those of some signs weigh that are known."""
        return [self[sign] for sign in self.keys() & signs]


def fitted(
    kind: Sequence[AbstractSet[str]],
    other: Sequence[AbstractSet[str]],
    known: Sequence[str],
    counts: Sequence[float],
    least: float = LEAST,
) -> Fitted:
    """What the phrases in `known` weigh for the kind, the constant under the empty phrase.

    Args:
        kind, other: the phrases of each text.
        counts: what each text counts, those of the kind first.
    """
    numbers = {name: number for number, name in enumerate(known)}
    kinds = np.r_[np.ones(len(kind)), np.zeros(len(other))]
    model = LogisticRegression(C=STRENGTH, max_iter=400).fit(
        _matrix([*kind, *other], numbers), kinds, sample_weight=counts
    )
    weights = {name: round(float(w), 2) for name, w in zip(known, model.coef_[0], strict=True) if abs(w) >= least}
    return Fitted({"": round(float(model.intercept_[0]), 2), **weights})


def _matrix(rows: Sequence[AbstractSet[str]], known: dict[str, int]) -> csr_matrix:
    columns = [sorted(known[name] for name in row if name in known) for row in rows]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.fromiter((one for row in columns for one in row), dtype=np.int32, count=int(ends[-1]))
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(known)))


def thirds(some: Sequence[T]) -> Iterator[tuple[list[T], list[T]]]:
    """Each third, and the rest."""
    mixed = random.Random(0).sample(list(some), len(some))
    for start in range(3):
        yield mixed[start::3], [one for number, one in enumerate(mixed) if number % 3 != start]


def lines(name: str, code: str) -> list[str]:
    """The texts that we wrote: `<name>.<code>.txt`, one a line."""
    return [line for line in (HERE / f"{name}.{code}.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]


def write(code: str, name: str, table: dict[str, float], made_of: str) -> None:
    """`auditor/words/<code>/<name>.tsv`, with a first line that says what it is made of."""
    rows = [f"{weight}\t{phrase}" for phrase, weight in sorted(table.items())]
    told = f"# Made by benchmarks/weighing from {made_of}; not to be edited."
    (WORDS / code / f"{name}.tsv").write_text("\n".join([told, *rows]) + "\n", "utf-8")
    print(f"{name}.{code}: {len(rows)} phrases")
