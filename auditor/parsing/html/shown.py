"""A page as it is shown: with scripts as nearly all readers have them, without where there is nothing to read else."""

from html import unescape
from typing import NamedTuple

from auditor.model import Kind, Zone
from auditor.model.members import BODY
from auditor.parsing.html.facts.metadata import Metadata, read_metadata
from auditor.parsing.html.profiles.authors import mark_authors
from auditor.parsing.html.tree.build import read_page
from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.zones.flags import FEWEST
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.html.zones.page_type import Stated, read_statement
from auditor.parsing.html.zones.zones import mark_zones

# Characters of a `<noscript>` that may hold an article. Counters and calls to switch scripts on have some hundreds.
_LEAST = 1_000


class Shown(NamedTuple):
    """A page, what it states, and the zone of each of its segments."""

    page: Page
    metadata: Metadata
    said: Stated
    marks: list[Mark]

    @property
    def words(self) -> int:
        """Words of the body."""
        return sum(s.words for s, mark in zip(self.page.segments, self.marks, strict=True) if mark.zone is BODY)


def read_shown(source: str, url: str | None, zone: Zone | None) -> Shown:
    """Read a page. Where scripts are to fetch its text, some pages give it in `<noscript>` to those who have none."""
    shown = _read(source, url, zone, scripts=True)
    hidden = any(end - start >= _LEAST for start, end in shown.page.unscripted)
    if zone or not hidden or shown.words >= FEWEST:
        return shown
    return max(shown, _read(source, url, zone, scripts=False), key=lambda read: read.words)


def _read(source: str, url: str | None, zone: Zone | None, *, scripts: bool) -> Shown:
    page = read_page(source, scripts=scripts)
    metadata = read_metadata(page, url)
    said = read_statement(page, url or metadata.canonical)
    if zone:
        return Shown(page, metadata, said, [Mark(zone, "given by the caller")] * len(page.segments))
    marks = mark_zones(page, metadata.headline, said, _descriptions(metadata), dated=metadata.published is not None)
    overruled = mark_authors(page, marks, metadata, posts=said.is_discussion)
    return Shown(page, metadata, said, [overruled.get(index, mark) for index, mark in enumerate(marks)])


def _descriptions(metadata: Metadata) -> list[str]:
    return [unescape(block.text) for block in metadata.blocks if block.kind is Kind.DESCRIPTION]
