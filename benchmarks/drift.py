"""What verdicts move: writes benchmarks/drift.tsv, the verdict of every text of the public sets and of samples/.

    python benchmarks/drift.py FOLDER            writes the file; a commit that moves verdicts holds the new one
    python benchmarks/drift.py FOLDER --check    writes nothing, says what moved, and exits with 1 if anything did

public_sets.py says what FOLDER holds. tests/test_drift.py checks the rows of samples/ in CI.
"""

import argparse
import csv
import sys
from collections.abc import Mapping
from multiprocessing import Pool
from pathlib import Path

from public_sets import Text, samples, texts

import auditor

DRIFT = Path(__file__).with_name("drift.tsv")
Verdicts = dict[tuple[str, str], str]  # by set and text


def verdict(text: Text) -> tuple[tuple[str, str], str]:
    name = text.id if text.of == "samples" else None
    report = auditor.audit(text.source, format=text.format or None, name=name)
    return (text.of, text.id), str(report.verdict)


def read() -> Verdicts:
    """The verdicts of the committed file."""
    with DRIFT.open(encoding="utf-8", newline="") as file:
        return {(of, name): said for of, name, said in csv.reader(file, delimiter="\t")}


def write(verdicts: Verdicts) -> None:
    with DRIFT.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter="\t", lineterminator="\n")
        lines.writerows((*name, said) for name, said in sorted(verdicts.items()))


def moved(before: Mapping[tuple[str, str], str], now: Mapping[tuple[str, str], str]) -> list[str]:
    """A line for each text that is judged otherwise than before."""
    return [
        f"{' '.join(name)}: {before.get(name, 'new')} -> {now[name]}"
        for name in sorted(now)
        if before.get(name) != now[name]
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    with Pool(2) as pool:
        now = dict(pool.imap(verdict, (*samples(), *texts(asked.folder)), chunksize=8))
    lines = moved(read() if DRIFT.exists() else {}, now)
    print(*lines, f"{len(lines)} of {len(now)} verdicts moved", sep="\n")
    if not asked.check:
        write(now)
    sys.exit(1 if asked.check and lines else 0)


if __name__ == "__main__":
    main()
