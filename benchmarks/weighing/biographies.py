"""Makes `auditor/words/<code>/biographies.tsv`: what words and phrases weigh in what stands in place of a biography.

    python benchmarks/weighing/biographies.py CODE PAGES...

`biographies.<code>.txt` beside this file holds texts that we wrote as they stand in author boxes that say nothing of an
author; `biographies-near.<code>.txt` such that do. The biographies of PAGES (folders of honest pages) are honest. Each
third of all is weighed by what the other two say; that gives the least weight of the rule.
"""

from collections.abc import Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from pages import asked, parsed
from regression import fitted, lines, thirds, write

from auditor.text.weighing import LEAST, phrases, weigh

ALLOWED = 0.015  # share of the biographies of pages that may weigh more than the least; some are no biographies
FEWEST = 6  # words, as the rule has them
HEAVY = 4.0  # what each counts, against weights being held down
NAME = f"{LEAST}biography"


def read(code: str, folders: Sequence[Path]) -> list[str]:
    """What authors of honest pages in the language say of themselves."""
    files = sorted(path for folder in folders for path in folder.rglob("*.html*"))
    with Pool() as pool:
        found = [text for page in pool.map(partial(biographies, code), files, chunksize=10) for text in page]
    return sorted(set(found))


def biographies(code: str, path: Path) -> list[str]:
    document = parsed(path)
    if document.language != code:
        return []
    told = (" ".join(field.value for field in author.all("biography")) for author in document.authors)
    return [text for text in told if len(text.split()) >= FEWEST]


def table(junk: Sequence[str], honest: Sequence[str]) -> dict[str, float]:
    rows = [frozenset(phrases(text)) for text in (*junk, *honest)]
    known = sorted(frozenset[str]().union(*rows))
    return fitted(rows[: len(junk)], rows[len(junk) :], known, [HEAVY] * len(rows))


def least(junk: Sequence[str], near: Sequence[str], pages: Sequence[str]) -> float:
    """The weight that hardly a biography of a page exceeds; prints what of our own does."""
    weighed: dict[str, list[float]] = {"junk": [], "near": [], "pages": []}
    heaviest = []
    for junk_, near_, pages_ in zip(thirds(junk), thirds(near), thirds(pages), strict=True):
        known = table(junk_[1], [*near_[1], *pages_[1]])
        for name, (some, _) in zip(weighed, (junk_, near_, pages_), strict=True):
            weighed[name] += [weigh(text, known) for text in some]
        heaviest += [(weigh(text, known), text[:110]) for text in pages_[0]]
    border = round(sorted(weighed["pages"])[-1 - int(ALLOWED * len(pages))] + 0.05, 2)
    print(*(f"{w:5.2f} {text}" for w, text in sorted(heaviest, reverse=True)[:12]), sep="\n")
    for name, weights in weighed.items():
        print(f"{name}: {sum(w >= border for w in weights)} of {len(weights)} weigh {border}")
    return border


def make(code: str, pages: Sequence[str]) -> None:
    junk, near = lines("biographies", code), lines("biographies-near", code)
    weights = {**table(junk, [*near, *pages]), NAME: least(junk, near, pages)}
    write(code, "biographies", weights, f"texts of ours and {len(pages)} biographies of honest pages")


def main() -> None:
    code, folders = asked(__doc__ or "")
    make(code, read(code, folders))


if __name__ == "__main__":
    main()
