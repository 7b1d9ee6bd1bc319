"""Who signed an article and whom it quotes, as tables: what an editor checks first."""

from collections.abc import Iterator, Sequence

from auditor.model import Head, Quoted, Report
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.html.verdict import spelled
from auditor.reporters.word_files import unit

_MOST = 60  # speakers that are listed
_LINKS = 3  # addresses beside one of them
_VERBS = 4


def people(report: Report) -> Markup:
    quoted = report.quoted
    names = len(report.document.byline)
    summary = f"Who signed ({names}) and who is quoted ({len(quoted)})"
    return tag("details", tag("summary", summary), _signed(report.document), _quoted(quoted, report), class_="people")


def _signed(head: Head) -> Markup:
    rows = [("Author", ", ".join(head.byline) or "nobody is named"), ("Site", head.site or "")]
    rows += [("Published", spelled(head.published or "") or "no date"), ("Changed", spelled(head.modified or ""))]
    lines = (tag("tr", tag("th", name, scope="row"), tag("td", value, dir="auto")) for name, value in rows if value)
    return tag("table", tag("caption", "Who signed"), tag("tbody", lines))


def _quoted(quoted: Sequence[Quoted], report: Report) -> Markup:
    if not quoted:
        return tag("p", "Nobody is quoted.", class_="quiet")
    heads = ("Who", "Quotations", "Introduced by", "Links nearby", unit(report.document).capitalize())
    head = tag("thead", tag("tr", (tag("th", name, scope="col") for name in heads)))
    more = tag("p", f"and {len(quoted) - _MOST} more", class_="quiet") if len(quoted) > _MOST else ""
    table = tag("table", tag("caption", "Who is quoted"), head, tag("tbody", map(_speaker, quoted[:_MOST])))
    return join(table, more)


def _speaker(one: Quoted) -> Markup:
    cells: Iterator[Markup] = iter(
        (
            tag("td", tag("bdi", one.speaker)),
            tag("td", str(one.quotations)),
            tag("td", ", ".join(one.introduced[:_VERBS])),
            tag("td", ", ".join(one.links[:_LINKS]) or "none"),
            tag("td", str(one.line)),
        )
    )
    return tag("tr", cells)
