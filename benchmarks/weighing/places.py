"""Makes `auditor/words/en/places.tsv`: what the signs of a place weigh in one that something should have filled.

    python benchmarks/weighing/places.py PAGES...

`places.en.txt` beside this file holds sentences that we wrote with slots left open, `places-near.en.txt` such that come
near them. The places in sentences of PAGES (folders of honest pages) are honest. Each third of all is weighed by what
the other two say; that gives the least weight of the rule. The signs are no words of a language, so there is one table.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from math import inf
from pathlib import Path

from pages import Sentence, read
from regression import FINE, Fitted, fitted, lines, thirds, write

from auditor.text.weighing import LEAST, weigh_signs
from auditor.world.places import has_its_rule, places

CODE = "en"
ALLOWED = 11  # pages with a heavier place; four of them show a slot, and one alone is a warning
OFTEN, OFTEN_HONEST = 2, 5  # places that a sign must be seen in
HEAVY = 8.0  # what a place of ours counts beside one of a page, of which there are as many in all
NAME = f"{LEAST}place"
Line = tuple[str, list[frozenset[str]], list[frozenset[str]]]


def read_places(sentences: Sequence[str]) -> list[Line]:
    """Each sentence with places, their signs, and the signs of those that have no rule of their own."""
    return [(line, signs, told) for line in sentences for signs, told in [_signs(line)] if signs]


def _signs(line: str) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    found = list(places(line, CODE))
    return [place.signs for place in found], [place.signs for place in found if not has_its_rule(line, place)]


def table(open_: Sequence[Line], near: Sequence[Line], pages: Sequence[Line]) -> Fitted:
    ours, close, theirs = ([signs for _, found, _ in some for signs in found] for some in (open_, near, pages))
    count = Counter(sign for signs in ours for sign in signs)
    honest = Counter(sign for signs in theirs for sign in signs)
    known = {s for s, n in count.items() if n >= OFTEN} | {s for s, n in honest.items() if n >= OFTEN_HONEST}
    counts = [HEAVY] * (len(ours) + len(close)) + [1.0] * len(theirs)
    return fitted(ours, [*close, *theirs], sorted(known), counts, FINE)


def heaviest(found: Sequence[frozenset[str]], known: Fitted) -> float:
    return max((weigh_signs(signs, known) for signs in found), default=-inf)


def least(open_: Sequence[Line], near: Sequence[Line], pages: Sequence[list[Line]]) -> float:
    """The weight that so few pages exceed; prints what of ours does."""
    ours, close, worst = [], [], []
    for mine, others, read_ in zip(thirds(open_), thirds(near), thirds(pages), strict=True):
        known = table(mine[1], others[1], [line for page in read_[1] for line in page])
        ours += [heaviest(told, known) for _, _, told in mine[0]]
        close += [(heaviest(told, known), line) for line, _, told in others[0]]
        worst += [max((heaviest(found, known), line) for line, found, _ in page) for page in read_[0] if page]
    worst.sort(reverse=True)
    border = round(worst[ALLOWED][0] + 0.05, 2)
    print(
        *(f"{weight:5.2f} {text[:120]}" for weight, text in (*worst[:30], *sorted(close, reverse=True)[:20])), sep="\n"
    )
    for more in (0.0, 0.5, 1.0, 1.5, 2.0):
        high = border + more
        counted = (sum(w > high for w in ours), sum(w > high for w, _ in close), sum(w > high for w, _ in worst))
        of = sum(w > -inf for w in ours)
        print(f"above {high:.2f}: {counted[0]} of {of} ours, {counted[1]} near, {counted[2]} pages")
    return border


def make(pages: Sequence[Sequence[Sentence]]) -> None:
    open_, near = (read_places(lines(name, CODE)) for name in ("places", "places-near"))
    theirs = [read_places([sentence[0] for sentence in page]) for page in pages]
    border = least(open_, near, theirs)
    known = table(open_, near, [line for page in theirs for line in page])
    write(CODE, "places", {**known, NAME: border}, f"sentences of ours and {len(pages)} honest pages")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    make(read(CODE, parser.parse_args().folders, code_too=False))


if __name__ == "__main__":
    main()
