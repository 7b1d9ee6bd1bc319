"""One article: score and verdict, what it cost, the text with its marks, the findings beside it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from auditor.model import Audited, Cause, Report, Rule, Severity, Suppressed
from auditor.reporters.html import charts
from auditor.reporters.html.findings import listing, points
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.html.ranking import Group, groups
from auditor.reporters.html.reading import ZONES, anchors, reading
from auditor.reporters.page import Page

_LARGEST = 6  # causes that are named at the top
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_FORMATS = {"html": "HTML", "markdown": "Markdown", "text": "Plain text", "docx": "Word"}


def article(page: Page, report: Report, rules: Mapping[str, Rule], prefix: str = "") -> Markup:
    """The inside of an article's page.

    Args:
        prefix: of the ids, where several articles share one file.
    """
    found = groups(report, rules, prefix)
    numbered = {one.index: one for group in found for one in group.findings}
    shown = anchors(page.passages, numbered)
    head = tag("h2", "The article, as read")
    return join(
        _top(report, found),
        tag(
            "div",
            tag("section", *_findings(found, shown, prefix), class_="findings", aria_label="Findings"),
            tag("article", head, reading(page.passages, numbered), lang=_language(report), id=f"{prefix}text"),
            class_="desk",
        ),
        _suppressed(report, rules),
        _ran(report, rules),
    )


def counted(severities: Mapping[str, int]) -> str:
    """`2 critical, 1 error`; empty without any."""
    named = ((severity, severities.get(severity, 0)) for severity in reversed(Severity))
    return ", ".join(f"{count:,} {_PLURALS.get(s, s) if count != 1 else s}" for s, count in named if count)


def _top(report: Report, found: Sequence[Group]) -> Markup:
    document = report.document
    judgement = tag(
        "div",
        tag("p", tag("strong", report.verdict.capitalize()), _because(report), class_="verdict"),
        tag("p", _judged(report), class_="note") if report.coverage.reason else "",
        tag("h1", document.title or document.name, dir="auto"),
        tag("p", *_about(report), class_="about"),
        _losses(report, found),
        [tag("p", note, class_="note") for note in document.notes],
        class_="judgement",
    )
    return tag(
        "header",
        charts.gauge(report.score, report.verdict),
        judgement,
        charts.costs(report.dimensions),
        class_=f"top {report.verdict}",
    )


def _because(report: Report) -> str:
    counts = counted(Counter(finding.severity.value for finding in report.findings))
    return counts or "nothing found"


def _about(report: Report) -> Iterator[Markup | str]:
    document = report.document
    if document.title:
        yield tag("span", document.name, class_="file")
        yield " · "
    parts = [*document.byline[:3], document.site, document.published, _FORMATS.get(document.format, document.format)]
    if document.page_type != "article":
        parts.append(f"a {document.page_type} page, not an article")
    yield from (join(tag("bdi", part), " · ") for part in parts if part)
    yield f"{document.words:,} words"


def _judged(report: Report) -> str:
    covered = report.coverage
    if report.audited is Audited.NONE:
        return f"Nothing was judged: {covered.reason}."
    return f"{covered.ran} of {covered.of} rules could judge it: {covered.reason}."


def _losses(report: Report, found: Sequence[Group]) -> Markup | str:
    ids = {one.index: one.id for group in found for one in group.findings}
    costly = [cause for cause in report.causes if cause.points][:_LARGEST]
    if not costly:
        return ""
    return tag("ol", (_loss(cause, ids[cause.findings[0]]) for cause in costly), class_="losses", aria_label="Causes")


def _loss(cause: Cause, first: str) -> Markup:
    return tag("li", points(cause.points), " ", tag("a", " ".join(cause.sentence.split()), href=f"#{first}"))


def _findings(found: Sequence[Group], shown: frozenset[str], prefix: str) -> Iterator[Markup]:
    total = sum(len(group.findings) for group in found)
    if not total:
        yield tag("div", tag("h2", "Findings"), tag("p", "No rule found anything to object to."), class_="none")
        return
    head = tag("h2", "Findings ", tag("span", str(total), class_="total", aria_live="polite"))
    skip = tag("a", "To the article ↓", href=f"#{prefix}text", class_="skip")
    yield tag("div", head, _stepper(), _filters(found), skip, class_="controls")
    yield tag(
        "div", listing(tuple(found), shown), class_="list", tabindex="0", role="group", aria_label="List of findings"
    )
    yield _hint()


def _stepper() -> Markup:
    return tag(
        "div",
        tag("button", "‹", type="button", class_="previous", aria_label="Previous finding"),
        tag("button", "›", type="button", class_="next", aria_label="Next finding"),
        tag("a", href="#", class_="current"),
        class_="stepper",
    )


def _hint() -> Markup:
    pairs = ((("j", "k"), " step  "), (("Enter",), " to the text  "), (("Esc",), " let go  "), (("?",), " all keys"))
    return tag("p", ((*(tag("kbd", key) for key in keys), does) for keys, does in pairs), class_="hint")


def _filters(found: Sequence[Group]) -> Markup:
    severities = Counter(group.first.severity for group in found for _ in group.findings)
    chips = (_chip(severity, severities[severity]) for severity in reversed(Severity) if severities[severity])
    dimensions = sorted({group.first.dimension for group in found})
    present = {one.finding.zone for group in found for one in group.findings}
    zones = {zone.value: name for zone, name in ZONES.items()} | {"document": "The page as a whole"}
    return tag(
        "div",
        tag("div", chips, class_="chips", role="group", aria_label="Severity"),
        _choice("dimension", "All dimensions", {name: name.capitalize() for name in dimensions}),
        _choice("zone", "All zones", {zone: name for zone, name in zones.items() if zone in present}),
        class_="filters",
    )


def _chip(severity: Severity, count: int) -> Markup:
    label = join(tag("span", severity.capitalize(), class_=f"sev {severity}"), f" {count}")
    return tag("button", label, type="button", data_severity=severity.value, aria_pressed="true")


def _choice(name: str, every: str, choices: Mapping[str, str]) -> Markup | str:
    if len(choices) < 2:
        return ""
    options = (tag("option", label, value=value) for value, label in choices.items())
    return tag("select", tag("option", every, value=""), options, data_by=name, aria_label=name.capitalize())


def _suppressed(report: Report, rules: Mapping[str, Rule]) -> Markup | str:
    if not report.suppressed:
        return ""
    lines = (_excused(one, _title(one.finding.rule, rules)) for one in report.suppressed)
    summary = tag("summary", f"{len(report.suppressed)} suppressed, with reasons")
    return tag("details", summary, lines, class_="ran")


def _excused(one: Suppressed, title: str) -> Markup:
    until = f", until {one.until}" if one.until else ""
    where = f" Line {one.finding.line}:{one.finding.column}. "
    return tag("p", tag("b", f"{title}: "), one.finding.message, ".", where, f"By {one.by}{until}: ", one.reason or "-")


def _ran(report: Report, rules: Mapping[str, Rule]) -> Markup:
    outcomes = report.rules
    parts = [
        tag("p", tag("b", f"{label} ({len(ids)}): "), ", ".join(_title(id_, rules) for id_ in ids))
        for label, ids in (("Silent", outcomes.passed), ("Not applicable", outcomes.not_applicable))
        if ids
    ]
    parts += [tag("p", tag("b", f"Failed to run: {e.rule}. "), e.error, class_="note") for e in outcomes.errored]
    total = sum(map(len, (outcomes.passed, outcomes.failed, outcomes.not_applicable, outcomes.errored)))
    summary = tag("summary", f"{total} rules ran, {len(outcomes.passed)} had nothing to say")
    made = tag("p", f"Made by {report.tool.name} {report.tool.version}, rules {report.tool.rules}.")
    return tag("details", summary, parts, made, class_="ran")


def _title(id_: str, rules: Mapping[str, Rule]) -> str:
    return rules[id_].title if id_ in rules else id_


def _language(report: Report) -> str | None:
    language = report.document.language or report.document.declared_language
    return language if language and _LANGUAGE.fullmatch(language) else None
