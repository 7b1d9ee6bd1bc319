"""GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from msgspec import json

from auditor.model import Severity
from auditor.reporters.once import once
from auditor.reporters.page import Page, Run, notes
from auditor.reporters.paint import one_line
from auditor.reporters.spots import spots

WANTS_PATHS = True
_SEVERITIES = {
    Severity.INFO: "info",
    Severity.WARNING: "minor",
    Severity.ERROR: "major",
    Severity.CRITICAL: "critical",
}
_UNREAD = "unreadable-source"


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    taken: set[str] = set()
    before = "["
    for page in pages:
        for entry in _entries(page, taken, run):
            yield f"{before}\n{json.encode(entry).decode()}"
            before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _entries(page: Page, taken: set[str], run: Run) -> Iterator[dict[str, Any]]:
    if page.report is None:
        mark = _fingerprint(page.located, _UNREAD, taken)
        yield _entry(_UNREAD, page.error, "blocker", mark, {"path": page.located, "lines": {"begin": 1}})
        return
    for name, note in notes(page.report):
        mark = _fingerprint(page.located, name, taken)
        yield _entry(name, note, "info", mark, {"path": page.located, "lines": {"begin": 1}})
    for finding, identity in (spot for told in once(page.report) for spot in spots(told.finding)):
        mark = _fingerprint(page.located, identity, taken)
        place = {"path": page.located, "lines": {"begin": finding.line, "end": finding.end_line}}
        entry = _entry(finding.rule, finding.message, _SEVERITIES[finding.severity], mark, place)
        address = run.about(finding.rule, finding.dimension)
        yield entry | ({"content": {"body": f"<{address}>"}} if address else {})


def _entry(rule: str, text: str, severity: str, fingerprint: str, location: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": one_line(text),
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": location,
    }


def _fingerprint(path: str, identity: str, taken: set[str]) -> str:
    """Of path and finding, as two files may hold the same fault; once in a report, or the host drops one."""
    number = 0
    while (mark := _hash(path, identity, str(number))) in taken:
        number += 1
    taken.add(mark)
    return mark


def _hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
