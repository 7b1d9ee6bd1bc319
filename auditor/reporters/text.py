"""For people at a terminal: every finding with its place and its line, then what it adds up to."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from auditor.model import Finding, Place, Report, Severity
from auditor.reporters.excerpt import excerpt
from auditor.reporters.page import Page, Run
from auditor.reporters.paint import Style, clip, columns, visible
from auditor.reporters.totals import SEVERITY_LOOKS, of_many, of_one, of_page

_LINE_END = re.compile(r"\r\n|\n|\r")
_COMMAND = re.compile(r"^([ \t]*+)::", re.MULTILINE)  # what a runner of GitHub Actions obeys when it reads its log
_IN_FULL = 3  # findings of one rule in one file that get their line shown
_IN_BRIEF = 10  # further ones that get a line of their own
_RELATED = 6  # other places that are named
_LEAST_ROOM = 24  # columns that a message gets beside its place, however long the place is


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    for piece in _pieces(pages, run):
        yield _COMMAND.sub(r"\1\\x3a:", piece)


def _pieces(pages: Iterable[Page], run: Run) -> Iterator[str]:
    """Whole lines."""
    told: set[str] = set()  # rules whose remedy was shown
    for page in pages:
        if page.report and run.quiet:
            yield from (f"{_head(page, finding, run.style)} {_message(finding)}\n" for finding in _ordered(page.report))
        elif page.report and not (run.statistics and run.files > 1):
            yield from _page(page, page.report, run, told)
            yield of_one(page.report, run) if run.files == 1 else of_page(page.report, run.style)
    if not run.quiet and run.files != 1:
        yield of_many(run)


def _ordered(report: Report) -> list[Finding]:
    """Most severe first, the findings of one rule together, otherwise as they stand in the source."""
    first: dict[str, int] = {}
    for number, finding in enumerate(report.findings):
        first.setdefault(finding.rule, number)
    return sorted(report.findings, key=lambda f: (-f.severity.rank, first[f.rule]))


def _page(page: Page, report: Report, run: Run, told: set[str]) -> Iterator[str]:
    lines = _LINE_END.split(page.source) if report.findings else []
    brief: list[str] = []
    for rule, group in groupby(_ordered(report), key=lambda finding: finding.rule):
        findings = list(group)
        if run.files > 1 and findings[0].severity is Severity.INFO:
            brief += _brief(page, findings, run.style)
            continue
        for finding in findings[:_IN_FULL]:
            fix = [] if rule in told else _fix(finding, run.style)
            told.add(rule)
            yield _lines((_headline(page, finding, run.style), *_details(finding, lines, run.style), *fix, ""))
        if len(findings) > _IN_FULL:
            yield _lines((*_brief(page, findings[_IN_FULL:], run.style), ""))
    yield _lines(brief)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _head(page: Page, finding: Finding, style: Style) -> str:
    """Place, severity and rule."""
    place, label = f"{page.name}:{finding.line}:{finding.column}:", f"{finding.severity}[{finding.rule}]"
    return (
        f"{style.link(style.paint(place, 'bold'), page.name)} {style.paint(label, *SEVERITY_LOOKS[finding.severity])}"
    )


def _message(finding: Finding) -> str:
    return " ".join(visible(finding.message).split())


def _headline(page: Page, finding: Finding, style: Style) -> str:
    """The head with its message: beside it where there is room for all of it, else below."""
    head, message = _head(page, finding, style), _message(finding)
    if columns(_head(page, finding, Style())) + 1 + columns(message) <= style.width:
        return f"{head} {message}"
    return "\n".join((head, *_wrapped(message, style, "    ", "    ")))


def _details(finding: Finding, lines: Sequence[str], style: Style) -> Iterator[str]:
    gutter = max(3, len(str(finding.end_line)))
    bar = style.paint("|", "dim")
    for number, start, end in _marked_lines(finding):
        shown, marks = excerpt(lines[number - 1], start, end or len(lines[number - 1]), style.width - gutter - 4)
        yield f" {style.paint(str(number).rjust(gutter), 'dim')} {bar} {shown}"
        yield f" {' ' * gutter} {bar} {style.paint(marks, *SEVERITY_LOOKS[finding.severity])}"
    if finding.related:
        yield from _wrapped(f"= also at {_places(finding.related)}", style, " " * (gutter + 2), " " * (gutter + 4))


def _marked_lines(finding: Finding) -> Iterator[tuple[int, int, int | None]]:
    """Number, start and end of the first and the last line of a place; an open end is the end of the line."""
    if not finding.length:
        return
    if finding.line == finding.end_line:
        yield finding.line, finding.column - 1, finding.end_column - 1
        return
    yield finding.line, finding.column - 1, None
    yield finding.end_line, 0, finding.end_column - 1


def _places(related: Sequence[Place]) -> str:
    named = ", ".join(f"{place.line}:{place.column}" for place in related[:_RELATED])
    return named if len(related) <= _RELATED else f"{named} and {len(related) - _RELATED} more"


def _fix(finding: Finding, style: Style) -> list[str]:
    return _wrapped(f"= fix: {' '.join(visible(finding.fix).split())}", style, "     ", "       ")


def _brief(page: Page, findings: Sequence[Finding], style: Style) -> Iterator[str]:
    for finding in findings[:_IN_BRIEF]:
        room = style.width - columns(_head(page, finding, Style())) - 1
        yield f"{_head(page, finding, style)} {clip(_message(finding), max(_LEAST_ROOM, room))}"
    if len(findings) > _IN_BRIEF:
        yield f"    and {len(findings) - _IN_BRIEF} more of {findings[0].rule}; --quiet and --format json list them all"


def _wrapped(text: str, style: Style, first: str, others: str) -> list[str]:
    return textwrap.wrap(text, style.width, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
