"""How well the body of a page is found, against peers on the same pages in one run.

python benchmarks/extraction.py --data FOLDER [--limit N] [--processes N]

FOLDER holds `gold.jsonl.gz`, one page a line with "id", "body" and, each optional, "url" and "page_type" (pages of
another type than "article" are left out), and `html/<id>.html.gz`. Peers are those of trafilatura, readability-lxml and
resiliparse that are installed, each with its defaults but without comments.

Measures, both on the words that `\\w+` finds:
    word F1     of each page, the harmonic mean of precision and recall of its bag of words in lower case; then the mean
                over pages. Two empty texts give 1, one empty text gives 0. The order of words does not count.
    shingle F1  of each page, precision and recall of its bag of runs of four words, case kept (a text of fewer words is
                one run); then the harmonic mean of the mean precision over pages with a prediction and the mean recall
                over pages with a gold body. Text in the wrong order or with gaps costs.

Pages are divided by a hash of their id, the same in every run: seven tenths to tune on, three tenths kept back.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from multiprocessing import Pool
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import auditor

_WORD = re.compile(r"\w+")
_SHINGLE = 4
Reader = Callable[[str, str | None], str]


class Score(NamedTuple):
    """Of one page: word F1, and precision and recall over shingles (None where there are none)."""

    words: float
    precision: float | None
    recall: float | None


def by_auditor(html: str, url: str | None) -> str:
    document = auditor.parse(html, format="html", url=url)
    return "\n".join(block.text for block in document.zone(auditor.Zone.BODY))


def by_trafilatura(html: str, url: str | None) -> str:
    from trafilatura import extract  # noqa: PLC0415

    return extract(html, url=url, include_comments=False) or ""


def by_readability(html: str, url: str | None) -> str:
    from lxml.html import fromstring  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    return " ".join(fromstring(Document(html, url=url).summary()).itertext())


def by_resiliparse(html: str, _url: str | None) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return extract_plain_text(html, main_content=True)


PEERS: dict[str, Reader] = {
    "trafilatura": by_trafilatura,
    "readability": by_readability,
    "resiliparse": by_resiliparse,
}
READERS = {"auditor": by_auditor} | {name: reader for name, reader in PEERS.items() if find_spec(name)}


def score(predicted: str, gold: str) -> Score:
    words, shingles = _shared(predicted.lower(), gold.lower(), 1), _shared(predicted, gold, _SHINGLE)
    return Score(_harmonic(*words) if any(n is not None for n in words) else 1.0, *shingles)


def _shared(predicted: str, gold: str, size: int) -> tuple[float | None, float | None]:
    """Precision and recall over runs of `size` words."""
    one, other = _runs(predicted, size), _runs(gold, size)
    both = (one & other).total()
    return both / one.total() if one else None, both / other.total() if other else None


def _runs(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if 0 < len(words) < size:
        return Counter([tuple(words)])
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _harmonic(precision: float | None, recall: float | None) -> float:
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def kept_back(page: str) -> bool:
    """Is a page among the three tenths that nothing was tuned on?"""
    return int(hashlib.sha1(page.encode(), usedforsecurity=False).hexdigest(), 16) % 10 >= 7


def read(task: tuple[Path, dict[str, str]]) -> tuple[bool, dict[str, Score]]:
    """The scores of every reader on one page; a reader that fails has read nothing."""
    folder, row = task
    html = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
    found = {}
    for name, reader in READERS.items():
        try:
            text = reader(html, row.get("url"))
        except Exception:  # noqa: BLE001 - peers raise whatever they like
            text = ""
        found[name] = score(text, row["body"])
    return kept_back(row["id"]), found


def line(name: str, scores: list[Score]) -> str:
    precision = fmean([s.precision for s in scores if s.precision is not None] or [0])
    recall = fmean([s.recall for s in scores if s.recall is not None] or [0])
    return f"  {name:14}{fmean(s.words for s in scores):9.4f}{_harmonic(precision, recall):12.4f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--limit", type=int, help="every n-th page only, so many in all")
    arguments.add_argument("--processes", type=int, default=1)
    options = arguments.parse_args()
    rows = [json.loads(row) for row in gzip.decompress((options.data / "gold.jsonl.gz").read_bytes()).splitlines()]
    rows = [row for row in rows if row.get("page_type", "article") == "article"]
    if options.limit:
        rows = rows[:: max(1, len(rows) // options.limit)][: options.limit]
    with Pool(options.processes) as pool:
        results = pool.map(read, [(options.data, row) for row in rows], chunksize=4)
    for title, wanted in (("all pages", {True, False}), ("to tune on", {False}), ("kept back", {True})):
        found = [scores for back, scores in results if back in wanted]
        print(f"{title}, {len(found)}\n  {'':14}{'word F1':>9}{'shingle F1':>12}")
        for name in READERS if found else ():
            print(line(name, [scores[name] for scores in found]))


if __name__ == "__main__":
    main()
