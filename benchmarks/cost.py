"""CPU of the whole audit, and of parsing alone, against a peer's extraction on the same pages in one process.

python benchmarks/cost.py --data FOLDER [--pages 100] [--memory 10000]

FOLDER holds `*.html` or `*.html.gz`. The peer runs twice: for the text alone, and with the title, author and date that
`auditor.parse` reads, too. Peer and auditor take turns on every page, so that a machine that changes its speed changes
it for both. Only ratios are worth quoting. With `--memory` so many pages, the folder's again and again, are parsed
instead, and the memory of the process is told every so often (Linux).
"""

import argparse
import gzip
import time
from collections.abc import Callable
from pathlib import Path
from statistics import fmean, median

import trafilatura

import auditor

UNSURE = b"<p>" + b"Torquil Vessant, Ombrel Kaddis, Marno Feyl. " * 9  # in no language whose common words are listed


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
    arguments.add_argument("--memory", type=int)
    options = arguments.parse_args()
    if options.memory:
        remember(options.data, options.memory)
        return
    tasks: dict[str, Callable[[bytes], object]] = {
        "trafilatura, the text": trafilatura.extract,
        "trafilatura, with metadata": lambda page: trafilatura.bare_extraction(page, with_metadata=True),
        "auditor.parse": lambda page: auditor.parse(page, format="html"),
        "auditor.audit": lambda page: auditor.audit(page, format="html"),
    }
    sources = pages(options.data, options.pages)
    for task in tasks.values():  # imports, compiled expressions, lexicons, the profiles of langdetect
        task(sources[0])
        task(UNSURE)
    spent = turns(tasks, sources)
    print(f"{len(sources)} pages, median {median(map(len, sources)) / 1000:.0f} kB")
    print(f"{'CPU':28}{'median ms':>10}{'mean ms':>10}{'/ text: median, mean':>24}{'/ metadata, too':>18}")
    text, both, *_ = spent.values()
    for name, times in spent.items():
        ratios = [f"{of(times) / of(peer):.2f}" for peer in (text, both) for of in (median, fmean)]
        print(
            f"{name:28}{1000 * median(times):10.2f}{1000 * fmean(times):10.2f}"
            f"{ratios[0]:>18}{ratios[1]:>6}{ratios[2]:>12}{ratios[3]:>6}"
        )


def turns(tasks: dict[str, Callable[[bytes], object]], sources: list[bytes]) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {name: [] for name in tasks}
    for page in sources:
        for name, task in tasks.items():
            spent[name].append(cpu(task, page))
    return spent


def remember(folder: Path, most: int) -> None:
    """Parse so many pages and print the resident memory of this process twenty times."""
    found = sorted(p for p in folder.rglob("*") if p.name.endswith((".html", ".html.gz")))
    print(f"{len(found)} pages in turn; resident memory of the process that parses them")
    print(f"{'pages':>8}{'MB':>8}", f"{0:8}{resident():8.0f}", sep="\n", flush=True)
    for number in range(1, most + 1):
        path = found[number % len(found)]
        data = path.read_bytes()
        auditor.parse(gzip.decompress(data) if path.suffix == ".gz" else data, format="html")
        if number % (most // 20) == 0:
            print(f"{number:8}{resident():8.0f}", flush=True)


def resident() -> float:
    (line,) = (one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    main()
