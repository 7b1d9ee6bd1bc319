"""What else there is to say of a run: sources without a report, rules that failed, results that a host will drop."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.model import Report
from auditor.reporters.page import Page, notes
from auditor.reporters.sarif.results import said

# docs.github.com, "SARIF support for code scanning": over 25,000 results a file is rejected.
_SHOWN, _TAKEN = 5_000, 25_000


def unread(page: Page, place: Mapping[str, Any]) -> dict[str, Any]:
    return _error(page.error, locations=[{"physicalLocation": {"artifactLocation": place}}])


def of_page(report: Report, place: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Not all of the page was judged, or counts: notes, for the run itself was a success."""
    where = [{"physicalLocation": {"artifactLocation": place}}]
    return [{"level": "note", "message": {"text": said(note)}, "locations": where} for _, note in notes(report)]


def broken_rules(report: Report, place: Mapping[str, Any], rules: Mapping[str, int]) -> list[dict[str, Any]]:
    where = [{"physicalLocation": {"artifactLocation": place}}]
    return [
        _error(
            f"the rule {broken.rule} failed, please report it: {broken.error}",
            locations=where,
            associatedRule={"id": broken.rule, "index": rules.get(broken.rule, -1)},
        )
        for broken in report.rules.errored
    ]


def of_cards(problems: Iterable[str]) -> list[dict[str, Any]]:
    return [_error(problem) for problem in problems]


def too_many(results: int) -> list[dict[str, Any]]:
    """A note for GitHub, which otherwise says little."""
    if results <= _SHOWN:
        return []
    loss = "rejects files with over 25,000" if results > _TAKEN else "shows 5,000 of them, the most severe"
    return [{"level": "note", "message": {"text": f"There are {results:,} results; GitHub code scanning {loss}."}}]


def _error(text: str, **where: Any) -> dict[str, Any]:
    return {"level": "error", "message": {"text": said(text)}, **where}
