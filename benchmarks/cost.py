"""CPU of the whole audit, and of parsing alone, against a peer's extraction on the same pages in one process.

python benchmarks/cost.py --data FOLDER [--pages 100]

FOLDER holds `*.html` or `*.html.gz`. The peer and the auditor take turns on every page, so that a machine that changes
its speed changes it for both. Only ratios are worth quoting.
"""

import argparse
import gzip
import time
from collections.abc import Callable
from pathlib import Path
from statistics import fmean, median

import trafilatura

import auditor


def pages(folder: Path, most: int) -> list[bytes]:
    found = sorted(p for p in folder.rglob("*") if p.name.endswith((".html", ".html.gz")))
    step = max(1, len(found) // most)
    return [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in found[::step][:most]]


def cpu(task: Callable[[bytes], object], page: bytes) -> float:
    start = time.process_time()
    task(page)
    return time.process_time() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--pages", type=int, default=100)
    options = arguments.parse_args()
    tasks: dict[str, Callable[[bytes], object]] = {
        "peer: trafilatura.extract": trafilatura.extract,
        "auditor.parse": lambda page: auditor.parse(page, format="html"),
        "auditor.audit": lambda page: auditor.audit(page, format="html"),
    }
    sources = pages(options.data, options.pages)
    for task in tasks.values():  # imports, compiled expressions, lexicons
        task(sources[0])
    spent = turns(tasks, sources)
    peer = next(iter(spent.values()))
    print(f"{len(sources)} pages, median {median(map(len, sources)) / 1000:.0f} kB")
    print(f"{'':28}{'median ms':>10}{'mean ms':>10}{'/ peer, median':>16}{'/ peer, mean':>14}")
    for name, times in spent.items():
        print(
            f"{name:28}{1000 * median(times):10.2f}{1000 * fmean(times):10.2f}"
            f"{median(times) / median(peer):16.2f}{fmean(times) / fmean(peer):14.2f}"
        )


def turns(tasks: dict[str, Callable[[bytes], object]], sources: list[bytes]) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {name: [] for name in tasks}
    for page in sources:
        for name, task in tasks.items():
            spent[name].append(cpu(task, page))
    return spent


if __name__ == "__main__":
    main()
