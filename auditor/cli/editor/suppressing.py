"""Findings that somebody decides to live with, written into the settings from an editor."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec import structs

from auditor.cli import adding
from auditor.cli.judging import Judged, heard
from auditor.model import Finding, Severity
from auditor.reporters.page import Page
from auditor.reporters.spots import spots

# Offered where an editor has no way to ask for a sentence.
REASONS = ("A false alarm.", "Quoted or shown as an example, not said.", "Known and accepted.")
_A_WHILE = timedelta(days=30)  # what is critical is suppressed only for a time


def found(judged: Judged, rule: str, mark: str) -> Finding | None:
    """The finding of a rule at the place with a fingerprint, about that place alone where each is a fault."""
    for whole in judged.report.findings:
        for finding, own in spots(whole):
            if finding.rule == rule and own == mark:
                return finding if own == finding.fingerprint else structs.replace(finding, places=(mark,), related=())
    return None


def suppress(judged: Judged, finding: Finding, reason: str, roots: Sequence[Path] = ()) -> Path:
    """Write the suppression; the settings file that now holds it.

    Raises:
        SettingsError: it cannot be written.
    """
    file = judged.resolved.file or _home(Path(judged.document.name), roots) / "auditor.toml"
    resolved = structs.replace(judged.resolved, file=file)
    report = structs.replace(judged.report, findings=(finding,))
    with heard():
        adding.add([(resolved, Page(judged.document.name, report))], reason, _until(finding))
    return file


def _until(finding: Finding) -> date | None:
    return datetime.now(UTC).date() + _A_WHILE if finding.severity is Severity.CRITICAL else None


def _home(file: Path, roots: Sequence[Path]) -> Path:
    """Where the first settings of a project belong: at its top, else beside the file."""
    return next((root for root in roots if file.is_relative_to(root)), file.parent)
