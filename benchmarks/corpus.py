"""What a corpus costs: `python benchmarks/corpus.py --data FOLDER_OF_HTML [--documents 5000] [--plot curve.svg]`.

Pages of the folder (`.html` or `.html.gz`) are repeated with other words until there are so many documents, and
written as WARC.gz. Measured: CPU for each document against a bare loop of `auditor.audit` over the same bytes, one
worker against two, memory of driver and workers over time, and time by number of documents.
"""

import argparse
import gzip
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

LOOP = """
import gc, sys, time
import auditor
from auditor.corpus import readers, Shard, Settings
gc.set_threshold(50_000)
rules = auditor.load_rules()
reading = auditing = 0
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
print(reading, auditing)
"""
WORD = re.compile(r"(?<=[ >])[a-z]{4,}(?=[ .,])")


def page(source: str, seed: int) -> bytes:
    """The page with one word in thirty replaced by one of its own."""
    chance = random.Random(seed)
    own = WORD.findall(source)[:2_000] or ["word"]
    return WORD.sub(lambda m: chance.choice(own) if chance.random() < 1 / 30 else m[0], source).encode()


def record(number: int, body: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://host{number % 97}.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)


def crawl(pages: list[Path], documents: int, target: Path) -> Path:
    with target.open("wb") as file:
        for number in range(documents):
            path = pages[number % len(pages)]
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            file.write(record(number, page(data.decode("utf-8", "replace"), number)))
    return target


def command(source: Path, out: Path, jobs: int) -> list[str]:
    return [sys.executable, "-m", "auditor", "corpus", "run", str(source), "-o", str(out), "-j", str(jobs)]


def measured(source: Path, out: Path, jobs: int) -> dict[str, object]:
    """One run as a process of its own: seconds, CPU of it and its workers, memory twice a second."""
    shutil.rmtree(out, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    process = subprocess.Popen(command(source, out, jobs), stderr=subprocess.DEVNULL)
    memory: list[tuple[float, float]] = []
    watcher = threading.Thread(target=watch, args=(process, began, memory))
    watcher.start()
    if process.wait():
        raise SystemExit(f"{process.args} failed")
    seconds = time.monotonic() - began
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    parts = sum(part["bytes"] for part in manifest["parts"])
    return {
        "jobs": jobs,
        "documents": manifest["documents"],
        "errors": manifest["errors"],
        "seconds": seconds,
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "bytes": parts,
        "memory": memory,
    }


def watch(process: subprocess.Popen[bytes], began: float, memory: list[tuple[float, float]]) -> None:
    whole = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            held = sum(p.memory_info().rss for p in (whole, *whole.children(recursive=True)))
            memory.append((time.monotonic() - began, held / 1e6))
        except psutil.NoSuchProcess:
            pass
        time.sleep(0.5)


def bare(source: Path) -> tuple[float, float]:
    """CPU seconds of a loop over all documents: for reading them, and for `auditor.audit`."""
    said = subprocess.run([sys.executable, "-c", LOOP, str(source)], capture_output=True, text=True, check=True)
    reading, auditing = map(float, said.stdout.split())
    return reading, auditing


def told(run: dict[str, object]) -> str:
    documents, memory = run["documents"], [held for _, held in run["memory"]]
    quarter = len(memory) // 4 or 1
    return (
        f"-j {run['jobs']}: {documents} documents in {run['seconds']:.1f} s, "
        f"{documents / run['seconds']:.1f} a second, "
        f"CPU {1000 * run['cpu'] / documents:.2f} ms a document, {run['bytes'] / documents:.0f} bytes of parts a "
        f"document; memory MB by quarter of the run, highest: "
        + ", ".join(f"{max(memory[i : i + quarter]):.0f}" for i in range(0, 4 * quarter, quarter))
    )


def curve(runs: list[dict[str, object]], target: Path) -> None:
    """Seconds of CPU and highest memory by number of documents, as an SVG of its own."""
    most = max(run["documents"] for run in runs)
    series = {
        "CPU seconds": [(run["documents"], run["cpu"]) for run in runs],
        "memory MB": [(run["documents"], max(held for _, held in run["memory"])) for run in runs],
    }
    drawn = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {360 * len(series)} 220" font-family="sans-serif">']
    for place, (title, points) in enumerate(series.items()):
        high = max(value for _, value in points)
        at = [(50 + 280 * x / most + 360 * place, 180 - 140 * y / high) for x, y in points]
        drawn.append(f'<text x="{50 + 360 * place}" y="20" font-size="13">{title} by documents</text>')
        drawn.append(f'<path d="M{50 + 360 * place} 30V180H{335 + 360 * place}" fill="none" stroke="#888"/>')
        drawn.append(f'<polyline points="{" ".join(f"{x:.0f},{y:.0f}" for x, y in at)}" fill="none" stroke="#06c"/>')
        for (x, y), (documents, value) in zip(at, points, strict=True):
            drawn.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="#06c"/>')
            drawn.append(f'<text x="{x:.0f}" y="{y - 8:.0f}" font-size="10" text-anchor="middle">{value:,.0f}</text>')
            drawn.append(f'<text x="{x:.0f}" y="196" font-size="10" text-anchor="middle">{documents:,}</text>')
    target.write_text("\n".join([*drawn, "</svg>\n"]), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for the crawl and the parts")
    given = parser.parse_args()
    pages = sorted(p for p in given.data.iterdir() if p.name.endswith((".html", ".html.gz")))
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{os.cpu_count()} cores", flush=True)
    runs = []
    for count in [n for n in (1_000, 2_000, 5_000, 10_000, 20_000) if n <= given.documents]:
        source = crawl(pages, count, folder / "many.warc.gz")
        runs.append(measured(source, folder / f"out{count}", 2))
        print(told(runs[-1]), flush=True)
    alone = measured(source, folder / "alone", 1)
    print(told(alone), flush=True)
    reading, auditing = bare(source)
    each = [1000 * seconds / count for seconds in (reading, auditing)]
    print(
        f"bare loop: CPU {each[0]:.2f} ms to read a document, {each[1]:.2f} ms to audit it; a run takes "
        f"{alone['cpu'] / (reading + auditing):.3f} of both, {alone['cpu'] / auditing:.3f} of the audit alone"
    )
    if given.plot:
        curve(runs, given.plot)


if __name__ == "__main__":
    main()
