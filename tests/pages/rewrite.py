"""Write `expected.json` anew for every page, or for those named: python tests/pages/rewrite.py [NAME ...].

Read the difference before you commit it: what stands in the file is what the parser should do. Where it does not yet,
`fault.txt` beside it says what is wrong; such pages are corrected by hand and written anew only when they are named.
"""

import json
import sys
from pathlib import Path

from auditor import parse

PAGES = Path(__file__).parent
FORMATS = {".html": "html", ".md": "markdown", ".txt": "text"}


def outline(name: str) -> dict[str, object]:
    """What the reader makes of a page: its head, and its visible blocks in order."""
    path = next((PAGES / name).glob("source.*"))
    document = parse(path.read_bytes(), format=FORMATS[path.suffix], url=f"https://{name}.test/page")
    return {
        "title": document.title,
        "byline": list(document.byline),
        "published": document.published,
        "page_type": document.page_type,
        "blocks": [
            " | ".join(filter(None, (block.zone, block.kind, block.label, str(block.group or ""), block.text)))
            for block in document.blocks
            if block.zone != "metadata" or block.kind == "caption"
        ],
    }


def names() -> list[str]:
    return sorted(path.parent.name for path in PAGES.glob("*/source.*"))


def fault(name: str) -> str:
    """What the parser is known to get wrong on a page, "" for most."""
    path = PAGES / name / "fault.txt"
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


if __name__ == "__main__":
    for page in sys.argv[1:] or (name for name in names() if not fault(name)):
        text = json.dumps(outline(page), ensure_ascii=False, indent=1)
        (PAGES / page / "expected.json").write_text(text + "\n", encoding="utf-8")
