"""A corpus as one HTML page in the look of the report: the answer, the worst documents, and the tables behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from auditor.corpus.compare.siblings import Siblings
from auditor.corpus.show import plots
from auditor.corpus.show.answer import Answer, Fault, Site, Told, Worst, apart
from auditor.corpus.show.summary import Sheet
from auditor.model import Verdict
from auditor.reporters.html import charts, shell
from auditor.reporters.html.findings import severity
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.page import shown
from auditor.reporters.paint import clip, one_line
from auditor.reporters.totals import number

_SAMPLE = 160  # characters of a text that are shown
_LISTED = 20  # groups of siblings in a table
_DRAWN = 200  # and in a picture
_LEADING = 4  # documents of the first screen
_CAUSES = 3  # of a document that are told with their evidence
_COLUMNS = (("score", "Score"), ("verdict", "Verdict"), ("name", "Document"), ("", "What is wrong"))


def page(
    out: str, found: Answer, sheets: Sequence[Sheet], siblings: Mapping[str, Iterable[Siblings]] = {}
) -> Iterator[str]:
    """The page. `siblings`: what documents share, under the title of each rule."""
    title = f"Corpus {out}"
    content = join(
        tag("header", *_head(title, found), class_="top many"),
        _faults(found.faults, out),
        _worst(found.worst),
        _sites(found.worst_sites),
        *(_shared(heading, list(islice(groups, _DRAWN))) for heading, groups in siblings.items()),
        tag("section", tag("h2", "All figures"), map(_sheet, sheets), class_="tables"),
    )
    yield shell.document(title, content)


def _head(title: str, found: Answer) -> Iterator[Markup]:
    of = (Verdict.REJECT, Verdict.REVIEW, Verdict.PASS)
    verdicts = (tag("li", tag("b", f"{found.verdicts[v]:,}"), f" {v}", class_=v.value) for v in of)
    about = [number(found.documents, "document")]
    about += [number(found.sites, "site")] if found.sites else []
    about += [f"{number(found.unread, 'document')} without text to judge"] if found.unread else []
    about += [f"{number(found.errors, 'document')} with an error"] if found.errors else []
    plot = tag("figure", charts.histogram(found.scores)) if found.scores else ""
    mean = tag("span", f"mean {shown(found.mean)}", class_="quiet")
    yield tag(
        "div",
        tag("h1", title),
        tag("p", ", ".join(about), class_="about"),
        tag("ul", verdicts, class_="verdicts"),
        join(tag("h2", "Scores ", mean), plot) if plot else "",
        class_="judgement",
    )
    yield (
        tag(
            "section",
            tag("h2", "The worst documents"),
            tag("ol", map(_leading, apart(found.worst)[:_LEADING])),
            class_="leading",
        )
        if found.worst
        else Markup()
    )


def _leading(one: tuple[Worst, int]) -> Markup:
    """A document of the first screen: what is worst about it, in the words that stand there."""
    document, alike = one
    more = tag("span", f"and {number(alike, 'document')} more with this title", class_="quiet") if alike else ""
    return tag(
        "li",
        tag("b", shown(document.score), class_=f"score {document.verdict}"),
        tag("div", _named(document), tag("ul", map(_cause, document.causes[:1]), class_="worst"), more),
    )


def _faults(faults: Sequence[Fault], out: str) -> Markup | str:
    if not faults:
        return ""
    most = max(fault.documents for fault in faults)
    asked = tag("code", f"auditor corpus sample {out} --rule {faults[0].rule}")
    how = tag("p", "To read some of the first kind: ", asked, class_="about")
    lines = (_fault(fault, most) for fault in faults)
    return tag("section", tag("h2", "What goes wrong most"), how, tag("ol", lines), class_="frequent")


def _fault(fault: Fault, most: int) -> Markup:
    figures = [number(fault.documents, "document")]
    figures += [number(fault.sites, "site")] if fault.sites else []
    figures += [f"{fault.rejected:,} rejected"] if fault.rejected else []
    figures += [f"{fault.alone:,} for this alone"] if fault.alone else []
    return tag(
        "li",
        severity(fault.severity),
        tag("b", fault.title),
        tag("span", ", ".join(figures), class_="quiet"),
        charts.share(fault.documents, most),
        class_=fault.severity.value,
    )


def _worst(worst: Sequence[Worst]) -> Markup | str:
    if not worst:
        return ""
    heads = (
        tag("th", tag("button", label, type="button") if key else label, scope="col", data_key=key or None)
        for key, label in _COLUMNS
    )
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", map(_document, worst)))
    field = tag("input", type="search", placeholder="Address, title or cause", aria_label="Search the documents")
    head = tag("h2", "The worst documents ", tag("span", f"{len(worst):,}", class_="total", aria_live="polite"))
    chips = tag("div", _chips(worst), class_="chips", role="group", aria_label="Verdict")
    more = tag("button", "Show more", type="button", class_="show", hidden=True)
    search = tag("div", head, field, chips, class_="search")
    return tag("section", search, table, more, class_="articles", aria_label="Documents")


def _chips(worst: Sequence[Worst]) -> Iterator[Markup]:
    for verdict in (Verdict.REJECT, Verdict.REVIEW, Verdict.PASS):
        if count := sum(document.verdict is verdict for document in worst):
            label = f"{verdict.capitalize()} {count:,}"
            yield tag("button", label, type="button", data_verdict=verdict.value, aria_pressed="true")


def _document(document: Worst) -> Markup:
    rest = len(document.causes) - _CAUSES
    more = tag("li", f"and {rest} smaller", class_="quiet") if rest > 0 else ""
    return tag(
        "tr",
        tag("td", shown(document.score), class_="score"),
        tag("td", tag("span", document.verdict.capitalize(), class_=f"verdict {document.verdict}")),
        tag(
            "td",
            _named(document),
            tag("span", one_line(document.name), class_="file") if document.title else "",
            class_="name",
        ),
        tag("td", tag("ul", map(_cause, document.causes[:_CAUSES]), more), class_="worst"),
        data_rules="",
        data_verdict=document.verdict.value,
    )


def _named(document: Worst) -> Markup:
    """Its title, which leads to the page; no other address does."""
    title = one_line(document.title or document.name)
    if document.url.startswith(("https://", "http://")):
        return tag("a", title, href=document.url, rel="noreferrer", dir="auto")
    return tag("span", title, dir="auto")


def _cause(cause: Told) -> Markup:
    said = one_line(cause.evidence).strip("\"“”„'‘’«» ")
    quoted = [": ", tag("q", clip(said, _SAMPLE // 2), dir="auto")] if said else []
    where = f", line {cause.line}" if cause.line else ""
    return tag("li", tag("span", cause.title, class_=f"cause {cause.severity}"), quoted, where)


def _sites(sites: Sequence[Site]) -> Markup | str:
    if not sites:
        return ""
    lines = [(site.host, site.documents, site.rejected, site.score) for site in sites]
    sheet = Sheet("The worst sites", ("site", "documents", "rejected", "mean score"), lines)
    return tag("section", tag("h2", sheet.title), _scrolled(_table(sheet), sheet.title), class_="sheet")


def _shared(heading: str, groups: Sequence[Siblings]) -> Markup | str:
    if not groups:
        return ""
    lines = [
        (one.message, one.documents, one.hosts, ", ".join(s.url or s.id for s in one.siblings[:3]))
        for one in groups[:_LISTED]
    ]
    table = _table(Sheet(heading, ("what", "documents", "sites", "for example"), lines))
    return tag(
        "section",
        tag("h2", heading),
        _scrolled(plots.circles(groups), heading),
        _scrolled(table, heading),
        class_="sheet",
    )


def _sheet(sheet: Sheet) -> Markup:
    drawn = {"columns": plots.columns, "matrix": plots.matrix}.get(sheet.plot)
    picture = _scrolled(drawn(sheet), sheet.title) if drawn else ""
    content = (_key(sheet), picture, _scrolled(_table(sheet), f"{sheet.title}, figures"))
    return tag("details", tag("summary", sheet.title), content, class_="sheet")


def _scrolled(content: Markup, label: str) -> Markup:
    """What may be wider than a phone scrolls by itself, with keys as well."""
    return tag("div", content, class_="scrolled", tabindex="0", role="region", aria_label=label)


def _key(sheet: Sheet) -> Markup:
    if len(sheet.bars) < 2:
        return Markup()
    box = {"width": 12, "height": 12}
    return tag(
        "p",
        ([tag("svg", tag("rect", class_=name, **box), aria_hidden="true", **box), name] for name in sheet.bars),
        class_="key",
    )


def _table(sheet: Sheet) -> Markup:
    drawn = [sheet.columns.index(name) for name in sheet.bars]
    totals = [sum(line[i] for i in drawn) for line in sheet.lines]
    most = max(totals, default=0) or 1
    with_bars = bool(sheet.bars) and not sheet.plot
    numbers = [all(isinstance(line[i], int | float) for line in sheet.lines) for i in range(len(sheet.columns))]
    sides = zip(sheet.columns, ("figure" if is_number else None for is_number in numbers), strict=True)
    heads = [tag("th", name.replace("_", " "), scope="col", class_=side) for name, side in sides]
    lines = (
        tag("tr", map(_cell, line), tag("td", plots.bar(sheet, line, most)) if with_bars else "")
        for line in sheet.lines
    )
    return tag("table", tag("thead", tag("tr", heads, tag("td") if with_bars else "")), tag("tbody", lines))


def _cell(value: Any) -> Markup:
    if isinstance(value, int | float):
        return tag("td", f"{value:,}", class_="figure")
    return tag("td", "-" if value is None else clip(str(value), _SAMPLE))
