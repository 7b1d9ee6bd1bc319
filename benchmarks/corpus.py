"""What a corpus costs, in one command: memory, CPU against a bare loop, one worker against two, and growth.

python benchmarks/corpus.py --data FOLDER [--sizes 1000 2000 5000 10000 20000] [--json FILE] [--plot FILE.svg]

FOLDER holds pages (`*.html` or `*.html.gz`). They are repeated with other words until there are as many documents as
the largest size asks, and written as WARC.gz; a smaller corpus is the beginning of it. Every run is a process of its
own, `auditor corpus run`. The bare loop is `auditor.audit` over the same documents, at the same time as the run that it
is compared with: only their CPU counts. On two cores, 20,000 documents and all that is before take about ten minutes.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import linear_regression, median

import psutil
from crawl import crawl, first
from curves import drawn

LOOP = """
import gc, sys, time
import auditor
from auditor.corpus import read as readers
from auditor.corpus import Shard, Settings
gc.set_threshold(50_000)
rules = auditor.load_rules()
reading = auditing = documents = 0
items = readers.read(Shard.whole(sys.argv[1]), Settings())
while True:
    began = time.process_time()
    item = next(items, None)
    reading += time.process_time() - began
    if item is None:
        break
    began = time.process_time()
    auditor.audit(item.data, rules=rules, url=item.url, name=item.name)
    auditing += time.process_time() - began
    documents += 1
print(documents, reading, auditing)
"""
PART = re.compile(r" (\d+) documents(?:, \d+ errors)? of ")
PAUSE = 1  # seconds between two looks at the memory
SETTLED = 4_000  # documents after which each worker has written two parts and met a page of every kind


def measured(source: Path, out: Path, jobs: int) -> dict:
    """One run: documents, seconds, CPU of all of its processes, and the memory of each of them over time."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "auditor", "corpus", "run", str(source), "-o", str(out), "-j", str(jobs)]
    began = time.monotonic()
    process = psutil.Popen(command, stderr=subprocess.PIPE, text=True)
    run: dict = {"jobs": jobs, "memory": [], "parts": []}
    watchers = [threading.Thread(target=look, args=(process, began, run)) for look in (held, told)]
    for watcher in watchers:
        watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    run |= {"seconds": time.monotonic() - began, "cpu": used.ru_utime + used.ru_stime}
    for watcher in watchers:
        watcher.join()
    if status:
        raise SystemExit(f"{command} failed")
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    size = sum(part["bytes"] for part in manifest["parts"])
    shutil.rmtree(out)
    return run | {"documents": manifest["documents"], "errors": manifest["errors"], "bytes": size}


def held(process: psutil.Process, began: float, run: dict) -> None:
    """Memory in MB of the driver and of each of its workers, every so often."""
    names = {process.pid: "driver"}
    while "cpu" not in run:
        try:
            for one in (process, *process.children()):
                name = names.setdefault(one.pid, f"worker {len(names)}")
                if resident := one.memory_info().rss:  # none is held by a process that ends
                    run["memory"].append((time.monotonic() - began, name, resident / 1e6))
        except psutil.NoSuchProcess:
            pass
        time.sleep(PAUSE)


def told(process: psutil.Popen, began: float, run: dict) -> None:
    """When parts were done, by what the run prints: `NAME 1000 documents, 2 errors of INPUT`."""
    for line in process.stderr:
        if said := PART.search(line):
            run["parts"].append((time.monotonic() - began, int(said[1])))


def by_documents(run: dict) -> dict[str, list[tuple[float, float]]]:
    """The memory of each process by the number of documents that were done; between two parts along a line."""
    times, done = [0.0], [0]
    for when, documents in run["parts"]:
        times.append(when)
        done.append(done[-1] + documents)
    times.append(run["seconds"])
    done.append(run["documents"])
    series: dict[str, list[tuple[float, float]]] = {}
    for when, name, megabytes in run["memory"]:
        after = next((i for i, end in enumerate(times) if end > when), len(times) - 1)
        share = min(1, (when - times[after - 1]) / ((times[after] - times[after - 1]) or 1))
        at = done[after - 1] + share * (done[after] - done[after - 1])
        series.setdefault(name, []).append((at, megabytes))
    return series


