"""CPU of the whole audit, and of parsing alone, against the extraction of peers on the same pages in one process.

python benchmarks/cost.py --data FOLDER [--pages 100] [--plot FILE.svg] [--memory 10000]

FOLDER holds `*.html` or `*.html.gz`. trafilatura runs twice: for the text alone, and with the title, author and date
that `auditor.parse` reads, too. All take turns on every page, so that a machine that changes its speed changes it for
all. Only ratios are worth quoting. Then the command itself is started on one small page. With `--memory` so many
pages, the folder's again and again, are parsed instead, and the memory of the process is told every so often (Linux).
"""

import argparse
import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import fmean, median

import trafilatura
from by_length import drawn
from readability import Document as Readable
from resiliparse.extract.html2text import extract_plain_text

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
    arguments.add_argument("--plot", type=Path, help="draw what a page costs by its length")
    arguments.add_argument("--memory", type=int)
    options = arguments.parse_args()
    if options.memory:
        remember(options.data, options.memory)
        return
    tasks: dict[str, Callable[[bytes], object]] = {  # the first two are what the others are compared with
        "trafilatura, the text": trafilatura.extract,
        "trafilatura, with metadata": lambda page: trafilatura.bare_extraction(page, with_metadata=True),
        "resiliparse, the text": lambda page: extract_plain_text(page.decode("utf-8", "replace"), main_content=True),
        "readability, the article": lambda page: Readable(page.decode("utf-8", "replace")).summary(),
        "auditor.parse": lambda page: auditor.parse(page, format="html"),
        "auditor.audit": lambda page: auditor.audit(page, format="html"),
    }
    sources = pages(options.data, options.pages)
    for task in tasks.values():  # imports, compiled expressions, lexicons, the profiles of langdetect
        task(sources[0])
        task(UNSURE)
    spent = turns(tasks, sources)
    print(f"{len(sources)} pages, median {median(map(len, sources)) / 1000:.0f} kB")
    print("| CPU of a page | median ms | mean ms | of the text: median | mean | of all: median | mean |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    text, both, *_ = spent.values()
    for name, times in spent.items():
        ratios = [f"{of(times) / of(peer):.2f}" for peer in (text, both) for of in (median, fmean)]
        print(f"| {name} | {1000 * median(times):.1f} | {1000 * fmean(times):.1f} | {' | '.join(ratios)} |")
    by_length(sources, spent["auditor.audit"])
    if options.plot:
        shown = ("trafilatura, with metadata", "auditor.parse", "auditor.audit")
        points = {
            name: [(len(s) / 1000, 1000 * t) for s, t in zip(sources, spent[name], strict=True)] for name in shown
        }
        options.plot.write_text(drawn(points), "utf-8")
    print("\n| CPU of a start, best of 7 | ms |\n|---|--:|")
    for name, spent_ms in starts().items():
        print(f"| {name} | {spent_ms:.0f} |")


def by_length(sources: list[bytes], times: list[float]) -> None:
    """What a page costs by its length: the mean of each fifth of the pages."""
    print("\n| pages of kB | auditor.audit, ms |\n|---|--:|")
    ordered = sorted(zip(map(len, sources), times, strict=True))
    size = -(-len(ordered) // 5)
    for at in range(0, len(ordered), size):
        part = ordered[at : at + size]
        print(f"| {part[0][0] / 1000:.0f} to {part[-1][0] / 1000:.0f} | {1000 * fmean(t for _, t in part):.1f} |")


def starts() -> dict[str, float]:
    """The command on one small page, and what the interpreter and a peer take to start."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text("<title>The mill</title><article><h1>The mill</h1><p>It was mended in spring, says Ann Lund.")
        check = [sys.executable, "-m", "auditor", "check", str(page), "--cache-dir", f"{folder}/kept"]
        runs = {
            "python": [sys.executable, "-c", ""],
            "trafilatura, imported": [sys.executable, "-c", "import trafilatura"],
            "auditor check": [*check, "--no-cache"],
            "auditor check, page in the cache": check,
        }
        return {name: min(started(run) for _ in range(8)) for name, run in runs.items()}


def started(run: list[str]) -> float:
    # Compiled modules are kept, as on every machine that nobody has told otherwise.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


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
