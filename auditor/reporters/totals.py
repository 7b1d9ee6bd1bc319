"""What the findings add up to: for one page, for a page among many, and for all of them."""

from collections.abc import Iterator, Mapping, Sequence

from auditor.model import Cause, Report, Severity, Verdict
from auditor.reporters.page import Run, scored, shown
from auditor.reporters.paint import Style, clip, visible
from auditor.reporters.summary import RuleTotal, Summary

SEVERITY_LOOKS = {
    Severity.CRITICAL: ("bold", "red"),
    Severity.ERROR: ("red",),
    Severity.WARNING: ("yellow",),
    Severity.INFO: ("blue",),
}
_VERDICT_LOOKS = {Verdict.PASS: ("bold", "green"), Verdict.REVIEW: ("bold", "yellow"), Verdict.REJECT: ("bold", "red")}
_LARGEST = 3  # losses that are named
_CAUSES = 6  # causes that are named
_FAILED = 10  # failing files that are named


def of_one(report: Report, run: Run) -> str:
    """Verdict, score, the gravest causes and what to do next."""
    summary, style = run.summary(), run.style
    counts = _counts(summary.severities) + _suppressed(summary)
    lines = [f"{_verdict(report, style)}, {scored(report)}; {counts}"]
    if run.statistics:
        lines += _statistics(summary)
    else:
        lines += _causes(report.causes, style)
    lines += [f"Fails: {', '.join(failure.reasons)}." for failure in summary.failed]
    lines += _next(summary.rules, style)
    return _lines(lines)


def of_page(report: Report, style: Style) -> str:
    """One line for a page with findings, nothing for one without."""
    if not report.findings:
        return ""
    counts: dict[str, int] = {severity.value: 0 for severity in Severity}
    for finding in report.findings:
        counts[finding.severity] += 1
    name = style.paint(report.document.name, "bold")
    return f"{name}: {_verdict(report, style)}, {scored(report)}; {_counts(counts)}\n\n"


def of_many(run: Run) -> str:
    """Counts over all files, the largest losses, the files that fail and what to do next."""
    summary, style = run.summary(), run.style
    verdicts = ", ".join(f"{count} {verdict}" for verdict, count in summary.verdicts.items())
    counts = _counts(summary.severities) + _suppressed(summary)
    lines = [f"{_number(summary.files, 'file')}: {style.paint(verdicts, 'bold')}; {counts}"]
    if summary.errors:
        lines.append(style.paint(f"{_number(len(summary.errors), 'file')} could not be audited, see above", "red"))
    lines += _statistics(summary) if run.statistics else _losses(summary.rules, style)
    if unread := summary.audited.get("none"):
        lines.append(style.paint(f"{_number(unread, 'file')} held no text to judge", "yellow"))
    lines += _failures(summary, style)
    lines += _next(summary.rules, style)
    lines += _start(summary, style) if run.statistics else []
    return _lines(lines)


def _verdict(report: Report, style: Style) -> str:
    return style.paint(report.verdict, *_VERDICT_LOOKS[report.verdict])


def _counts(severities: Mapping[str, int]) -> str:
    parts = [f"{severities[severity]} {_plural(severity, severities[severity])}" for severity in reversed(Severity)]
    return ", ".join(part for part in parts if not part.startswith("0 ")) or "no findings"


def _suppressed(summary: Summary) -> str:
    return f"; {summary.suppressed:,} suppressed" if summary.suppressed else ""


def _losses(totals: Sequence[RuleTotal], style: Style) -> Iterator[str]:
    costly = [total for total in totals if total.points]
    for total in costly[:_LARGEST]:
        yield f"{-total.points:8.1f}  {style.paint(total.rule, *SEVERITY_LOOKS[total.severity])}, {_findings(total)}"
    if rest := costly[_LARGEST:]:
        yield f"{-sum(total.points for total in rest):8.1f}  by {_number(len(rest), 'other rule')}"


def _causes(causes: Sequence[Cause], style: Style) -> Iterator[str]:
    """What each cost; all of them and the score are 100 together, unless the score is 0."""
    costly = [cause for cause in causes if cause.points]
    for cause in costly[:_CAUSES]:
        said = clip(" ".join(visible(cause.sentence).split()), max(40, style.width - 20 - len(cause.severity)))
        yield f"{-cause.points:6}  {style.paint(cause.severity, *SEVERITY_LOOKS[cause.severity])}: {said}"
    if rest := costly[_CAUSES:]:
        yield f"{-sum(cause.points for cause in rest):6}  by {_number(len(rest), 'other cause')}"


def _findings(total: RuleTotal) -> str:
    files = f" in {total.files} files" if total.files > 1 else ""
    return f"{_number(total.findings, 'finding')}{files}"


def _statistics(summary: Summary) -> Iterator[str]:
    yield f"{'points':>8}  {'findings':>8}  {'files':>6}  {'severity':<8}  rule"
    for total in summary.rules:
        yield f"{-total.points or 0.0:8.1f}  {total.findings:8}  {total.files:6}  {total.severity:<8}  {total.rule}"


def _failures(summary: Summary, style: Style) -> Iterator[str]:
    if not summary.failed:
        return
    yield f"{_number(len(summary.failed), 'file')} {'fails' if len(summary.failed) == 1 else 'fail'}, lowest first:"
    for failure in sorted(summary.failed, key=lambda failure: (failure.score or 0, failure.name))[:_FAILED]:
        yield f"{shown(failure.score):>8}  {style.paint(failure.name, 'bold')}: {', '.join(failure.reasons)}"
    if len(summary.failed) > _FAILED:
        yield f"          and {len(summary.failed) - _FAILED} more"


def _next(totals: Sequence[RuleTotal], style: Style) -> Iterator[str]:
    if totals:
        yield f"\nNext: {style.paint(f'auditor explain {totals[0].rule}', 'cyan')}"


def _start(summary: Summary, style: Style) -> Iterator[str]:
    """What to do with an archive that was never checked."""
    if summary.rules:
        first = style.paint(f"--select {summary.rules[0].rule}", "cyan")
        later = style.paint("auditor baseline create", "cyan")
        yield f"Start with one rule, {first}; {later} lets only new findings fail"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def _plural(severity: Severity, count: int) -> str:
    return f"{severity}s" if count != 1 and severity in (Severity.WARNING, Severity.ERROR) else severity.value


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
