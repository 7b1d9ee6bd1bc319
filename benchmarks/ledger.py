"""Which findings were right: writes benchmarks/ledger.tsv, and how sure each rule is.

    python benchmarks/ledger.py FOLDER            what FOLDER's sets say, beside what was read before
    python benchmarks/ledger.py FOLDER --unread   findings that nobody has read, with their words

The ledger has a row for each rule, set and text of findings of class warning and above: `right`, `wrong` or `unread`,
and by whom: `label` (the set says that these words are at fault) or `read` (somebody read the finding). Rows that were
read are kept, and settled by hand: change `unread label` to `right read` or `wrong read`. A finding in an honest text
is unread until then; so is one at words of which a faulty text's labels say nothing.
public_sets.py says what FOLDER holds.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from public_sets import Text, texts

import auditor
from auditor.earning import lower_bound
from auditor.model import Certainty

LEDGER = Path(__file__).with_name("ledger.tsv")
SHORTEST = 8  # letters and figures that a label and a finding must share


class Row(NamedTuple):
    rule: str
    of: str
    id: str
    result: str
    by: str


def found(text: Text) -> list[tuple[Row, str]]:
    """The rows of one text, each with the words of its finding."""
    report = auditor.audit(text.source, format=text.format)
    said: dict[str, list[str]] = defaultdict(list)
    for finding in report.findings:
        if finding.severity.rank >= auditor.Severity.WARNING.rank:
            said[finding.rule] += [finding.evidence, *(place.evidence for place in finding.related)]
    return [
        (Row(rule, text.of, text.id, "right" if right(words, text.faulty) else "unread", "label"), words[0])
        for rule, words in sorted(said.items())
    ]


def right(found: Sequence[str], faulty: tuple[str, ...] | None) -> bool:
    """Whether a finding stands at words that the set calls faulty."""
    if faulty is None:
        return False
    bare = [_bare(words) for words in found]
    labels = [_bare(words) for words in faulty]
    return not faulty or any(_share(label, words) for label in labels for words in bare)


def _bare(words: str) -> str:
    return "".join(filter(str.isalnum, words)).lower()


def _share(label: str, words: str) -> bool:
    return min(len(label), len(words)) >= SHORTEST and (label in words or words in label)


def read() -> dict[tuple[str, str, str], Row]:
    """The ledger as it is."""
    with LEDGER.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t")
        return {(row[0], row[1], row[2]): Row(*row) for row in lines if row and not row[0].startswith("#")}


def write(ledger: Sequence[Row]) -> None:
    with LEDGER.open("w", encoding="utf-8", newline="") as file:
        file.write("# rule, set, text, result, by; made by benchmarks/ledger.py, rows that were read by people\n")
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows(sorted(ledger))


def certainties(ledger: Sequence[Row]) -> dict[str, Certainty]:
    """What was read of each rule, and how much of it was right."""
    settled: dict[str, Counter[str]] = defaultdict(Counter)
    for row in ledger:
        settled[row.rule][row.result] += 1
    return {
        rule: Certainty(read=counts["right"] + counts["wrong"], correct=counts["right"], of="texts of public sets")
        for rule, counts in sorted(settled.items())
        if counts["right"] + counts["wrong"]
    }


def table(ledger: Sequence[Row]) -> str:
    """The section of docs/accuracy.md: precision of each rule, surest first."""
    lines = [
        "\n## What was read, rule by rule\n",
        "Findings of class warning and above in texts of public sets, from the ledger (`benchmarks/ledger.tsv`): right",
        "where the labels of the set or a reader say so. Honest texts outnumber faulty ones there by nine to one. The",
        "bound is the lower end of the one-sided interval of 95% (Clopper and Pearson).\n",
        "| rule | read | right | precision is at least |",
        "|---|---|---|---|",
    ]
    sure = [(lower_bound(counts), rule, counts) for rule, counts in certainties(ledger).items()]
    ranked = sorted(sure, key=lambda one: (-one[0], one[1]))
    lines += [f"| {rule} | {counts.read} | {counts.correct} | {bound:.2f} |" for bound, rule, counts in ranked]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--unread", action="store_true")
    asked = parser.parse_args()
    before = read() if LEDGER.exists() else {}
    with Pool(2) as pool:
        told = [pair for some in pool.imap(found, texts(asked.folder), chunksize=8) for pair in some]
    ledger = []
    for row, words in told:
        kept = before.get(row[:3])
        ledger.append(kept if kept and kept.by == "read" else row)
        if asked.unread and ledger[-1].result == "unread":
            print(*row[:3], " ".join(words.split())[:160], sep="\t")
    write(ledger)
    print(f"{len(ledger)} rows, {sum(row.result == 'unread' for row in ledger)} unread")


if __name__ == "__main__":
    main()
