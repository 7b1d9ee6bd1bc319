"""Author boxes, bylines and datelines of a page, and the people that it describes."""

from collections.abc import Sequence
from itertools import groupby

from auditor.model import Author, Block, Zone
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.metadata import Metadata
from auditor.parsing.html.page import Page
from auditor.parsing.profiles import read_profile


def mark_authors(page: Page, marks: Sequence[Mark], metadata: Metadata) -> dict[int, Mark]:
    """The segments that are about who wrote the page, with their new marks."""
    return {}


def read_authors(page: Page, blocks: Sequence[Block], metadata: Metadata, zone: Zone | None) -> tuple[Author, ...]:
    """A profile for each author group; with `zone` author all visible blocks are one."""
    shown = [block for block in blocks if block.zone is Zone.AUTHOR]
    if zone is Zone.AUTHOR:
        return (read_profile(page.source, shown),) if shown else ()
    return tuple(read_profile(page.source, list(group)) for _, group in groupby(shown, key=lambda block: block.group))
