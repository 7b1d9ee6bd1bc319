"""Files and regions."""

import re
from typing import Any
from urllib.parse import quote

from auditor.model import Finding, Fix, Format, Place
from auditor.reporters.page import Page

BASE = "SRCROOT"
_LONGEST = 2000  # characters of a region that are repeated as its snippet
_TYPES = {
    Format.HTML: ("text/html", "html"),
    Format.MARKDOWN: ("text/markdown", "markdown"),
    Format.TEXT: ("text/plain", "plaintext"),
    Format.DOCX: ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
}


def location(name: str, index: int) -> dict[str, Any]:
    """A file by its URI, relative to the top of the repository unless it was named by its absolute path."""
    path = quote(name, safe="/", errors="backslashreplace")
    if re.match("/|[A-Za-z]:/", name):
        return {"uri": f"file:///{path.removeprefix('/')}", "index": index}
    return {"uri": path, "uriBaseId": BASE, "index": index}


def artifact(page: Page) -> dict[str, Any]:
    found = {"location": {key: value for key, value in location(page.located, 0).items() if key != "index"}}
    if page.report is None:
        return found
    head = page.report.document
    kind, language = _TYPES[Format(head.format)]
    encoding = {"encoding": head.encoding} if head.encoding else {}
    judged = {"score": page.report.score, "verdict": page.report.verdict, "audited": page.report.audited}
    return {
        **found,
        "roles": ["analysisTarget"],
        "mimeType": kind,
        "sourceLanguage": language,
        **encoding,
        "properties": judged | {"words": head.words},
    }


def region(place: Finding | Place | Fix, source: str) -> dict[str, Any]:
    """Lines and columns from 1, offsets from 0, all in code points; the end column is exclusive."""
    shown = source[place.offset : place.offset + place.length]
    snippet = {"snippet": {"text": shown}} if 0 < len(shown) <= _LONGEST else {}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.offset,
        "charLength": place.length,
        **snippet,
    }
