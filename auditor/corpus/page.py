"""A summary as one HTML page that needs nothing else: tables with bars drawn in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from auditor.corpus.siblings import Siblings
from auditor.corpus.summary import Sheet

_COLOURS = {"documents": "#3b6ea8", "pass": "#3a8a4d", "review": "#c98a1b", "reject": "#b6403a"}
_WIDTH = 300  # of a bar, in pixels
_HEIGHT = 12
_SAMPLE = 160  # characters of a text that are shown
_STYLE = """body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f}
table{border-collapse:collapse;margin:0 0 2rem}th,td{padding:.15rem .8rem .15rem 0;text-align:left;vertical-align:top}
th{font-weight:600;border-bottom:1px solid #999}td.n{text-align:right;font-variant-numeric:tabular-nums}
h2{font-size:1.1rem;margin:2rem 0 .5rem}td{overflow-wrap:anywhere}svg{display:block;margin-top:.3rem}
@media(prefers-color-scheme:dark){body{background:#161618;color:#e8e8ea}}"""


def page(out: str, sheets: Sequence[Sheet], found: Mapping[str, Iterable[Siblings]] = {}) -> Iterator[str]:
    """The page, piece by piece. `found`: what documents share, under the title of each rule."""
    title = escape(f"Corpus {out}")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{_STYLE}</style></head>'
    yield f"<body><h1>{title}</h1>\n"
    for sheet in sheets:
        yield _table(sheet)
    for heading, group in found.items():
        lines: list[tuple[Any, ...]] = [
            (s.message, s.documents, s.hosts, ", ".join(one.url or one.id for one in s.siblings[:3])) for s in group
        ]
        if lines:
            yield _table(Sheet(heading, ("what", "documents", "hosts", "for example"), lines, ("documents",)))
    yield "</body></html>\n"


def _table(sheet: Sheet) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in sheet.columns)
    drawn = [sheet.columns.index(name) for name in sheet.bars]
    most = max((sum(line[i] for i in drawn) for line in sheet.lines), default=0) or 1
    lines = "".join(f"<tr>{_cells(line)}<td>{_bar(sheet, line, most)}</td></tr>\n" for line in sheet.lines)
    legend = "" if len(sheet.bars) < 2 else f"<th>{', '.join(sheet.bars)}</th>"
    return f"<h2>{escape(sheet.title)}</h2>\n<table><tr>{heads}{legend}</tr>\n{lines}</table>\n"


def _cells(line: Sequence[Any]) -> str:
    return "".join(f'<td class="n">{v:,}</td>' if isinstance(v, int | float) else f"<td>{_text(v)}</td>" for v in line)


def _text(value: Any) -> str:
    return escape("-" if value is None else str(value)[: 2 * _SAMPLE])


def _bar(sheet: Sheet, line: Sequence[Any], most: int) -> str:
    """Parts of one bar, side by side, on the scale of the whole table."""
    parts, at = [], 0.0
    for name in sheet.bars:
        width = _WIDTH * line[sheet.columns.index(name)] / most
        parts.append(f'<rect x="{at:.1f}" width="{width:.1f}" height="{_HEIGHT}" fill="{_COLOURS[name]}"/>')
        at += width
    return f'<svg width="{_WIDTH}" height="{_HEIGHT}" aria-hidden="true">{"".join(parts)}</svg>'
