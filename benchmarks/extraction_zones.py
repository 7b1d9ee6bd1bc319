"""Author boxes and widgets against pages read by hand; no peer tells them apart, so the auditor's figures stand alone.

FOLDER/zones/dev.json holds them as text, of pages in FOLDER/pages. zones.tsv beside this file holds more, without text:
set, id, what it is (`author`, or `none` where a page has none), and the range of characters of the decoded page,
counted from its beginning. Part `tuned on` is dev.json, `labelled` is zones.tsv, in two parts by a hash of the id.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from extraction_sets import data_hash, kept_back, page, rows, words

import auditor
from auditor.model import Document, Zone

LABELS = Path(__file__).with_name("zones.tsv")
Figures = dict[tuple[str, str, str], float]


def table(data: Path) -> Figures:
    """Prints the figures and gives them by name, part and data."""
    figures = _of_texts(data) if (data / "zones" / "dev.json").exists() else {}
    figures |= _of_ranges(data) if LABELS.exists() else {}
    for (name, part, _), value in figures.items():
        print(f"| {name} | {part} | | {value:.3f} |")
    return figures


def _of_texts(data: Path) -> Figures:
    labels = json.loads((data / "zones" / "dev.json").read_text("utf-8"))
    of = data_hash(data / "pages", (row["id"] for row in labels))
    found: dict[str, list[float]] = defaultdict(list)
    for row in labels:
        document = auditor.parse(page(data / "pages", row), format="html", url=row["url"])
        mine, want = _text(document, Zone.AUTHOR), row["author_block"]
        if want:
            found["author boxes"].append(words(_as_long(mine, want), want.removesuffix("...")))
        else:
            found["no author box where there is none"].append(not mine)
        items = {_plain(item) for widget in row["link_widgets"] for item in widget["items"]}
        if items:
            linked = _anchors(document)
            found["widgets: links found"].append(len(items & linked) / len(items))
            found["widgets: share of the links zone"].append(len(items & linked) / max(1, len(linked)))
    return {(f"zones, {name}", "tuned on", of): round(fmean(values), 4) for name, values in found.items()}


def _of_ranges(data: Path) -> Figures:
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    labelled = _labelled()
    of = ""
    for folder in sorted({folder for folder, _ in labelled if (data / folder / "gold.jsonl.gz").exists()}):
        of += data_hash(data / folder, (one for name, one in labelled if name == folder))[:8]
        for row in rows(data / folder):
            if (ranges := labelled.get((folder, row["id"]))) is not None:
                name, value = _box(page(data / folder, row), row.get("url"), ranges)
                for part in ("labelled", "labelled, kept back" if kept_back(row["id"]) else "labelled, tuned on"):
                    found[name, part].append(value)
    return {(f"zones, {name}", part, of): round(fmean(values), 4) for (name, part), values in found.items()}


def _box(source: bytes, url: str | None, ranges: list[tuple[int, int]]) -> tuple[str, float]:
    document = auditor.parse(source, format="html", url=url)
    mine = _text(document, Zone.AUTHOR)
    if not ranges:
        return "no author box where there is none", float(not mine)
    return "author boxes", words(mine, _within(document, ranges))


def _labelled() -> dict[tuple[str, str], list[tuple[int, int]]]:
    """The ranges of each page."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as file:
        for folder, one, kind, start, end in csv.reader(file, delimiter="\t"):
            found[folder, one] += [(int(start), int(end))] if kind == "author" else []
    return found


def _within(document: Document, ranges: list[tuple[int, int]]) -> str:
    """What a reader sees in the ranges: the blocks that lie in them, whatever their zone."""
    shown = (block for block in document.blocks if block.zone is not Zone.METADATA)
    inside = (b.text for b in shown if any(start <= b.start and b.end <= end for start, end in ranges))
    return "\n".join(inside)


def _text(document: Document, zone: Zone) -> str:
    return "\n".join(block.text for block in document.zone(zone))


def _as_long(mine: str, want: str) -> str:
    """Where the label breaks off ("..."), as much of the box as it has."""
    return " ".join(mine.split()[: len(want.split())]) if want.endswith("...") else mine


def _anchors(document: Document) -> set[str]:
    """Titles of the links zone: those of its links, and its lines with a link. Headings are no links."""
    blocks = (block for block in document.zone(Zone.LINKS) if block.links)
    return {_plain(text) for block in blocks for text in _titles(block.text, block.links)}


def _titles(text: str, links: tuple[auditor.Link, ...]) -> Iterator[str]:
    yield text
    yield from (link.text for link in links)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
