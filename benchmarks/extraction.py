"""How well bodies are found, against peers on the same pages in one run, and what that costs.

    python benchmarks/extraction.py --data FOLDER [--sets pages,news] [--limit N] [--processes N] [--readers auditor]
                                    [--write]

FOLDER holds a folder for each set: `gold.jsonl.gz`, one page a line with "id", its label and, each optional, "url" and
"page_type", and `html/<id>.html.gz`. A set that is not there is left out. extraction_sets.py says what is measured,
extraction_readers.py by whom; extraction_zones.py measures author boxes and widgets, which no peer tells apart.

Pages are divided by a hash of their id, the same in every run: seven tenths to tune on, three tenths kept back. CPU is
that of a reader over all pages of a set, each of which all readers read in turn. benchmarks/extraction.tsv holds the
floors of the auditor: a figure below one, on the same data, is an error. `--write` writes them again.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from multiprocessing import Pool
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import extraction_zones
from extraction_readers import ABSENT, READERS
from extraction_sets import SETS, Figures, Set, data_hash, kept_back, page, rows

FLOORS = Path(__file__).with_name("extraction.tsv")
_ROUNDED = 4
_FIRST = 8  # pages that are read before any is measured
_PARTS = {"all": (True, False), "tuned on": (False,), "kept back": (True,)}


class Read(NamedTuple):
    """A page as all readers read it: of each the figures by set, and the seconds."""

    row: dict[str, Any]
    figures: dict[str, dict[str, Figures]]
    seconds: dict[str, float]


def read(folder: Path, sets: Sequence[Set], row: dict[str, Any]) -> Read:
    """A reader that fails has read nothing."""
    html = page(folder, row)
    figures, seconds = {}, {}
    for name, reader in READERS.items():
        start = process_time()
        try:
            text = reader(html, row.get("url"))
        except Exception:  # noqa: BLE001 - peers raise whatever they like
            text = ""
        seconds[name] = process_time() - start
        figures[name] = {one.name: one.score(text, row) for one in sets if one.wants(row)}
    return Read(row, figures, seconds)


def warm(folder: Path, first: Sequence[dict[str, Any]]) -> None:
    """What the first pages load is nobody's cost."""
    for row in first:
        read(folder, (), row)


def lines(one: Set, found: Sequence[Read]) -> Iterator[tuple[str, list[float], int]]:
    """The figures of all readers on each part of a set."""
    mine = [each for each in found if one.wants(each.row)]
    for part, wanted in _PARTS.items():
        pages = [each for each in mine if kept_back(each.row["id"]) in wanted]
        if pages:
            scored = ([(each.row, each.figures[name][one.name]) for each in pages] for name in READERS)
            yield part, [round(one.total(pairs), _ROUNDED) for pairs in scored], len(pages)


def cost(found: Sequence[Read]) -> list[float]:
    """CPU of the auditor as a share of each reader's."""
    spent = {name: sum(each.seconds[name] for each in found) for name in READERS}
    return [spent["auditor"] / max(spent[name], 1e-9) for name in READERS]


def table(options: argparse.Namespace) -> dict[tuple[str, str, str], float]:
    """Prints the table; the auditor's figures by set, part and data."""
    figures: dict[tuple[str, str, str], float] = {}
    print("| set | part | pages |", " | ".join(READERS), "|\n|---|---|--:|", "--:|" * len(READERS), sep="")
    chosen = (one for one in SETS if not options.sets or one.folder in options.sets or one.name in options.sets)
    for name, group in groupby(sorted(chosen, key=lambda one: one.folder), key=lambda one: one.folder):
        sets, folder = list(group), options.data / name
        if not (folder / "gold.jsonl.gz").exists():
            continue
        gold = [row for row in rows(folder) if any(one.wants(row) for one in sets)]
        gold = gold[:: max(1, len(gold) // options.limit)][: options.limit] if options.limit else gold
        of = data_hash(folder, (row["id"] for row in gold))
        with Pool(options.processes, warm, (folder, gold[:_FIRST])) as pool:
            found = pool.map(partial(read, folder, sets), gold, chunksize=4)
        for one in sets:
            for part, values, count in lines(one, found):
                figures[one.name, part, of] = values[0]
                print(f"| {one.name} | {part} | {count} |", *(f" {value:.3f} |" for value in values), sep="")
        print(f"| CPU of the auditor's | {name} | {len(gold)} |", *(f" {one:.2f} |" for one in cost(found)), sep="")
    return figures


def floors() -> dict[tuple[str, str, str], float]:
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return {(one, part, of): float(least) for one, part, of, least in csv.reader(file, delimiter="\t")}


def write(figures: dict[tuple[str, str, str], float]) -> None:
    """Floors of what was measured; those of other sets stay."""
    now = {key[:2] for key in figures}
    kept = {key: value for key, value in floors().items() if key[:2] not in now} if FLOORS.exists() else {}
    with FLOORS.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter="\t", lineterminator="\n")
        out.writerows((*key, value) for key, value in sorted((kept | figures).items()))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--sets", type=lambda text: text.split(","), default=[], help="names, with commas between")
    arguments.add_argument("--limit", type=int, help="every n-th page only, so many of each set")
    arguments.add_argument("--processes", type=int, default=1)
    arguments.add_argument("--readers", type=lambda text: text.split(","), default=[], help="names; absent: all")
    arguments.add_argument("--write", action="store_true", help="write the floors")
    options = arguments.parse_args()
    for name in set(READERS) - set(options.readers or READERS) - {"auditor"}:
        del READERS[name]
    if ABSENT and not options.readers:
        print(f"not installed, so not compared: {', '.join(ABSENT)}")
    figures = table(options)
    if not options.sets or "zones" in options.sets:
        figures |= extraction_zones.table(options.data)
    if options.write:
        write(figures)
        return
    least = floors() if FLOORS.exists() else {}
    below = [(key, value) for key, value in figures.items() if value < least.get(key, 0.0)]
    print(f"{sum(key in least for key in figures)} floors of these data, {len(below)} not kept")
    for key, value in below:
        print(f"  {key[0]}, {key[1]}: {value:.4f}, was {least[key]:.4f}")
    sys.exit(bool(below))


if __name__ == "__main__":
    main()
