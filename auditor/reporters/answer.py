"""What a reader is told first: verdict, score, what was judged, and the gravest causes in words."""

from collections.abc import Iterator

from auditor.model import Audited, Cause, Finding, Head, Report, Severity, Verdict
from auditor.reporters.once import once
from auditor.reporters.page import shown
from auditor.reporters.paint import Style, clip, columns, one_line
from auditor.reporters.spots import elsewhere
from auditor.reporters.word_files import unit

SEVERITY_LOOKS = {
    Severity.CRITICAL: ("bold", "red"),
    Severity.ERROR: ("red",),
    Severity.WARNING: ("yellow",),
    Severity.INFO: ("blue",),
}
VERDICT_LOOKS = {Verdict.PASS: ("bold", "green"), Verdict.REVIEW: ("bold", "yellow"), Verdict.REJECT: ("bold", "red")}
FORMATS = {"html": "HTML", "markdown": "Markdown", "text": "plain text", "docx": "Word"}
OTHER_PAGES = {  # what the document is where it is no article
    "forum": "a forum, not an article",
    "product": "a product page, not an article",
    "listing": "a list of pages, not an article",
    "search": "search results, not an article",
    "empty": "too short for an article",
}
_CAUSES = 6  # that are named; a reader keeps no more in mind
_NAMED = 3  # in one line of many files
_LEAST = 12  # columns below which a quotation says nothing


def first(report: Report, counts: str, style: Style) -> list[str]:
    """The lines with which the report of one page begins."""
    gravest = list(_gravest(report, style))
    return [f"{judged(report, style)}; {counts}", *_read(report, style), *(["", *gravest] if gravest else [])]


def judged(report: Report, style: Style) -> str:
    """Verdict and score."""
    looks = VERDICT_LOOKS[report.verdict]
    if report.audited is Audited.NONE:
        return f"{style.paint('Not judged', *looks)}: {one_line(report.coverage.reason)}"
    return f"{style.paint(report.verdict.capitalize(), *looks)}, {shown(report.score)} of 100"


def one_of_many(report: Report, name: str, style: Style) -> str:
    """A page among many in one line; it is not cut, so that a log says the same as a terminal."""
    verdict = "no text" if report.audited is Audited.NONE else report.verdict
    head = style.paint(f"{verdict:<7} {shown(report.score):>4}", *VERDICT_LOOKS[report.verdict])
    return f"{head}  {style.link(style.paint(name, 'bold'), name)}: {_named(report)}\n"


def titles(report: Report) -> list[str]:
    """What is wrong, the gravest first; information only where there is nothing else."""
    grave = [cause for cause in report.causes if cause.severity is not Severity.INFO]
    return list(dict.fromkeys(called(cause) for cause in grave or report.causes))


def leading(report: Report, cause: Cause) -> Finding:
    """The finding that a cause is called after: of the gravest the first."""
    return max((report.findings[i] for i in cause.findings), key=lambda finding: finding.severity.rank)


def called(cause: Cause) -> str:
    return one_line(cause.title) or cause.kind


def _named(report: Report) -> str:
    names = titles(report)
    more = len(names) - _NAMED
    return "; ".join((*names[:_NAMED], *([f"and {more} more"] if more > 0 else [])))


def _read(report: Report, style: Style) -> Iterator[str]:
    """What was judged, by how many rules, and what was not."""
    covered, head = report.coverage, report.document
    rules = f"judged by {covered.ran} of {covered.of} rules" if covered.of else ""
    yield f"{style.paint(head.name, 'bold')}: {', '.join(part for part in (*_what(head), rules) if part)}"
    told = [covered.reason] if report.audited is Audited.PART else []
    yield from (f"  {one_line(note)}" for note in dict.fromkeys((*told, *head.notes)))


def _what(head: Head) -> Iterator[str]:
    yield FORMATS.get(head.format, head.format)
    yield f"{head.words:,} word" + ("" if head.words == 1 else "s")
    if head.page_type != "article":
        yield OTHER_PAGES.get(head.page_type, head.page_type)


def _gravest(report: Report, style: Style) -> Iterator[str]:
    costly = [cause for cause in report.causes if cause.points]
    shown_once = {told.index for told in once(report)}
    for cause in costly[:_CAUSES]:
        yield _told(report, cause, sum(i in shown_once for i in cause.findings), style)
    if rest := costly[_CAUSES:]:
        yield f"{-sum(cause.points for cause in rest):6}  and {_number(len(rest), 'smaller cause')}"


def _told(report: Report, cause: Cause, signs: int, style: Style) -> str:
    """One cause in one line: what it is called, the words it is about, how often and where."""
    finding = leading(report, cause)
    name, where = called(cause), _where(finding, signs, unit(report.document))
    quoted = _quoted(finding, style.width - 12 - columns(name) - columns(where))
    painted = style.paint(name, *SEVERITY_LOOKS[cause.severity])
    return f"{-cause.points:6}  {painted}{f': {quoted}' if quoted else ''}{where}"


def _where(finding: Finding, signs: int, unit: str) -> str:
    line = f", {unit} {finding.line}" if finding.length else ""
    if signs > 1:
        return f"{line}, and {_number(signs - 1, 'more sign')}"
    places = 1 + elsewhere(finding)
    return f"{line}, {places:,} times" if places > 1 else line


def words_of(evidence: str, message: str) -> str:
    """The words that a finding is about: its evidence, or what its message ends with if that quotes on from there."""
    _, mark, rest = message.partition(f'"{evidence}')
    return evidence + rest.removesuffix('"') if mark and rest.endswith('"') else evidence


def _quoted(finding: Finding, room: int) -> str:
    return quotation(words_of(finding.evidence, finding.message), room)


def quotation(words: str, room: int) -> str:
    """The words between quotation marks, clipped; nothing where too little of them would be left."""
    said = one_line(words).strip("\"“”„'‘’«» ")
    return f'"{clip(said, room)}"' if said and room >= min(_LEAST, columns(said)) else ""


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
