"""For editors: one file that opens anywhere, with the article, every finding in its place, and what to do about it.

Many articles go either into one file, an overview with the articles behind it, or into a folder, an overview and a page
for each, which stays quick with thousands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from heapq import heappush, heappushpop

from msgspec.structs import replace

from auditor.model import Rule
from auditor.reporters.html import shell
from auditor.reporters.html.article import article
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.html.overview import Row, overview, row
from auditor.reporters.html.ranking import by_id
from auditor.reporters.page import Page, Run, shown
from auditor.reporters.totals import number

WANTS_PASSAGES = True
_IN_FULL = 100  # articles that one file holds; more make it slow to open
_SLUG = 48  # characters of a name that its file keeps

_Kept = tuple[float, int, int, str, Markup]  # score and findings, place, id, content


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    """One file: the article if there is one source, else the overview and the articles of the lowest scores."""
    if run.files != 1:
        yield _together(pages, run)
        return
    rules = by_id(run)
    for page in pages:
        yield _alone(page, rules)


def folder(pages: Iterable[Page], run: Run) -> Iterator[tuple[str, str]]:
    """Files by their paths: a page for each article as it comes, and `index.html` at the end."""
    rows, taken, rules = [], set[str](), by_id(run)
    for page in pages:
        if page.report is None:
            continue
        path = f"articles/{_unused(_slug(page.name), taken)}.html"
        rows.append(row(page.report, path))
        yield path, _alone(page, rules, back="../index.html")
    yield "index.html", shell.document(_title(run), _overview(rows, run))


def _alone(page: Page, rules: Mapping[str, Rule], back: str = "") -> str:
    title = f"{shown(page.report.score)} {page.report.verdict}: {page.name}" if page.report else page.name
    return shell.document(title, tag("div", _content(page, rules), class_="article open"), back)


def _content(page: Page, rules: Mapping[str, Rule], prefix: str = "") -> Markup:
    if page.report:
        return article(page, page.report, rules, prefix)
    return tag("section", tag("h1", page.name), tag("p", page.error), class_="unread")


def _together(pages: Iterable[Page], run: Run) -> str:
    rows: list[Row] = []
    kept: list[_Kept] = []  # a heap with the highest score on top
    rules = by_id(run)
    for place, page in enumerate(pages, 1):
        if page.report is None:
            continue
        rows.append(row(page.report, f"#a{place}"))
        worth = -(page.report.score or 0), len(page.report.findings)
        if len(kept) == _IN_FULL and worth <= kept[0][:2]:
            continue
        one = (*worth, -place, f"a{place}", _content(page, rules, f"a{place}-"))
        (heappush if len(kept) < _IN_FULL else heappushpop)(kept, one)
    return shell.document(_title(run), join(_linked(rows, kept, run), _sections(kept)), back="#")


def _linked(rows: list[Row], kept: list[_Kept], run: Run) -> Markup:
    """The overview; rows of articles that are not in the file lose their link."""
    if len(kept) == len(rows):
        return _overview(rows, run)
    there = {f"#{prefix}" for *_, prefix, _ in kept}
    shown = [one if one.href in there else replace(one, href="") for one in rows]
    held = f"Only the {len(kept)} articles of the lowest scores are shown in full. "
    note = tag("p", held, "For all of them: ", tag("code", "--output report/"), class_="note held")
    return _overview(shown, run, note)


def _sections(kept: list[_Kept]) -> Markup:
    ordered = sorted(kept, reverse=True)
    return join(*(tag("div", content, class_="article", id=prefix) for *_, prefix, content in ordered))


def _overview(rows: list[Row], run: Run, note: Markup | str = "") -> Markup:
    return tag("div", note, overview(rows, run.summary(), run.rules.dimensions), class_="overview")


def _title(run: Run) -> str:
    return f"Audit of {number(run.files, 'article')}"


def _slug(name: str) -> str:
    """A name that every file system takes: what can be read of it, and a hash that tells it from others."""
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[-_SLUG:].strip("-")
    return f"{readable}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _unused(slug: str, taken: set[str]) -> str:
    number, name = 1, slug
    while name in taken:
        number += 1
        name = f"{slug}-{number}"
    taken.add(name)
    return name
