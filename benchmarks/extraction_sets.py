"""The labelled sets, and how well a text fits the label of a page.

Words are runs of letters and digits, in lower case; of scripts without blanks each character is one. Word F1 of a page
is the harmonic mean of precision and recall of its bag of words: two empty texts give 1, one empty text gives 0.
Shingle F1 is the harmonic mean of mean precision and mean recall over bags of runs of four words, case kept, so that
order and gaps count. Of `segments` the strings of all pages are counted together: wanted ones in the body, and others.
"""

import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

Row = Mapping[str, Any]
Figures = tuple[float | None, ...]  # of one page
_WORD = re.compile(r"\w+")
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_CHARACTER = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_SHINGLE = 4


class Set(NamedTuple):
    """A table of pages in a folder, which pages of it, and how one and how all are scored."""

    name: str
    folder: str
    wants: Callable[[Row], bool]
    score: Callable[[str, Row], Figures]
    total: Callable[[Sequence[tuple[Row, Figures]]], float]


def words(predicted: str, gold: str, pattern: re.Pattern[str] = _WORD) -> float:
    one, other = (Counter(pattern.findall(text.lower())) for text in (predicted, gold))
    return 2 * (one & other).total() / (one.total() + other.total()) if one or other else 1.0


def _body(predicted: str, row: Row) -> Figures:
    return (words(predicted, row["body"]),)


def _shingles(predicted: str, row: Row) -> Figures:
    one, other = _runs(predicted), _runs(row["body"])
    both = (one & other).total()
    return both / one.total() if one else None, both / other.total() if other else None


def _runs(text: str) -> Counter[tuple[str, ...]]:
    found = _WORD.findall(text)
    if 0 < len(found) < _SHINGLE:
        return Counter([tuple(found)])
    return Counter(zip(*(found[start:] for start in range(_SHINGLE)), strict=False))


def _either_body(predicted: str, row: Row) -> Figures:
    """With its summary or without, whichever fits: sites print it above the text or not at all."""
    return (max(words(predicted, row[key], _CHARACTER) for key in ("body", "body_without_summary")),)


def _paragraphs(predicted: str, row: Row) -> Figures:
    """With all the paragraphs that may be missing, or with none of them."""
    sure = [one for one in row["body"] if not (one[:1] == "[" and one[-1:] == "]")]
    every = [one.strip("[]") for one in row["body"]]
    return (max(words(predicted, " ".join(one)) for one in (sure, every)),)


def _segments(predicted: str, row: Row) -> Figures:
    body = " ".join(predicted.split())
    have, bad = ([" ".join(one.split()) in body for one in row[key]] for key in ("with", "without"))
    return sum(have), len(have) - sum(have), sum(bad)


def _mean(pages: Sequence[tuple[Row, Figures]]) -> float:
    return fmean(figures[0] or 0.0 for _, figures in pages)


def _mean_of_types(pages: Sequence[tuple[Row, Figures]]) -> float:
    by: dict[str, list[float]] = defaultdict(list)
    for row, (found,) in pages:
        by[row["page_type"]].append(found or 0.0)
    return fmean(map(fmean, by.values()))


def _harmonic(pages: Sequence[tuple[Row, Figures]]) -> float:
    sides = [[figures[n] for _, figures in pages if figures[n] is not None] for n in (0, 1)]
    precision, recall = (fmean(side) if side else 0.0 for side in sides)
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def _pooled(pages: Sequence[tuple[Row, Figures]]) -> float:
    right, missed, wrong = (sum(figures[n] or 0 for _, figures in pages) for n in range(3))
    return 2 * right / (2 * right + missed + wrong) if right else 0.0


def _is_article(row: Row) -> bool:
    return row.get("page_type", "article") == "article"


def _every(_row: Row) -> bool:
    return True


def _fits(row: Row) -> bool:
    """The label belongs to the page as it was saved."""
    return bool(row["fit"] > 1)


SETS = (
    Set("pages", "pages", _is_article, _body, _mean),
    Set("pages, shingles", "pages", _is_article, _shingles, _harmonic),
    Set("types", "pages", _every, _body, _mean_of_types),
    Set("news", "news", _every, _body, _mean),
    Set("news, shingles", "news", _every, _shingles, _harmonic),
    Set("segments", "segments", _every, _segments, _pooled),
    Set("newsrooms", "newsrooms", _fits, _either_body, _mean),
    Set("paragraphs", "paragraphs", _every, _paragraphs, _mean),
)


def rows(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress((folder / "gold.jsonl.gz").read_bytes()).splitlines()]


def page(folder: Path, row: Row) -> bytes:
    return gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())


def data_hash(folder: Path, ids: Iterable[str]) -> str:
    """Of labels and pages: figures of other data say nothing about a floor."""
    whole = hashlib.sha256((folder / "gold.jsonl.gz").read_bytes())
    for one in sorted(ids):
        whole.update((folder / "html" / f"{one}.html.gz").read_bytes())
    return whole.hexdigest()[:16]


def kept_back(one: str) -> bool:
    """Is a page among the three tenths that nothing is tuned on?"""
    return int(hashlib.sha1(one.encode(), usedforsecurity=False).hexdigest(), 16) % 10 >= 7
