"""Write `expected.json` anew for every page, or for those named: python tests/pages/rewrite.py [NAME ...].

Read the difference before you commit it: what stands in the file is what the parser should do.
"""

import json
import sys
from pathlib import Path

from auditor import parse

PAGES = Path(__file__).parent


def outline(name: str) -> dict[str, object]:
    """What the reader makes of a page: its head, and its visible blocks in order."""
    document = parse((PAGES / name / "source.html").read_bytes(), format="html", url=f"https://{name}.test/page")
    return {
        "title": document.title,
        "byline": list(document.byline),
        "published": document.published,
        "page_type": document.page_type,
        "blocks": [
            " | ".join(filter(None, (block.zone, block.kind, block.label, str(block.group or ""), block.text)))
            for block in document.blocks
            if block.zone != "metadata"
        ],
    }


def names() -> list[str]:
    return sorted(path.parent.name for path in PAGES.glob("*/source.html"))


if __name__ == "__main__":
    for page in sys.argv[1:] or names():
        text = json.dumps(outline(page), ensure_ascii=False, indent=1)
        (PAGES / page / "expected.json").write_text(text + "\n", encoding="utf-8")
