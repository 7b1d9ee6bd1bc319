"""The published shapes as JSON Schema. `python -m auditor.schemas` writes them to `docs/schema/`."""

import sys
from pathlib import Path
from typing import Any

import msgspec

from auditor.card import About, Card
from auditor.comparing import Comparison
from auditor.config import Settings
from auditor.model import Report
from auditor.model.published import PublishedDocument
from auditor.reporters.summary import Checked, Unread

SHAPES: dict[str, tuple[Any, str]] = {
    "document": (PublishedDocument, "A parsed source: what `auditor parse` prints and `Document.to_dict()` returns."),
    "report": (Report, "The audit of one source: a line of `auditor check --format jsonl`, and `Report.to_dict()`."),
    "unread": (Unread, "A source without a report: the other kind of line of `auditor check --format jsonl`."),
    "check": (Checked, "A whole run: what `auditor check --format json` prints."),
    "comparison": (Comparison, "Two versions or two runs: what `auditor diff --format json` prints."),
    "card": (Card, "A rule: `rules/<dimension>/<id>.yml`."),
    "about": (About, "A dimension of the score: `rules/<dimension>/_about.yml`."),
    "config": (Settings, "`auditor.toml`, and `[tool.auditor]` in `pyproject.toml`."),
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a published shape.

    Raises:
        KeyError: no shape has this name.
    """
    shape, description = SHAPES[name]
    generated = msgspec.json.schema(shape)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"auditor {name}",
        "description": description,
    }
    return head | generated


def text(name: str) -> str:
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2).decode() + "\n"


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in SHAPES:
        (folder / f"{name}.json").write_text(text(name), "utf-8")


if __name__ == "__main__":
    write(Path(*sys.argv[1:]) if sys.argv[1:] else Path("docs/schema"))
