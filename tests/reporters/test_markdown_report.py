"""Markdown for job summaries: hostile texts stay texts, and it stays small."""

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from reports import finding, hostile, hostile_pages, rendered, report, rule

from auditor.model import Severity
from auditor.reporters.markdown import literal, render
from auditor.reporters.page import Page
from auditor.reporters.paint import clip, one_line

SOURCE = "One line.\nThe quick brown fox jumps.\n"
OURS = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td"}


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.cells = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data):
        if self.tags and self.tags[-1] == "td":
            self.cells[-1] += data


def shown(text):
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    return Tags(html)


@given(hostile)
def test_a_literal_is_one_cell_that_reads_like_its_text(text):
    found = shown(f"| a | b |\n|---|---|\n| {literal(text)} | x |\n")
    assert set(found.tags) <= OURS
    first, last = (cell.replace("\u2060", "").strip() for cell in found.cells)
    assert last == "x"
    assert first == clip(one_line(text), 160)


@given(hostile)
def test_hosts_find_nothing_to_link(text):
    raw = literal(text)
    assert "://" not in raw
    assert "www." not in raw.lower()
    read = unescape(raw)  # mentions are looked for in what was rendered
    assert not any(read[i] in "@#" and read[i + 1] != "\u2060" for i in range(len(read) - 1))


@settings(deadline=None)
@given(hostile_pages())
def test_reports_hold_our_tables_only(pages):
    found = shown(rendered(render, *pages))
    assert set(found.tags) <= OURS
    if any(page.report and page.report.findings for page in pages):
        assert found.tags.count("table") >= 2


def test_a_report():
    found = finding(SOURCE, 14, 19, message="A | b", severity=Severity.ERROR, points=5.0)
    pages = [Page("a.md", report(found, score=90.0), SOURCE), Page("b.md", report()), Page("c.md", error="gone")]
    assert (
        rendered(render, *pages, rules=[rule("a-rule")])
        == """\
## Audit: no file fails

2 files: 2 pass; lowest score 90 of 100.
Findings: 1 error.

### Files

| file | score | verdict | causes |
|---|--:|---|---|
| a.md | 90 | pass | 1 error |

### Causes

| place | class | points | cause |
|---|---|--:|---|
| a.md:2:5 | error | -5 | A &#124; b. |

### Costliest rules

| rule | points | findings | files |
|---|--:|--:|--:|
| a-rule | -5.0 | 1 | 1 |

### Not audited

| file | why |
|---|---|
| c.md | gone |
"""
    )


@pytest.mark.parametrize("text", ["@#" * 500, "e" + "\u0301" * 10_000, "🙂" * 500])
def test_it_stays_under_a_mebibyte(text):
    found = [finding(SOURCE, 0, 3, message=text)] * 3
    pages = [Page(f"{text}{n}", report(*found), SOURCE) for n in range(500)]
    pages += [Page(f"{text}{n}", error=text) for n in range(500)]
    report_ = rendered(render, *pages)
    assert len(report_.encode()) < 2**20
    assert "and 450 more" in report_
    assert "and 1,300 more" in report_
