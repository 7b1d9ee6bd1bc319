"""Findings as results."""

from collections.abc import Mapping, Sequence
from typing import Any

from auditor.expressions import late
from auditor.model import Cause, Finding, Place, Report, Severity
from auditor.reporters.paint import clip, one_line
from auditor.reporters.sarif.places import region

LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error", Severity.CRITICAL: "error"}
_RELATED = 99  # other places that are listed: GitHub shows 100 locations of a result and rejects a file with over 1,000
_EVIDENCE = 80
_PLACEHOLDER = late(r"\{(\d++)\}")


def caused(report: Report) -> list[tuple[Finding, Cause]]:
    """Each finding with its cause."""
    cause_of = {index: cause for cause in report.causes for index in cause.findings}
    return [(finding, cause_of[index]) for index, finding in enumerate(report.findings)]


def result(
    finding: Finding, cause: Cause, source: str, file: Mapping[str, Any], rules: Mapping[str, int]
) -> dict[str, Any]:
    index = {"ruleIndex": rules[finding.rule]} if finding.rule in rules else {}
    where = {"physicalLocation": _physical(finding, source, file), "logicalLocations": [_zone(finding)]}
    return {
        "ruleId": finding.rule,
        **index,
        "level": LEVELS[finding.severity],
        "message": {"text": said(finding.message)},
        "locations": [where],
        **_others(finding.related, source, file),
        **_fixes(finding, source, file),
        "partialFingerprints": {"auditor/v1": finding.fingerprint, **_place(finding)},
        "properties": _properties(finding, cause),
    }


def said(text: str) -> str:
    """A sentence in which nothing is a link or a placeholder: an article must not put either into a message."""
    line = one_line(text).replace("](", "] (")
    line = _PLACEHOLDER.sub(r"{{\1}}", line) if "{" in line else line
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _physical(place: Finding | Place, source: str, file: Mapping[str, Any]) -> dict[str, Any]:
    return {"artifactLocation": file, "region": region(place, source)}


def _zone(finding: Finding) -> dict[str, str]:
    return {"fullyQualifiedName": finding.zone, "kind": "zone"}


def _others(related: Sequence[Place], source: str, file: Mapping[str, Any]) -> dict[str, Any]:
    if not related:
        return {}
    listed = [
        {
            "id": number,
            "physicalLocation": _physical(place, source, file),
            "message": {"text": said(clip(place.evidence, _EVIDENCE) or "Here")},
        }
        for number, place in enumerate(related[:_RELATED], 1)
    ]
    return {"relatedLocations": listed}


def _fixes(finding: Finding, source: str, file: Mapping[str, Any]) -> dict[str, Any]:
    """One fix that mends all places that can be, safe or not as it says."""
    if not finding.fixes:
        return {}
    replacements = [
        {"deletedRegion": region(fix, source), "insertedContent": {"text": fix.replacement}} for fix in finding.fixes
    ]
    first = finding.fixes[0]
    described = said(f"{'Safe' if first.safe else 'Unsafe'}: {first.why}")
    return {
        "fixes": [
            {
                "description": {"text": described},
                "artifactChanges": [{"artifactLocation": file, "replacements": replacements}],
            }
        ]
    }


def _place(finding: Finding) -> dict[str, str]:
    """That of the place alone, which stays when other places come and go."""
    return {"auditor/place/v1": finding.places[0]} if finding.places else {}


def _properties(finding: Finding, cause: Cause) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "confidence": finding.confidence,
        "dimension": finding.dimension,
        "points": finding.points,
        "places": 1 + len(finding.related),
        "fix": one_line(finding.fix),
        "cause": {
            "fingerprint": cause.fingerprint,
            "kind": cause.kind,
            "severity": cause.severity,
            "points": cause.points,
        },
    }
