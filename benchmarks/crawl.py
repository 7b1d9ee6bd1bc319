"""A crawl of many documents, made of few pages that are repeated with other words."""

import gzip
import random
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import accumulate
from pathlib import Path

WORD = re.compile(r"(?<=[ >])[a-z]{4,}(?=[ .,])")
CHANGED = 1 / 30  # of the words
BATCH = 500  # documents that are held at a time


def page(source: str, seed: int) -> bytes:
    """The page with some words replaced by others of its own."""
    chance = random.Random(seed)
    own = WORD.findall(source)[:2_000] or ["word"]
    return WORD.sub(lambda m: chance.choice(own) if chance.random() < CHANGED else m[0], source).encode()


def record(number: int, body: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://host{number % 97}.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1)


def crawl(folder: Path, documents: int, target: Path) -> tuple[Path, list[int]]:
    """A WARC.gz of so many documents, and where each of them ends."""
    pages = sorted(p for p in folder.iterdir() if p.name.endswith((".html", ".html.gz")))
    lengths = []
    with target.open("wb") as file:
        for data in _records(pages, documents):
            lengths.append(file.write(data))
    return target, list(accumulate(lengths))


def first(whole: Path, ends: list[int], documents: int) -> Path:
    """Its first documents; what `first` gave before is gone."""
    if documents >= len(ends):
        return whole
    target = whole.with_name(f"first.{whole.name}")
    shutil.copyfile(whole, target)
    with target.open("rb+") as file:
        file.truncate(ends[documents - 1])
    return target


def _records(pages: list[Path], documents: int) -> Iterator[bytes]:
    with ProcessPoolExecutor() as pool:
        for start in range(0, documents, BATCH):
            yield from pool.map(partial(_made, pages), range(start, min(start + BATCH, documents)), chunksize=25)


def _made(pages: list[Path], number: int) -> bytes:
    path = pages[number % len(pages)]
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return record(number, page(data.decode("utf-8", "replace"), number))
