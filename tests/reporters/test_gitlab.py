"""GitLab's Code Quality: the facts of its published schema."""

import json

import jsonschema
from hypothesis import given, settings
from reports import finding, harmless, hostile_pages, rendered, report

from auditor.model import Severity
from auditor.reporters.gitlab import render
from auditor.reporters.page import Page

SOURCE = "One line.\nThe quick brown fox jumps.\n"
ENTRY = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": {"type": "string"},
        "check_name": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "minLength": 1},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string", "minLength": 1},
                "lines": {
                    "type": "object",
                    "required": ["begin"],
                    "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                },
            },
        },
    },
}


def entries(*pages):
    found = json.loads(rendered(render, *pages))
    jsonschema.Draft202012Validator({"type": "array", "items": ENTRY}).validate(found)
    marks = [entry["fingerprint"] for entry in found]
    assert len(set(marks)) == len(marks)
    return found


@settings(deadline=None)
@given(hostile_pages())
def test_every_finding_is_one_entry(pages):
    found = entries(*pages)
    assert len(found) == sum(len(page.report.findings) if page.report else 1 for page in pages)
    assert all(harmless(entry["description"]) for entry in found)


def test_an_entry():
    (entry,) = entries(Page("a.md", report(finding(SOURCE, 4, 14, message="It is\nso")), SOURCE))
    assert entry.pop("fingerprint")
    assert entry == {
        "description": "It is so",
        "check_name": "a-rule",
        "severity": "minor",
        "location": {"path": "a.md", "lines": {"begin": 1, "end": 2}},
    }


def test_severities():
    findings = [finding(SOURCE, 0, 3, severity=severity) for severity in Severity]
    found = entries(Page("a.md", report(*findings), SOURCE), Page("gone.md", error="cannot be read"))
    assert [entry["severity"] for entry in found] == ["info", "minor", "major", "critical", "blocker"]


def test_fingerprints_differ_between_files_and_stay_between_runs():
    one = report(finding(SOURCE, 0, 3, fingerprint="1"))
    found = entries(Page("a.md", one, SOURCE), Page("b.md", one, SOURCE), Page("a.md", one, SOURCE))
    again = entries(Page("b.md", one, SOURCE))
    assert again[0]["fingerprint"] == found[1]["fingerprint"]


def test_nothing_found_is_an_empty_list():
    assert entries(Page("a.md", report())) == []
