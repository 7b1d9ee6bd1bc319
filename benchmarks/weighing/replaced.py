"""Makes `auditor/words/en/replaced.tsv`: what tells a word that a program put in the place of another.

    python benchmarks/weighing/replaced.py PAGES...

PAGES are folders of honest pages (`.html`, `.html.gz`). In each of them a third to two thirds of the words are
exchanged for entries of WordNet, three of four for words of one sense, known words rather than rare ones, whatever
stands beside them: what such programs do. A logistic regression (scikit-learn, which is no dependency of the project)
tells exchanged words from those of the pages by the traits of `auditor.text.replaced.place`. So nothing of a text that
was spun by others is in the table, and what is measured on those is not what it was made from.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from math import exp
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from pages import SHORTEST, parsed
from regression import write
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from auditor.signals import Signals
from auditor.text.pairs import common
from auditor.text.replaced import COMMONEST, CONSTANT, STEPS, Place, Word, place, rows
from auditor.text.synonyms import synonyms

LONGEST = 800  # words of a page
SHARES = (0.3, 0.5, 0.7)  # of the words that are exchanged
ONE_SENSE = 0.75
KNOWN, HALVED = -12, 2  # commoner words are taken alike, and rarer ones less
STRENGTH = 0.3
# What a word weighs before it counts: of the words of honest pages that may be exchanged 3% weigh more.
FREE = 0.5
Rows = list[list[Word]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    files = sorted(path for folder in parser.parse_args().folders for path in folder.rglob("*.html*"))
    with Pool(2) as pool:
        pages = [page for page in pool.imap(_rows, files, chunksize=10) if page]
    chance = random.Random(5)
    told: list[tuple[Place, bool]] = [one for page in pages for one in _places(page, chance)]
    marks = np.array([_marks(one) for one, _ in told], dtype=np.float32)
    exchanged = np.array([was for _, was in told])
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(marks, exchanged)
    print(f"{len(pages)} pages, {len(told):,} places, {roc_auc_score(exchanged, model.decision_function(marks)):.3f}")
    names = [f"{name} {step}" for name, steps in zip(Place._fields, STEPS, strict=True) for step in range(steps)]
    table = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)}
    write("en", "replaced", {CONSTANT: round(float(model.intercept_[0]) - FREE, 2), **table}, "replaced.py")


def _rows(path: Path) -> Rows:
    signals = Signals(parsed(path))
    if signals.document.language != "en" or len(signals.prose_words) < SHORTEST:
        return []
    return [row for block in signals.prose for row in rows(block.text)]


def _places(page: Rows, chance: random.Random) -> Iterator[tuple[Place, bool]]:
    """Those of the page, and those of words that were exchanged in it."""
    share, read = chance.choice(SHARES), 0
    for row in chance.sample(page, len(page)):
        read += len(row)
        if read > LONGEST:
            return
        own = [word.known for word in row]
        other = [_exchanged(known, chance) if chance.random() < share else known for known in own]
        for at in range(len(row)):
            if found := _place(own, at):
                yield found, False
            if other[at] != own[at] and (found := _place(other, at)):
                yield found, True


def _place(known: Sequence[int | None], at: int) -> Place | None:
    word = known[at]
    if word is None or word < COMMONEST:
        return None
    left, right = known[at - 1] if at else None, known[at + 1] if at + 1 < len(known) else None
    found = None if left is right is None else place(left, word, right)
    return found and found[0]


def _exchanged(known: int | None, chance: random.Random) -> int | None:
    if known is None or known < COMMONEST:
        return known
    others, one_sense = synonyms(known), chance.random() < ONE_SENSE
    told = [other for other, same in others if same] if one_sense else [other for other, _ in others]
    if not told:
        return known
    return chance.choices(told, [min(1, exp((common(other) - KNOWN) / HALVED)) for other in told])[0]


def _marks(one: Place) -> list[int]:
    return [int(step == at) for at, steps in zip(one, STEPS, strict=True) for step in range(steps)]


if __name__ == "__main__":
    main()
