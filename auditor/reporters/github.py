"""Workflow commands of GitHub Actions, which become annotations of the files of a pull request.

The host shows ten annotations of each level for a step and drops the rest without a word, so only ten are printed, the
most severe first. Syntax and escapes are those of `@actions/core`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from auditor.model import Finding, Severity
from auditor.reporters.once import once
from auditor.reporters.page import Page, Run, notes
from auditor.reporters.paint import one_line, visible
from auditor.reporters.spots import spots

WANTS_PATHS = True
_SHOWN = 10
_LEVELS = {Severity.CRITICAL: "error", Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ORDER = ("error", "warning", "notice")
_NO_REPORT, _NOTE = "unread", "note"

_Rank = tuple[str, bool]  # severity, and whether it is a further place of a finding
_Kept = dict[_Rank, list[str]]
_Annotation = tuple[_Rank, str, Callable[[], str]]  # with its level; most are counted and never written


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    kept: _Kept = {(rank, further): [] for rank in (_NO_REPORT, _NOTE, *_LEVELS) for further in (False, True)}
    counts = Counter[str]()
    for page in pages:
        for rank, level, written in _annotations(page, run):
            counts[level] += 1
            if len(kept[rank]) < _SHOWN:
                kept[rank].append(written())
    yield from _most_severe(kept)
    summary = run.summary()
    files, findings = _number(summary.files, "file"), _number(summary.findings, "finding")
    suppressed = f", {summary.suppressed:,} suppressed" if summary.suppressed else ""
    yield f"auditor: {files}, {len(summary.failed)} fail, {findings}{suppressed}\n"
    yield from _dropped(counts)


def _annotations(page: Page, run: Run) -> Iterator[_Annotation]:
    if page.report is None:
        properties = {"title": "auditor", "file": page.located}
        yield (_NO_REPORT, False), "error", partial(_command, "error", properties, page.error)
        return
    for name, note in notes(page.report):
        title = {"title": f"auditor ({name})", "file": page.located}
        yield (_NOTE, False), "notice", partial(_command, "notice", title, note)
    for told in once(page.report):
        for number, (finding, _) in enumerate(spots(told.finding)):
            rank = finding.severity, number > 0
            yield rank, _LEVELS[finding.severity], partial(_found, page, finding, told.rules, run)


def _found(page: Page, finding: Finding, rules: Sequence[str], run: Run) -> str:
    properties = {"title": f"auditor ({', '.join(rules)})", "file": page.located, **_place(finding)}
    said = (finding.message, finding.fix, run.about(finding.rule, finding.dimension))
    return _command(_LEVELS[finding.severity], properties, "\n".join(filter(None, said)))


def _place(finding: Finding) -> dict[str, int]:
    """Columns are invalid on a place of several lines, and mean nothing on none."""
    if finding.line != finding.end_line:
        return {"line": finding.line, "endLine": finding.end_line}
    columns = {"col": finding.column, "endColumn": finding.end_column} if finding.length else {}
    return {"line": finding.line, "endLine": finding.end_line, **columns}


def _command(level: str, properties: Mapping[str, object], text: str) -> str:
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = "\n".join(map(one_line, text.split("\n")))
    return f"::{level} {listed}::{_data(lines)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _most_severe(kept: _Kept) -> Iterator[str]:
    """Every finding once before any of them again."""
    for ranks in ((_NO_REPORT, Severity.CRITICAL, Severity.ERROR), (Severity.WARNING,), (_NOTE, Severity.INFO)):
        lines = [line for further in (False, True) for rank in ranks for line in kept[rank, further]]
        yield from lines[:_SHOWN]


def _dropped(counts: Counter[str]) -> Iterator[str]:
    """No word of an article stands in these lines: a runner would obey it."""
    more = [_number(counts[level] - _SHOWN, level) for level in _ORDER if counts[level] > _SHOWN]
    if more:
        yield f"auditor: not annotated: {', '.join(more)}; --format text, html or json names all\n"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