def bare(source: Path, found: dict) -> None:
    """CPU seconds of a loop over all documents: for reading them, and for `auditor.audit`."""
    said = subprocess.run([sys.executable, "-c", LOOP, str(source)], capture_output=True, text=True, check=True)
    documents, reading, auditing = map(float, said.stdout.split())
    found |= {"documents": documents, "reading": reading, "auditing": auditing}


def against(source: Path, out: Path) -> dict:
    """A run of one worker and the bare loop at the same time."""
    loop: dict = {}
    beside = threading.Thread(target=bare, args=(source, loop))
    beside.start()
    run = measured(source, out, 1)
    beside.join()
    return {"run": run["cpu"] / run["documents"], **{k: loop[k] / loop["documents"] for k in ("reading", "auditing")}}


def shown_run(run: dict) -> str:
    highest = {name: max(megabytes for _, megabytes in points) for name, points in by_documents(run).items()}
    return (
        f"-j {run['jobs']}: {run['documents']:6,} documents ({run['errors']} errors) in {run['seconds']:.0f} s, "
        f"{run['documents'] / run['seconds']:.1f} a second; CPU {1000 * run['cpu'] / run['documents']:.2f} ms and "
        f"{run['bytes'] / run['documents']:,.0f} bytes of parts a document; highest memory: "
        + ", ".join(f"{name} {megabytes:.0f} MB" for name, megabytes in highest.items())
    )


def shown_ratio(one: dict) -> str:
    each = {name: 1000 * seconds for name, seconds in one.items()}
    return (
        f"CPU a document: run {each['run']:.2f} ms; bare loop {each['auditing']:.2f} ms to audit, "
        f"{each['reading']:.2f} to read; ratio {one['run'] / one['auditing']:.3f}, "
        f"{one['run'] / (one['auditing'] + one['reading']):.3f} with reading in the loop"
    )


def shown_growth(runs: Sequence[dict]) -> list[str]:
    """Lines through CPU by documents, and through the memory of the largest run by documents."""
    lines = []
    if len(runs) > 1:
        counts, spent = [run["documents"] for run in runs], [run["cpu"] for run in runs]
        slope, start = linear_regression(counts, spent)
        off = max(abs(start + slope * x - y) / y for x, y in zip(counts, spent, strict=True))
        lines.append(f"CPU seconds = {start:.1f} + {1000 * slope:.2f} for each 1,000 documents; {off:.1%} off at most")
    for name, points in by_documents(runs[-1]).items():
        settled = [(x, y) for x, y in points if x > SETTLED]
        if len(settled) > 1:
            slope, _ = linear_regression(*zip(*settled, strict=True))
            lines.append(f"memory of {name} after {SETTLED:,} documents: {1000 * slope:+.2f} MB for each 1,000 more")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 2_000, 5_000, 10_000, 20_000])
    parser.add_argument("--compare", type=int, default=5_000, help="documents of runs of one worker")
    parser.add_argument("--rounds", type=int, default=2, help="runs beside the bare loop")
    parser.add_argument("--json", type=Path, help="what was measured, written again after each step")
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="corpus-"))
    found: dict = {"cores": os.cpu_count(), "runs": [], "ratios": []}

    def keep(kind: str, one: dict, line: str) -> None:
        found[kind].append(one)
        print(line, flush=True)
        if given.json:
            given.json.write_text(json.dumps(found), "utf-8")

    try:
        whole, ends = crawl(given.data, max(*given.sizes, given.compare), folder / "whole.warc.gz")
        print(f"{os.cpu_count()} cores; {len(ends):,} documents of {ends[-1] / len(ends) / 1000:.0f} kB", flush=True)
        compared = first(whole, ends, given.compare)
        for _ in range(given.rounds):
            one = against(compared, folder / "out")
            keep("ratios", one, shown_ratio(one))
        if given.rounds:
            middle = median(one["run"] / one["auditing"] for one in found["ratios"])
            print(f"ratio of a run to the bare loop of `auditor.audit`, median: {middle:.3f}", flush=True)
        for jobs, size in [(1, given.compare), *((2, size) for size in sorted(given.sizes))]:
            run = measured(first(whole, ends, size), folder / "out", jobs)
            keep("runs", run, shown_run(run))
        pairs = [run for run in found["runs"] if run["jobs"] > 1]
        print(*shown_growth(pairs), sep="\n", flush=True)
        if given.plot:
            given.plot.write_text(drawn(pairs, by_documents(pairs[-1])), "utf-8")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
