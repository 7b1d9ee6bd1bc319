"""The diagnostic format of reviewdog, which comments on pull requests of several hosts.

Its columns count bytes of UTF-8 from 1, ends are exclusive; see `proto/rdf/reviewdog.proto` there.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import json

from auditor.model import Finding, Fix, Severity
from auditor.reporters.once import once
from auditor.reporters.page import Page, Run, notes
from auditor.reporters.paint import one_line
from auditor.reporters.spots import spots

WANTS_PATHS = True
_SEVERITIES = {
    Severity.INFO: "INFO",
    Severity.WARNING: "WARNING",
    Severity.ERROR: "ERROR",
    Severity.CRITICAL: "ERROR",
}
# What Markdown of a host makes a link, a picture, a tag, or a call to somebody.
_ACTS = re.compile(r"[@#<]\w|\]\(|\]\[|[!<]\[|</|://|(?i:www\.)|javascript:")
_FENCES = re.compile("`+")
_MASKED = re.compile(r"(?<=\S)•")


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    yield '{"source":{"name":"auditor"},"diagnostics":['
    between = "\n"
    for page in pages:
        for diagnostic in _diagnostics(page, run):
            yield f"{between}{json.encode(diagnostic).decode()}"
            between = ",\n"
    yield "\n]}\n"


def _diagnostics(page: Page, run: Run) -> Iterator[dict[str, Any]]:
    if page.report is None:
        yield {"message": _inert(page.error), "location": {"path": page.located}, "severity": "ERROR"}
        return
    for name, note in notes(page.report):
        where = {"location": {"path": page.located}, "severity": "INFO", "code": {"value": name}}
        yield {"message": _inert(note), **where}
    for finding, _ in (spot for told in once(page.report) for spot in spots(told.finding)):
        yield {
            "message": f"{_inert(finding.message)}\n{one_line(finding.fix)}",
            "location": {"path": page.located, "range": _range(finding, page)},
            "severity": _SEVERITIES[finding.severity],
            "code": _code(finding, run),
            **_suggestions(finding, page),
        }


def _inert(message: str) -> str:
    """A message as a comment of Markdown shows it: in a span of code where words of the article would do something."""
    line = one_line(message)
    if not _ACTS.search(line):
        return line
    fence = "`" * (1 + max((len(found) for found in _FENCES.findall(line)), default=0))
    return f"{fence} {line} {fence}"


def _code(finding: Finding, run: Run) -> dict[str, str]:
    address = run.about(finding.rule, finding.dimension)
    return {"value": finding.rule, "url": address} if address else {"value": finding.rule}


def _suggestions(finding: Finding, page: Page) -> dict[str, Any]:
    """Safe fixes of what the diagnostic is about: on a host they are one click away."""
    safe = [{"range": _range(fix, page), "text": fix.replacement} for fix in finding.fixes if fix.safe]
    return {"suggestions": safe} if safe else {}


def _range(finding: Finding | Fix, page: Page) -> dict[str, Any]:
    """Of a text that was taken out of a larger file only the lines: its bytes are not those of the file."""
    if page.taken_out:
        return {"start": {"line": finding.line}, "end": {"line": finding.end_line}}
    source, end = page.source, finding.offset + finding.length
    return {
        "start": {"line": finding.line, "column": _column(source, finding.offset, finding.column)},
        "end": {"line": finding.end_line, "column": _column(source, end, finding.end_column)},
    }


def _column(source: str, offset: int, column: int) -> int:
    before = source[offset - column + 1 : offset]
    if before.isascii():
        return column
    # A bullet inside a word stands for a letter or digit of private data, which mostly takes one byte.
    return 1 + len(_MASKED.sub("x", before).encode("utf-8", "surrogatepass"))
