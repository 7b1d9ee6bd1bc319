"""What a run adds up to: counts, what to look at first, what fails and what to do next."""

from collections.abc import Iterator, Mapping, Sequence

from auditor.model import Report, Severity
from auditor.reporters.answer import SEVERITY_LOOKS, judged, leading, titles
from auditor.reporters.page import Run, shown
from auditor.reporters.paint import Style, one_line
from auditor.reporters.summary import CauseTotal, Failure, Summary, Unread

_LARGEST = 5  # kinds of cause that are named
_NAMED = 3  # causes in the last line of one page
_FILES = 10  # files that are named of those that fail, and of those to be reviewed


def counts(summary: Summary) -> str:
    """`1 critical, 2 warnings, 3 for information; 1 suppressed`."""
    found = summary.severities
    parts = [f"{found[severity]:,} {_plural(severity, found[severity])}" for severity in reversed(Severity)]
    told = ", ".join(part for part in parts if not part.startswith("0 ")) or "no findings"
    return f"{told}; {summary.suppressed:,} suppressed" if summary.suppressed else told


def of_one(report: Report, run: Run, hidden: int, *, repeated: bool) -> str:
    """What the reader of one page is left with; the verdict once more where its details have pushed it away."""
    summary, style = run.summary(), run.style
    lines = list(_statistics(summary)) if run.statistics else []
    if repeated:
        lines.append(f"{judged(report, style)}: {_in_brief(titles(report))}.")
    lines += [f"Fails: {', '.join(failure.reasons)}." for failure in summary.failed]
    lines += _hidden(hidden)
    lines += _fixable(summary, style)
    first = [leading(report, cause) for cause in report.causes[:1] if cause.severity.rank >= run.least.rank]
    following = [*_next([one.rule for one in first], run, {one.rule: one.dimension for one in first})]
    return _lines([*lines, *([""] if lines and following else []), *following])


def of_many(run: Run, hidden: int, listed: int) -> str:
    """Counts over all files, the largest losses, the files that fail or want a review, and what to do next."""
    summary, style = run.summary(), run.style
    verdicts = ", ".join(f"{count:,} {verdict}" for verdict, count in summary.verdicts.items() if count)
    lines = [f"{number(summary.files, 'file')}: {style.paint(verdicts, 'bold')}; {counts(summary)}"]
    if not summary.files:
        lines = [] if summary.errors else ["No file was audited"]
    if summary.errors:
        lines.append(style.paint(f"{number(len(summary.errors), 'file')} could not be audited, see above", "red"))
    gravest = sorted(summary.rules, key=lambda total: (-total.severity.rank, -total.points))
    lines += _statistics(summary) if run.statistics else _losses(summary.causes, style)
    if unread := summary.audited.get("none"):
        lines.append(style.paint(f"{number(unread, 'file')} held no text to judge", "yellow"))
    lines += _in_part(summary.partly, style)
    lines += _failing(summary.failed, style, above=0 < listed <= _FILES and not run.full)
    if listed > _FILES or run.full:  # else they stand just above
        lines += _files(summary.reviewed, "is to be reviewed", "are to be reviewed", style)
    lines += _further(hidden) if listed and not run.full else _hidden(hidden)
    lines += _fixable(summary, style)
    dimensions = {rule.id: rule.dimension for rule in run.rules.rules}
    following = [*_next([one.rule for one in gravest if one.severity.rank >= run.least.rank], run, dimensions)]
    lines += ["", *following] if following else []
    lines += _start(summary, style) if run.statistics else []
    return _lines(lines)


