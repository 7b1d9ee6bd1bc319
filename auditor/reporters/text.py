"""For people at a terminal: the answer first, then every finding with its place, its line and what to do."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from auditor.expressions import late
from auditor.model import Audited, Finding, Report
from auditor.model.lines import line_end, line_start
from auditor.reporters import word_files
from auditor.reporters.answer import SEVERITY_LOOKS, first, one_of_many
from auditor.reporters.excerpt import excerpt
from auditor.reporters.once import Told, once
from auditor.reporters.page import Page, Run
from auditor.reporters.paint import Style, clip, columns, visible, wrapped
from auditor.reporters.spots import elsewhere
from auditor.reporters.totals import counts, of_many, of_one

_COMMAND = late(r"^([ \t]*+)::", re.MULTILINE)  # what a runner of GitHub Actions obeys when it reads its log
_SCREEN = 20  # lines of details after which the verdict is said again; a terminal has 24
_IN_FULL = 3  # findings of one rule in one file that get their line shown
_IN_BRIEF = 10  # further ones that get a line of their own
_RELATED = 6  # other places that are named
_NOTE, _FURTHER = "     ", "       "  # before what is said below a line, and where it goes on
_LEAST_ROOM = 24  # columns that a message gets beside its place, however long the place is


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    for piece in _pieces(pages, run):
        yield _COMMAND.sub(r"\1\\x3a:", piece)


def _pieces(pages: Iterable[Page], run: Run) -> Iterator[str]:
    """Whole lines."""
    hidden = listed = 0
    for page in pages:
        if page.report is None:
            continue
        every = once(page.report)
        found = [told for told in every if told.finding.severity.rank >= run.least.rank]
        hidden += len(every) - len(found)
        if run.quiet:
            yield from (_in_a_line(page, told, run.style) for told in _ordered(page.report, found))
        elif run.files == 1:
            yield from _one(page, page.report, found, len(every) - len(found), run)
        elif not run.statistics and (found or page.report.audited is Audited.NONE):
            listed += 1
            yield one_of_many(page.report, page.name, run.style)
            yield from _details_of(page, page.report, found, run) if run.full else ()
    if not run.quiet and run.files != 1:
        yield _lines([""] if listed and not run.full else []) + of_many(run, hidden, listed)


def _one(page: Page, report: Report, found: Sequence[Told], hidden: int, run: Run) -> Iterator[str]:
    """The answer, the details, and what is left to do."""
    yield _lines(first(report, counts(run.summary()), run.style))
    details = list(_details_of(page, report, found, run)) if not run.statistics else []
    yield from ("\n", *details) if details else ()
    long = sum(piece.count("\n") for piece in details) > _SCREEN
    left = of_one(report, run, hidden, repeated=long)
    yield f"\n{left}" if left and not details else left


def _ordered(report: Report, found: Iterable[Told]) -> list[Told]:
    """Cause by cause as the answer names them, the findings of one rule together, otherwise as in the source."""
    place = {i: number for number, cause in enumerate(report.causes) for i in cause.findings}
    of = [place.get(i, len(place)) for i in range(len(report.findings))]
    first_of: dict[tuple[int, str], int] = {}
    for number, finding in enumerate(report.findings):
        first_of.setdefault((of[number], finding.rule), number)
    return sorted(found, key=lambda t: (of[t.index], -t.finding.severity.rank, first_of[of[t.index], t.finding.rule]))


def _details_of(page: Page, report: Report, found: Sequence[Told], run: Run) -> Iterator[str]:
    lines = word_files.lines(report, page.source) if found else []
    for _, group in groupby(_ordered(report, found), key=lambda told: told.finding.rule):
        findings = list(group)
        for told in findings[:_IN_FULL]:
            yield _lines((_headline(page, told, run.style), *_details(told.finding, page, lines, run.style), ""))
        if len(findings) > _IN_FULL:
            yield _lines((*_brief(page, findings[_IN_FULL:], run.style), ""))


def details(page: Page, run: Run) -> str:
    """What is said of the findings of one page, without the answer before and the advice behind them."""
    return "".join(_details_of(page, page.report, once(page.report), run)) if page.report else ""


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _in_a_line(page: Page, told: Told, style: Style) -> str:
    return f"{_head(page, told, style)} {_message(told.finding)}\n"


def _head(page: Page, told: Told, style: Style) -> str:
    """Place, severity and the rules that say so."""
    finding = told.finding
    place, label = f"{page.name}:{finding.line}:{finding.column}:", f"{finding.severity}[{', '.join(told.rules)}]"
    return (
        f"{style.link(style.paint(place, 'bold'), page.name)} {style.paint(label, *SEVERITY_LOOKS[finding.severity])}"
    )


def _message(finding: Finding) -> str:
    return " ".join(visible(finding.message).split())


def _headline(page: Page, told: Told, style: Style) -> str:
    """The head with its message: beside it where there is room for all of it, else below."""
    head, message = _head(page, told, style), _message(told.finding)
    if columns(_head(page, told, Style())) + 1 + columns(message) <= style.width:
        return f"{head} {message}"
    return "\n".join((head, *_wrapped(message, style, "    ", "    ")))


def _details(finding: Finding, page: Page, word: Sequence[str], style: Style) -> Iterator[str]:
    """The lines below the headline. `word` are those of a file of Word, and none of any other."""
    gutter = max(3, len(str(finding.end_line)))
    bar, read = style.paint("|", "dim"), word_files.as_seen if word else str
    for number, line, start, end in _marked_lines(finding, page.source) if page.source else ():
        shown, marks = excerpt(line, start, end, style.width - gutter - 4, read)
        yield f" {style.paint(str(number).rjust(gutter), 'dim')} {bar} {shown}"
        yield f" {' ' * gutter} {bar} {style.paint(marks, *SEVERITY_LOOKS[finding.severity])}"
    if finding.related:
        yield from _wrapped(f"= also at {_places(finding)}", style, " " * (gutter + 2), " " * (gutter + 4))
    if word and finding.length and (around := word_files.around(word, finding.line)):
        yield from _wrapped(f"= paragraph {finding.line}, {around}", style, _NOTE, _FURTHER)
    yield from _wrapped(f"= fix: {' '.join(visible(finding.fix).split())}", style, _NOTE, _FURTHER)


def _marked_lines(finding: Finding, source: str) -> Iterator[tuple[int, str, int, int]]:
    """The first and the last line of a place with their numbers in the file, and what is marked in each."""
    if not finding.length:
        return
    start, end = finding.offset, finding.offset + finding.length
    first, last = _line_of(source, start), _line_of(source, end)
    if first == last:
        yield finding.line, source[slice(*first)], start - first[0], end - first[0]
        return
    yield finding.line, source[slice(*first)], start - first[0], first[1] - first[0]
    yield finding.end_line, source[slice(*last)], 0, end - last[0]


def _line_of(source: str, offset: int) -> tuple[int, int]:
    """Where the line around a place begins and ends."""
    return line_start(source, offset), line_end(source, offset)


def _places(finding: Finding) -> str:
    named = ", ".join(f"{place.line}:{place.column}" for place in finding.related[:_RELATED])
    return named if elsewhere(finding) <= _RELATED else f"{named} and {elsewhere(finding) - _RELATED:,} more"


def _brief(page: Page, findings: Sequence[Told], style: Style) -> Iterator[str]:
    for told in findings[:_IN_BRIEF]:
        room = style.width - columns(_head(page, told, Style())) - 1
        yield f"{_head(page, told, style)} {clip(_message(told.finding), max(_LEAST_ROOM, room))}"
    if len(findings) > _IN_BRIEF:
        rule = findings[0].finding.rule
        yield f"    and {len(findings) - _IN_BRIEF} more of {rule}; --quiet and --format json list them all"


def _wrapped(text: str, style: Style, first: str, others: str) -> list[str]:
    return wrapped(text, style.width, first, others)
