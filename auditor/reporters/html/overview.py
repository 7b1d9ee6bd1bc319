"""Many articles at a glance: how the scores lie, what goes wrong most, and a table to search and sort."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model import Dimension, Report, Severity, Verdict
from auditor.reporters.answer import titles
from auditor.reporters.html import charts
from auditor.reporters.html.findings import severity
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.html.verdict import counted
from auditor.reporters.page import shown
from auditor.reporters.summary import CauseTotal, Summary, Unread

_FREQUENT = 9  # kinds of cause that are named
_WORST = 3  # causes that a row names
_IN_SIGHT = 10  # files that could not be audited
_COLUMNS = (("score", "Score"), ("verdict", "Verdict"), ("name", "Article"), ("findings", "Findings"), ("", "Worst"))


class Row(Struct, frozen=True):
    """What the overview needs of one article."""

    name: str
    title: str
    href: str  # empty: the article is not part of the report
    score: float | None
    verdict: Verdict
    severities: dict[str, int]
    rules: tuple[str, ...]  # the costliest first
    lost: dict[str, float]
    worst: tuple[str, ...] = ()  # what its gravest causes are called
    kinds: tuple[str, ...] = ()  # of its causes


def row(report: Report, href: str) -> Row:
    costs: dict[str, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
    for finding in report.findings:
        rank, lost = costs[finding.rule]
        costs[finding.rule] = (max(rank, finding.severity.rank), lost + finding.points)
    return Row(
        name=report.document.name,
        title=report.document.title or "",
        href=href,
        score=report.score,
        verdict=report.verdict,
        severities=dict(Counter(finding.severity.value for finding in report.findings)),
        rules=tuple(sorted(costs, key=lambda rule: (-costs[rule][0], -costs[rule][1], rule))),
        lost={name: dimension.lost for name, dimension in report.dimensions.items() if dimension.lost},
        worst=tuple(titles(report)[:_WORST]),
        kinds=tuple(dict.fromkeys(cause.kind for cause in report.causes)),
    )


def overview(rows: Sequence[Row], summary: Summary, dimensions: Sequence[str]) -> Markup:
    ordered = sorted(rows, key=lambda row: (row.score or 0, -sum(row.severities.values()), row.name))
    return join(
        tag("header", *_head(ordered, summary, dimensions), class_="top many"),
        _unread(summary.errors),
        _frequent(summary.causes),
        _table(ordered),
        _partly(summary.partly),
    )


def _head(rows: Sequence[Row], summary: Summary, dimensions: Sequence[str]) -> Iterator[Markup]:
    found = counted(summary.severities) or "nothing found"
    judgement = [tag("h1", _number(summary.files, "article")), _verdicts(summary), tag("p", found, class_="about")]
    if rows:
        plot = tag("figure", charts.histogram((row.score, row.verdict, 1) for row in rows if row.score is not None))
        mean = f"mean {shown(summary.mean_score)}, lowest {shown(summary.lowest_score)}"
        judgement += [tag("h2", "Scores ", tag("span", mean, class_="quiet")), plot]
    yield tag("div", judgement, class_="judgement")
    yield charts.costs(_means(rows, dimensions), mean=len(rows))


def _verdicts(summary: Summary) -> Markup:
    parts = (
        tag("li", tag("b", f"{summary.verdicts[verdict]:,}"), f" {verdict}", class_=verdict.value)
        for verdict in (Verdict.REJECT, Verdict.REVIEW, Verdict.PASS)
    )
    return tag("ul", parts, class_="verdicts")


def _means(rows: Sequence[Row], dimensions: Sequence[str]) -> dict[str, Dimension]:
    sums = {name: sum(row.lost.get(name, 0) for row in rows) for name in dimensions}
    return {name: Dimension(0, _mean(lost, len(rows))) for name, lost in sums.items()}


def _mean(lost: float, articles: int) -> float:
    """Rounded to tenths, but what is lost never becomes nothing."""
    mean = lost / max(1, articles)
    return round(mean, 1) or mean


def _unread(files: Sequence[Unread]) -> Markup | str:
    """What nobody judged stands above; many of them must not push everything else off the screen."""
    if not files:
        return ""
    head = tag("h2", f"{_number(len(files), 'file')} could not be audited")
    rest = files[_IN_SIGHT:]
    more = tag("details", tag("summary", f"{_number(len(rest), 'file')} more"), _listed(rest)) if rest else ""
    return tag("section", head, _listed(files[:_IN_SIGHT]), more, class_="unread")


def _listed(files: Sequence[Unread]) -> Markup:
    return tag("ul", (tag("li", tag("b", unread.name), ": ", unread.error) for unread in files))


def _partly(files: Sequence[Unread]) -> Markup | str:
    """By the reason, as many files mostly have the same."""
    if not files:
        return ""
    reasons: dict[str, list[str]] = {}
    for one in files:
        reasons.setdefault(one.error, []).append(one.name)
    ordered = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
    groups = (
        tag("details", tag("summary", f"{reason}: {_number(len(names), 'file')}"), tag("p", ", ".join(names)))
        for reason, names in ordered
    )
    return tag("section", tag("h2", f"{_number(len(files), 'file')} judged in part"), groups, class_="partly")


def _frequent(causes: Sequence[CauseTotal]) -> Markup | str:
    often = causes[:_FREQUENT]
    if not often:
        return ""
    most = max(total.files for total in often)
    return tag(
        "section",
        tag("h2", "What goes wrong most"),
        tag("ol", (_fault(total, most) for total in often)),
        class_="frequent",
    )


def _fault(total: CauseTotal, most: int) -> Markup:
    name = tag("button", total.title, type="button", data_rule=total.kind, title=f"Articles with {total.kind}")
    lost = f", −{total.points:,} points" if total.points else ""
    figures = f"{_number(total.files, 'article')}, {_number(total.findings, 'finding')}{lost}"
    return tag(
        "li",
        severity(total.severity),
        name,
        tag("span", figures, class_="quiet"),
        charts.share(total.files, most),
        class_=total.severity,
    )


def _table(rows: Sequence[Row]) -> Markup:
    heads = (
        tag("th", tag("button", label, type="button") if key else label, scope="col", data_key=key or None)
        for key, label in _COLUMNS
    )
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", map(_row, rows)))
    more = tag("button", "Show more", type="button", class_="show", hidden=True)
    return tag("section", _search(rows), table, more, class_="articles", aria_label="Articles")


def _search(rows: Sequence[Row]) -> Markup:
    counts = Counter(row.verdict for row in rows)
    field = tag("input", type="search", placeholder="Name, title or rule", aria_label="Search the articles")
    chips = (
        tag(
            "button",
            f"{verdict.capitalize()} {counts[verdict]:,}",
            type="button",
            data_verdict=verdict,
            aria_pressed="true",
        )
        for verdict in (Verdict.REJECT, Verdict.REVIEW, Verdict.PASS)
        if counts[verdict]
    )
    head = tag("h2", "Articles ", tag("span", f"{len(rows):,}", class_="total", aria_live="polite"))
    return tag(
        "div", head, field, tag("div", chips, class_="chips", role="group", aria_label="Verdict"), class_="search"
    )


def _row(row: Row) -> Markup:
    worst = "; ".join(row.worst)
    title = row.title or row.name
    name = tag("a", title, href=row.href, dir="auto") if row.href else tag("span", title, dir="auto")
    rank = sum(row.severities.get(s, 0) * 1000**s.rank for s in Severity)
    return tag(
        "tr",
        tag("td", shown(row.score), class_="score"),
        tag("td", tag("span", row.verdict.capitalize(), class_=f"verdict {row.verdict}")),
        tag("td", name, tag("span", row.name, class_="file") if row.title else "", class_="name"),
        tag("td", counted(row.severities), data_v=str(rank)),
        tag("td", worst, class_="worst"),
        data_rules=" ".join(dict.fromkeys((*row.rules, *row.kinds))),
        data_verdict=row.verdict.value,
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
