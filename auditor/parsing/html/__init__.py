"""HTML to a Document."""

from collections.abc import Sequence

from auditor.model import Block, Document, Format, Zone
from auditor.parsing.html.authors import mark_authors, read_authors
from auditor.parsing.html.blocks import make_blocks
from auditor.parsing.html.build import read_page
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.metadata import Metadata, read_metadata
from auditor.parsing.html.page import Page
from auditor.parsing.html.zones import mark_zones


def read(source: str, *, name: str, url: str | None, zone: Zone | None) -> Document:
    """Parse decoded HTML. With `zone`, every visible block is of that zone; `author` makes it one profile."""
    page = read_page(source)
    metadata = read_metadata(page, url)
    blocks = _blocks(page, metadata, zone, url)
    return Document(
        name=name,
        format=Format.HTML,
        source=source,
        blocks=blocks,
        title=metadata.title,
        byline=metadata.byline,
        published=metadata.published,
        modified=metadata.modified,
        declared_language=metadata.declared_language,
        url=url or metadata.canonical,
        canonical=metadata.canonical,
        site=metadata.site,
        authors=read_authors(page, blocks, metadata, zone),
        notes=(*page.notes, *metadata.notes),
    )


def _blocks(page: Page, metadata: Metadata, zone: Zone | None, url: str | None) -> tuple[Block, ...]:
    """Visible and stated blocks in the order of the source."""
    if zone:
        marks: Sequence[Mark] = [Mark(zone, "given by the caller")] * len(page.segments)
    else:
        zones = mark_zones(page, metadata.title, url or metadata.canonical)
        overruled = mark_authors(page, zones, metadata)
        marks = [overruled.get(i, mark) for i, mark in enumerate(zones)]
    return tuple(sorted([*metadata.blocks, *make_blocks(page, marks)], key=lambda block: block.start))
