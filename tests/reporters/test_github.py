"""Annotations of GitHub Actions, read back as the runner reads them."""

import re
from collections import Counter

from hypothesis import given, settings
from reports import finding, harmless, hostile_pages, rendered, report

from auditor.model import Severity
from auditor.reporters.github import render
from auditor.reporters.page import Page
from auditor.reporters.paint import visible

SOURCE = "One line.\nThe quick brown fox jumps.\n"


def unescaped(text):
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def commands(log):
    """Level, properties and message of each line that a runner obeys; other lines must mean nothing to it."""
    for line in re.split("\r\n|\n|\r", log):  # where the runner ends lines
        if not line.lstrip().startswith("::"):
            assert "::" not in line
            assert "##[" not in line
            continue
        head, data = line[2:].split("::", 1)
        level, _, listed = head.partition(" ")
        yield level, {k: unescaped(v) for k, v in (pair.split("=", 1) for pair in listed.split(","))}, unescaped(data)


@settings(deadline=None)
@given(hostile_pages())
def test_annotations_say_what_was_found_and_nothing_else(pages):
    found = list(commands(rendered(render, *pages)))
    expected = Counter(
        (visible(page.name), f"auditor ({f.rule})") for page in pages if page.report for f in page.report.findings
    )
    expected += Counter((visible(page.name), "auditor") for page in pages if not page.report)
    assert Counter((properties["file"], properties["title"]) for _, properties, _ in found) == expected
    for level, properties, message in found:
        assert level in ("error", "warning", "notice")
        assert all(harmless(line) for line in message.split("\n"))
        if "col" in properties:
            assert properties["line"] == properties["endLine"]


def test_an_annotation():
    found = finding(SOURCE, 14, 19, message="100% quick: A, B", severity=Severity.ERROR)
    log = rendered(render, Page("a,b:c.md", report(found, name="a,b:c.md"), SOURCE))
    assert log.splitlines()[0] == (
        "::error title=auditor (a-rule),file=a%2Cb%3Ac.md,line=2,endLine=2,col=5,endColumn=10::"
        "100%25 quick: A, B%0AMend it."
    )


def test_places_over_several_lines_have_no_columns():
    (_, properties, _), *_ = commands(rendered(render, Page("a.md", report(finding(SOURCE, 4, 14)), SOURCE)))
    assert set(properties) == {"title", "file", "line", "endLine"}


def test_ten_of_each_level_the_most_severe_first():
    pages = [
        Page(f"{n}.md", report(*(finding(SOURCE, 0, 3, severity=severity) for severity in Severity)), SOURCE)
        for n in range(12)
    ]
    log = rendered(render, *pages, Page("gone.md", error="cannot be read"))
    found = list(commands(log))
    assert Counter(level for level, _, _ in found) == {"error": 10, "warning": 10, "notice": 10}
    assert found[0][2] == "cannot be read"
    assert [properties["file"] for _, properties, _ in found[1:4]] == ["0.md", "1.md", "2.md"]
    assert "auditor: not annotated: 15 errors, 2 warnings, 2 notices;" in log


def test_nothing_is_said_to_be_left_out_when_nothing_is():
    log = rendered(render, Page("a.md", report(finding(SOURCE, 0, 3)), SOURCE))
    assert re.findall("^auditor: .*", log, re.MULTILINE) == ["auditor: 1 file, 0 fail, 1 finding"]
