"""The texts of public sets, as the benchmarks read them.

A folder holds, each optional:
    pages news newsrooms segments paragraphs   html/<id>.html.gz: honest pages
    written/<set>/truth.jsonl                  {"id", "format", "honest", "faults": [{"evidence": [...]}], "file"}
    wild/wild.jsonl.gz                         {"id", "label", "title", "text", "spans"}
    leaks/real.jsonl                           {"string"}: faulty from end to end
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

HONEST = ("pages", "news", "newsrooms", "segments", "paragraphs")
SAMPLES = Path(__file__).parent.parent / "samples"


class Text(NamedTuple):
    """One text of a set; `faulty`: the words at fault, None in honest ones, () where all of it is."""

    of: str
    id: str
    source: bytes | str
    format: str
    faulty: tuple[str, ...] | None


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a set, none where it is not there."""
    if not path.exists():
        return []
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.splitlines()]


def texts(data: Path) -> Iterator[Text]:
    yield from _honest(data)
    yield from _written(data)
    yield from _wild(data)
    yield from _leaks(data)


def samples() -> Iterator[Text]:
    """Articles of our own, which need no folder."""
    for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file()):
        yield Text("samples", path.relative_to(SAMPLES).as_posix(), path.read_bytes(), "", None)


def _honest(data: Path) -> Iterator[Text]:
    for name in HONEST:
        for page in sorted((data / name / "html").glob("*.html.gz")):
            yield Text(name, page.name.removesuffix(".html.gz"), gzip.decompress(page.read_bytes()), "html", None)


def _written(data: Path) -> Iterator[Text]:
    for truth in sorted(data.glob("written/*/truth.jsonl")):
        for row in rows(truth):
            said = tuple(e for fault in row["faults"] for e in fault["evidence"])
            page = (truth.parent / "pages" / Path(row["file"]).name).read_bytes()
            yield Text(f"written {truth.parent.name}", row["id"], page, row["format"], None if row["honest"] else said)


def _wild(data: Path) -> Iterator[Text]:
    for row in rows(data / "wild/wild.jsonl.gz"):
        if row["label"] in ("junk", "honest"):
            said = tuple(json.loads(row["spans"]) if isinstance(row["spans"], str) else row["spans"] or ())
            source = f"{row['title']}\n\n{row['text']}"
            yield Text("wild", row["id"], source, "text", None if row["label"] == "honest" else said or ("?",))


def _leaks(data: Path) -> Iterator[Text]:
    for number, row in enumerate(rows(data / "leaks/real.jsonl")):
        yield Text("leaks", str(number), row["string"], "text", ())
