"""The head of an article's page: the verdict, why it is that, and the gravest causes in words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from auditor.messages import language
from auditor.model import Audited, Gate, Report, Severity
from auditor.reporters.answer import FORMATS, OTHER_PAGES, called, words_of
from auditor.reporters.html import charts
from auditor.reporters.html.findings import points, prose
from auditor.reporters.html.markup import Markup, direction, join, tag
from auditor.reporters.html.ranking import Group
from auditor.reporters.page import Page, shown
from auditor.reporters.paint import clip
from auditor.reporters.spots import elsewhere
from auditor.reporters.totals import number
from auditor.reporters.word_files import unit

_LARGEST = 6  # causes that are named at the top
_QUOTED = 60  # columns of the words that a cause is about
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings"}


def top(page: Page, report: Report, found: Sequence[Group]) -> Markup:
    """Verdict, title, gravest causes, score and what each dimension lost."""
    document = report.document
    title = document.title or document.name
    judgement = tag(
        "div",
        tag("p", tag("strong", _verdict(report)), _because(found), class_="verdict"),
        tag("p", _judged(report), class_="note") if report.coverage.reason else "",
        tag("h1", title, dir=direction(title) or "auto"),
        tag("p", *_about(report), class_="about"),
        _gravest(report, found),
        _why(report, page.gate),
        [tag("p", note[:1].upper(), note[1:].rstrip("."), ".", class_="note") for note in document.notes],
        class_="judgement",
    )
    return tag(
        "header",
        charts.gauge(report.score, report.verdict),
        judgement,
        charts.costs(report.dimensions),
        class_=f"top {report.verdict}",
    )


def counted(severities: Mapping[str, int]) -> str:
    """`2 critical, 1 error`; empty without any."""
    named = ((severity, severities.get(severity, 0)) for severity in reversed(Severity))
    return ", ".join(f"{count:,} {_name(s, count)}" for s, count in named if count)


def spelled(moment: str) -> Markup | str:
    """A date as people write it, which the script writes as the reader's language does; the text where it is none."""
    try:
        day = date.fromisoformat(moment[:10])
    except ValueError:
        return moment
    return tag("time", f"{day.day} {day:%B} {day.year}", datetime=day.isoformat())


def _name(severity: Severity, count: int) -> str:
    if severity is Severity.INFO:
        return "for information"
    return _PLURALS.get(severity, severity.value) if count != 1 else severity.value


def _verdict(report: Report) -> str:
    return "Not judged" if report.audited is Audited.NONE else report.verdict.capitalize()


def _because(found: Sequence[Group]) -> str:
    counts = counted(Counter(one.finding.severity.value for group in found for one in group.findings))
    return counts or "nothing found"


def _about(report: Report) -> Iterator[Markup | str]:
    document = report.document
    if document.title:
        yield tag("span", document.name, class_="file")
        yield " · "
    when = spelled(document.published or "")
    told = language(document.language) if document.language else ""
    parts = [*document.byline[:3], document.site, when, told, FORMATS.get(document.format, document.format)]
    if document.page_type != "article":
        parts.append(OTHER_PAGES.get(document.page_type, document.page_type))
    yield from (join(tag("bdi", part), " · ") for part in parts if part)
    yield number(document.words, "word")


def _judged(report: Report) -> str:
    covered = report.coverage
    if report.audited is Audited.NONE:
        return f"Nothing was judged: {covered.reason}."
    return f"{covered.ran} of {covered.of} rules could judge it: {covered.reason}."


def _gravest(report: Report, found: Sequence[Group]) -> Markup | str:
    costly = [group for group in found if group.cause.points]
    if not costly:
        return ""
    rest = costly[_LARGEST:]
    more = f"and {len(rest)} smaller" if rest else ""
    lost = float(-sum(-group.cause.points for group in rest))
    last = [tag("li", points(lost), " ", tag("span", more, class_="quiet"))] if rest else []
    return tag(
        "ol",
        [_cause(group, unit(report.document)) for group in costly[:_LARGEST]],
        last,
        class_="losses",
        aria_label="Causes",
    )


def _cause(group: Group, line: str) -> Markup:
    first, cause = group.first, group.cause
    said = " ".join(words_of(first.evidence, first.message).split()).strip("\"“”„'‘’«» ")
    quoted = [": ", tag("q", clip(said, _QUOTED), dir=direction(said) or "auto")] if said else []
    where = [f", {line} {first.line}"] if first.length else []
    signs, places = len(group.findings) - 1, 1 + elsewhere(first)
    often = f", and {signs} more sign{'s' * (signs > 1)}" if signs else f", {places:,} times" if places > 1 else ""
    return tag(
        "li",
        points(cause.points),
        " ",
        tag("span", tag("a", prose(called(cause)), href=f"#{group.findings[0].id}"), quoted, where, often),
    )


def _why(report: Report, gate: Gate) -> Markup | str:
    """How the verdict comes about, and what it could have been."""
    if report.audited is Audited.NONE:
        return ""
    lost = sum(cause.points for cause in report.causes)
    low, high = f"{gate.reject_under:g}", f"{gate.pass_from:g}"
    bands = f"A score under {low} means reject, under {high} review, from {high} on pass."
    classes = "A critical cause costs 61 to 100 points, an error 31 to 60, a warning 11 to 20, information nothing."
    sum_ = (
        f"100 less {lost:g} points is {shown(report.score)}."
        if lost <= 100
        else f"The causes cost {lost:g} points, more than there are: the score is 0."
    )
    return tag(
        "details",
        tag("summary", f"Why {report.verdict}?"),
        tag("p", sum_, " ", bands, " ", classes, " Findings about the same thing are one cause."),
        class_="bands",
    )
