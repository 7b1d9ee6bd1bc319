"""A summary as one HTML page that needs nothing else: plots, and the tables behind them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from auditor.corpus.compare.siblings import Siblings
from auditor.corpus.show import plots
from auditor.corpus.show.summary import Sheet
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.paint import clip

_SAMPLE = 160  # characters of a text that are shown
_LISTED = 20  # groups of siblings in a table
_DRAWN = 200  # and in a picture
_END = Markup("\n")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """:root{color-scheme:light dark;--ink:light-dark(#1b1d21,#e9e7e2);--quiet:light-dark(#5a5f67,#a5abb4);
--rule:light-dark(#dddbd3,#343941);--pass:light-dark(#2f8a52,#74d6a0);--review:light-dark(#c98a1b,#ecc25c);
--reject:light-dark(#b0102a,#ff8f9a);--some:light-dark(#3b6ea8,#8fc1ff)}
body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:var(--ink);
background:light-dark(#fff,#14161a)}
h1{font-size:1.5rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2.5rem 0 .5rem}
section{overflow-x:auto}table{border-collapse:collapse}caption{text-align:start;color:var(--quiet)}
th,td{padding:.15rem .8rem .15rem 0;text-align:start;vertical-align:top;overflow-wrap:break-word;max-width:26rem}
th{font-weight:600;border-bottom:1px solid var(--rule)}.n{text-align:end;font-variant-numeric:tabular-nums}
svg{display:block;margin:.3rem 0;max-width:none}svg text{font:11px system-ui,sans-serif;fill:var(--quiet)}
svg line{stroke:var(--quiet)}.mid{text-anchor:middle}.end{text-anchor:end}svg text.on{fill:light-dark(#fff,#14161a)}
.pass,.kept{fill:var(--pass)}.review{fill:var(--review)}.reject,.dropped{fill:var(--reject)}
.documents{fill:var(--some)}.key svg{display:inline;margin:0 .35rem 0 1rem}.key{color:var(--quiet);margin:.2rem 0}
summary{cursor:pointer;color:var(--quiet)}"""


def page(out: str, sheets: Sequence[Sheet], found: Mapping[str, Iterable[Siblings]] = {}) -> Iterator[str]:
    """The page, piece by piece. `found`: what documents share, under the title of each rule."""
    title = f"Corpus {out}"
    yield '<!DOCTYPE html>\n<html lang="en"><head>'
    yield join(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Markup(_STYLE)),
    )
    yield f"</head><body><main>{tag('h1', title)}\n"
    for sheet in sheets:
        yield _section(sheet)
    for heading, groups in found.items():
        yield from _shared(heading, list(islice(groups, _DRAWN)))
    yield "</main></body></html>\n"


def _section(sheet: Sheet) -> Markup:
    drawn = {"columns": plots.columns, "matrix": plots.matrix}.get(sheet.plot)
    table = tag("details", tag("summary", "Figures"), _table(sheet)) if drawn else _table(sheet)
    return join(
        tag("section", tag("h2", sheet.title), _key(sheet), drawn(sheet) if drawn else "", table, tabindex="0"), _END
    )


def _shared(heading: str, groups: Sequence[Siblings]) -> Iterator[Markup]:
    if groups:
        lines = [
            (one.message, one.documents, one.hosts, ", ".join(s.url or s.id for s in one.siblings[:3]))
            for one in groups[:_LISTED]
        ]
        table = _table(Sheet(heading, ("what", "documents", "hosts", "for example"), lines))
        yield join(tag("section", tag("h2", heading), plots.circles(groups), table, tabindex="0"), _END)


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
    sides = zip(sheet.columns, ("n" if number else None for number in numbers), strict=True)
    heads = [tag("th", name, scope="col", class_=side) for name, side in sides]
    lines = (
        tag("tr", map(_cell, line), tag("td", plots.bar(sheet, line, most)) if with_bars else "")
        for line in sheet.lines
    )
    return tag("table", tag("tr", heads, tag("td") if with_bars else ""), lines)


def _cell(value: Any) -> Markup:
    if isinstance(value, int | float):
        return tag("td", f"{value:,}", class_="n")
    return tag("td", "-" if value is None else clip(str(value), _SAMPLE))