def _in_brief(names: Sequence[str]) -> str:
    more = [f"and {len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return ", ".join((*names[:_NAMED], *more))


def _hidden(count: int) -> Iterator[str]:
    if count:
        yield f"{number(count, 'finding')} not shown; --all shows {'it' if count == 1 else 'them'}"


def _further(hidden: int) -> Iterator[str]:
    """What one line a file leaves out."""
    yield "--all shows where each finding is" + (f", and {number(hidden, 'finding')} more" if hidden else "")


def _fixable(summary: Summary, style: Style) -> Iterator[str]:
    """What is left to a program, as in `--fix mends 3 places, --unsafe-fixes 2 more`."""
    safe, unsafe = summary.fixable, summary.fixable_unsafely
    fix, more = style.paint("--fix", "cyan"), style.paint("--unsafe-fixes", "cyan")
    if safe:
        yield f"{fix} mends {number(safe, 'place')}" + (f", with {more} {unsafe:,} more" if unsafe else "")
    elif unsafe:
        yield f"{fix} {more} mends {number(unsafe, 'place')}"


def _losses(totals: Sequence[CauseTotal], style: Style) -> Iterator[str]:
    costly = [total for total in totals if total.points]
    for total in costly[:_LARGEST]:
        name = style.paint(one_line(total.title), *SEVERITY_LOOKS[total.severity])
        yield f"{-total.points:8,}  {name}, in {number(total.files, 'file')}"
    if rest := costly[_LARGEST:]:
        yield f"{-sum(total.points for total in rest):8,}  {number(len(rest), 'other cause')}"


def _statistics(summary: Summary) -> Iterator[str]:
    yield f"{'points':>8}  {'findings':>8}  {'files':>6}  {'severity':<8}  rule"
    for total in summary.rules:
        yield f"{-total.points or 0.0:8.1f}  {total.findings:8}  {total.files:6}  {total.severity:<8}  {total.rule}"


def _failing(of: Sequence[Failure], style: Style, *, above: bool) -> Iterator[str]:
    """The files that fail; where they stand just above, how many, and why if it is the same for all."""
    reasons = {file.reasons for file in of}
    if above and len(reasons) == 1:
        yield f"{number(len(of), 'file')} {'fails' if len(of) == 1 else 'fail'}: {', '.join(reasons.pop())}"
    else:
        yield from _files(of, "fails", "fail", style)


def _files(of: Sequence[Failure], one: str, several: str, style: Style) -> Iterator[str]:
    if not of:
        return
    yield f"1 file {one}:" if len(of) == 1 else f"{number(len(of), 'file')} {several}, lowest first:"
    for file in sorted(of, key=lambda file: (file.score or 0, file.name))[:_FILES]:
        reasons = f": {', '.join(file.reasons)}" if file.reasons else ""
        yield f"{shown(file.score):>8}  {style.paint(file.name, 'bold')}{reasons}"
    if len(of) > _FILES:
        yield f"          and {len(of) - _FILES:,} more; --format jsonl has all"


def _in_part(files: Sequence[Unread], style: Style) -> Iterator[str]:
    if not files:
        return
    yield style.paint(f"{number(len(files), 'file')} {'was' if len(files) == 1 else 'were'} judged in part:", "yellow")
    for file in files[:_FILES]:
        yield f"          {style.paint(file.name, 'bold')}: {file.error}"
    if len(files) > _FILES:
        yield f"          and {len(files) - _FILES:,} more; --format jsonl has all"


def _next(rules: Sequence[str], run: Run, dimensions: Mapping[str, str]) -> Iterator[str]:
    if rules:
        address = run.about(rules[0], dimensions.get(rules[0], ""))
        explain = run.style.paint(f"auditor explain {rules[0]}", "cyan")
        yield f"Next: {explain}{f', or {address}' if address else ''}"


def _start(summary: Summary, style: Style) -> Iterator[str]:
    """What to do with an archive that was never checked."""
    if summary.rules:
        first = style.paint(f"--select {summary.rules[0].rule}", "cyan")
        later = style.paint("auditor baseline create", "cyan")
        yield f"Start with one rule, {first}; {later} lets only new findings fail"


def number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def _plural(severity: str, count: int) -> str:
    if severity == Severity.INFO:
        return "for information"
    return f"{severity}s" if count != 1 and severity in {Severity.WARNING, Severity.ERROR} else str(severity)


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
