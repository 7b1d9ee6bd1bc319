"""One article: score and verdict, what it cost, the text with its marks, the findings beside it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from auditor.model import Report, Rule, Severity, Suppressed
from auditor.reporters.html.findings import listing
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.html.people import people
from auditor.reporters.html.ranking import Group, groups
from auditor.reporters.html.reading import ZONES, anchors, reading
from auditor.reporters.html.verdict import top
from auditor.reporters.page import Page

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


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
        top(page, report, found),
        people(report),
        tag(
            "div",
            tag("section", *_findings(found, shown, prefix), class_="findings", aria_label="Findings"),
            tag("article", head, reading(page.passages, numbered), lang=_language(report), id=f"{prefix}text"),
            class_="desk",
        ),
        _suppressed(report, rules),
        _ran(report, rules),
    )


def _findings(found: Sequence[Group], shown: frozenset[str], prefix: str) -> Iterator[Markup]:
    total = sum(len(group.findings) for group in found)
    if not total:
        yield tag("div", tag("h2", "Findings"), tag("p", "Nothing was found."), class_="none")
        return
    head = tag("h2", "Findings ", tag("span", str(total), class_="total", aria_live="polite"))
    skip = tag("a", "To the article ↓", href=f"#{prefix}text", class_="skip")
    yield tag("div", head, _stepper(), _filters(found), skip, class_="controls")
    yield tag(
        "div", listing(tuple(found), shown), class_="list", tabindex="0", role="group", aria_label="List of findings"
    )
    yield _hint()


@cache
def _stepper() -> Markup:
    return tag(
        "div",
        tag("button", "‹", type="button", class_="previous", aria_label="Previous finding"),
        tag("button", "›", type="button", class_="next", aria_label="Next finding"),
        tag("a", href="#", class_="current"),
        class_="stepper",
    )


@cache
def _copy() -> Markup:
    return tag(
        "button",
        "Copy as a note",
        type="button",
        class_="copy",
        title="For a mail to the author",
    )


@cache
def _hint() -> Markup:
    pairs = ((("j", "k"), " step  "), (("Enter",), " to the text  "), (("Esc",), " deselect  "), (("?",), " shortcuts"))
    return tag("p", ((*(tag("kbd", key) for key in keys), does) for keys, does in pairs), class_="hint")


def _filters(found: Sequence[Group]) -> Markup:
    severities = Counter(one.finding.severity for group in found for one in group.findings)
    chips = (_chip(severity, severities[severity]) for severity in reversed(Severity) if severities[severity])
    dimensions = sorted({one.finding.dimension for group in found for one in group.findings})
    present = {one.finding.zone for group in found for one in group.findings}
    zones = {zone.value: name for zone, name in ZONES.items()} | {"document": "The page as a whole"}
    return tag(
        "div",
        tag("div", chips, class_="chips", role="group", aria_label="Severity"),
        _choice("dimension", "All dimensions", {name: name.capitalize() for name in dimensions}),
        _choice("zone", "All zones", {zone: name for zone, name in zones.items() if zone in present}),
        _copy(),
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
        tag("p", tag("b", f"{label} ({len(ids)}): "), ", ".join([_title(id_, rules) for id_ in ids]))
        for label, ids in (("Found nothing", outcomes.passed), ("Not about pages like this", outcomes.not_applicable))
        if ids
    ]
    parts += [tag("p", tag("b", f"Failed to run: {e.rule}. "), e.error, class_="note") for e in outcomes.errored]
    total = sum(map(len, (outcomes.passed, outcomes.failed, outcomes.not_applicable, outcomes.errored)))
    ran = len(outcomes.passed) + len(outcomes.failed)
    summary = tag("summary", f"{total} rules: {ran} judged this page, {len(outcomes.passed)} of them found nothing")
    made = tag("p", f"Made by {report.tool.name} {report.tool.version}, rules {report.tool.rules}.")
    return tag("details", summary, parts, made, class_="ran")


def _title(id_: str, rules: Mapping[str, Rule]) -> str:
    rule = rules.get(id_)
    return rule.title if rule else id_


def _language(report: Report) -> str | None:
    language = report.document.language or report.document.declared_language
    return language if language and _LANGUAGE.fullmatch(language) else None
