"""Markdown for the summary of a job and for comments: tables that stay small however many the articles.

GitHub takes one mebibyte of it for a step; the limits below keep it under that.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappush, heapreplace

from auditor.model import Cause, Report, Severity
from auditor.reporters.page import Page, Run, shown
from auditor.reporters.paint import clip, one_line
from auditor.reporters.summary import Summary, Unread
from auditor.reporters.totals import number

_FILES = 100  # rows of the table of files, lowest scores first
_CAUSES = 200  # rows of the table of causes, the gravest first
_RULES = 10
_ERRORS = 50
_CELL = 160  # columns and characters of a cell, before escaping
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#!|~&@$^]|:(?=\S)|(?i:(?<=www))\.")

_FileRow = tuple[float, int, str]  # score and place, both negative


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    files: list[_FileRow] = []  # a heap with the highest score on top
    found: dict[Severity, list[str]] = {severity: [] for severity in reversed(Severity)}
    with_findings = causes = 0
    for place, page in enumerate(pages):
        if not (page.report and page.report.findings):
            continue
        with_findings += 1
        _keep(files, place, page, page.report)
        causes += len(page.report.causes)
        for cause in page.report.causes:
            if len(found[cause.severity]) < _CAUSES:
                found[cause.severity].append(_cause(page, page.report, cause))
    summary = run.summary()
    yield _opening(summary)
    yield from _table("Files", _FILE_HEAD, [row for *_, row in sorted(files, reverse=True)], with_findings)
    rows = [row for rows in found.values() for row in rows][:_CAUSES]
    yield from _table("Causes", _CAUSE_HEAD, rows, causes)
    yield from _table("Costliest rules", _RULE_HEAD, _rules(summary, run), len(summary.rules))
    yield from _table("Judged in part", _ERROR_HEAD, _unread(summary.partly), len(summary.partly))
    yield from _table("Not audited", _ERROR_HEAD, _unread(summary.errors), len(summary.errors))


_FILE_HEAD = "| file | score | verdict | causes |\n|---|--:|---|---|\n"
_CAUSE_HEAD = "| place | class | points | cause |\n|---|---|--:|---|\n"
_RULE_HEAD = "| rule | points | findings | files |\n|---|--:|--:|--:|\n"
_ERROR_HEAD = "| file | why |\n|---|---|\n"


def literal(text: str) -> str:
    """Text in which nothing is markup, a link, a mention or an end of a cell.

    Character references make no markup (CommonMark 0.31, 2.5). Names after `@` and numbers after `#` are linked by
    hosts even so; an invisible joiner keeps them apart.
    """
    return _MARKUP.sub(_reference, clip(one_line(text)[: _CELL + 1], _CELL))


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};" + ("\u2060" if match[0] in "@#" else "")


def _opening(summary: Summary) -> str:
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in summary.verdicts.items() if count)
    severities = [f"{summary.severities[s]} {s}" for s in reversed(Severity) if summary.severities[s]]
    fails = f"{len(summary.failed)} of {summary.files} fail" if summary.failed else "no file fails"
    suppressed = f"; {summary.suppressed:,} suppressed" if summary.suppressed else ""
    lowest = "" if summary.lowest_score is None else f"; lowest score {summary.lowest_score:g} of 100"
    return (
        f"## Audit: {fails}\n\n{number(summary.files, 'file')}: {verdicts or 'none'}{lowest}.\n"
        f"Findings: {', '.join(severities) or 'none'}{suppressed}.\n"
    )


def _table(heading: str, head: str, rows: Sequence[str], total: int) -> Iterator[str]:
    if not rows:
        return
    yield f"\n### {heading}\n\n{head}{''.join(rows)}"
    if total > len(rows):
        yield f"\nand {total - len(rows):,} more\n"


def _keep(files: list[_FileRow], place: int, page: Page, report: Report) -> None:
    """One more row, and never more than are shown: those of the lowest scores, of equal ones the first."""
    worth = -(report.score or 0), -place
    if len(files) < _FILES:
        heappush(files, (*worth, _file(page, report)))
    elif worth > files[0][:2]:
        heapreplace(files, (*worth, _file(page, report)))


def _file(page: Page, report: Report) -> str:
    counts = Counter(cause.severity for cause in report.causes)
    parts = ", ".join(f"{counts[severity]} {severity}" for severity in reversed(Severity) if counts[severity])
    return f"| {literal(page.name)} | {shown(report.score)} | {report.verdict} | {parts} |\n"


def _cause(page: Page, report: Report, cause: Cause) -> str:
    first = report.findings[cause.findings[0]]
    place = f"{literal(page.name)}:{first.line}:{first.column}"
    return f"| {place} | {cause.severity} | {-cause.points} | {literal(cause.sentence)} |\n"


def _rules(summary: Summary, run: Run) -> list[str]:
    costly = [total for total in summary.rules if total.points][:_RULES]
    pages = {rule.id: run.about(rule.id, rule.dimension) for rule in run.rules.rules}
    named = {
        t.rule: f"[{literal(t.rule)}](<{pages[t.rule]}>)" if pages.get(t.rule) else literal(t.rule) for t in costly
    }
    return [f"| {named[t.rule]} | {-t.points:.1f} | {t.findings} | {t.files} |\n" for t in costly]


def _unread(files: Sequence[Unread]) -> list[str]:
    return [f"| {literal(unread.name)} | {literal(unread.error)} |\n" for unread in files[:_ERRORS]]
