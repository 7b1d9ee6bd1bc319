"""Findings in the terms of the Language Server Protocol."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp

from auditor.card import CardError
from auditor.cli.chosen import rule_folders
from auditor.cli.judging import Judged
from auditor.config import Settings
from auditor.fixing.applying import Mended, applied
from auditor.handbook import class_of, price
from auditor.model import Document, Finding, Fix, Severity
from auditor.reporters.paint import one_line
from auditor.reporters.spots import spots
from auditor.rulebook import card_files, read_card

SOURCE = "auditor"
_SEVERITIES = {
    Severity.CRITICAL: lsp.DiagnosticSeverity.Error,
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Hint,
}
_MOST = 500  # diagnostics of one text; editors grow slow with more, and nobody reads them
Encoding = lsp.PositionEncodingKind | str


def diagnostics(judged: Judged, encoding: Encoding) -> list[lsp.Diagnostic]:
    """Each place of each finding, in the order of the report."""
    every = (spot for finding in judged.report.findings for spot in spots(finding))
    return [
        _diagnostic(finding, mark, judged.document, encoding)
        for (finding, mark), _ in zip(every, range(_MOST))  # noqa: B905
    ]


def _diagnostic(finding: Finding, mark: str, document: Document, encoding: Encoding) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        range=span(document, finding.offset, finding.offset + finding.length, encoding),
        message=f"{one_line(finding.message)}\n{one_line(finding.fix)}",
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        data={"rule": finding.rule, "mark": mark},
    )


def span(document: Document, start: int, end: int, encoding: Encoding) -> lsp.Range:
    """Code points `[start, end)` of the source as the editor counts."""
    return lsp.Range(_position(document, start, encoding), _position(document, end, encoding))


def edit(document: Document, fix: Fix, encoding: Encoding) -> lsp.TextEdit:
    """The replacement and nothing else."""
    return lsp.TextEdit(span(document, fix.offset, fix.offset + fix.length, encoding), fix.replacement)


def edits(document: Document, mended: Mended, encoding: Encoding) -> list[lsp.TextEdit]:
    """What makes the text the mended one: its fixes, or where one uncovered the next, one edit from first to last."""
    before, after = document.source, mended.text
    fixes = [fix for _, fix in mended.fixes]
    if len({fix.offset for fix in fixes}) == len(fixes) and applied(before, fixes) == after:
        return [edit(document, fix, encoding) for fix in fixes]
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    there = span(document, start, len(before) - end, encoding)
    return [lsp.TextEdit(there, after[start : len(after) - end])]


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with together."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _position(document: Document, offset: int, encoding: Encoding) -> lsp.Position:
    line, column = document.lines.at(offset)
    return lsp.Position(line - 1, units(document.source[offset - column + 1 : offset], encoding))


def units(text: str, encoding: Encoding) -> int:
    """The length of a text in the units in which an editor counts columns."""
    if text.isascii() or encoding == lsp.PositionEncodingKind.Utf32:
        return len(text)
    if encoding == lsp.PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(letter > "\uffff" for letter in text)


def card(rule: str, chosen: Settings) -> str:
    """The card of a rule as Markdown; empty where there is none that can be read."""
    found = [path for path in card_files(rule_folders(chosen)) if path.stem == rule]
    try:
        return "\n\n".join(_card(found[-1])) if found else ""
    except CardError:
        return ""


def _card(path: Path) -> Iterator[str]:
    read = read_card(path)
    yield f"**{read.title}**"
    yield f"`{path.stem}` · {path.parent.name} · {class_of(read)}, {price(read)}"
    yield read.why.strip()
    yield f"**What to do**: {read.fix.strip()}"
    yield f"**What it leaves alone**: {read.not_flagged.strip()}"


def within(outer: lsp.Range, at: lsp.Position) -> bool:
    """Whether a position lies in a range or at its end, where the cursor stands after typing it."""
    start, end = outer.start, outer.end
    return (start.line, start.character) <= (at.line, at.character) <= (end.line, end.character)


def overlap(one: lsp.Range, other: lsp.Range) -> bool:
    return within(one, other.start) or within(other, one.start)
