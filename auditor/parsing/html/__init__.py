"""HTML to a Document."""

from collections.abc import Iterable, Sequence

from auditor.model import Block, Document, Format, PageType, Zone
from auditor.parsing.html.facts.metadata import Metadata, read_metadata
from auditor.parsing.html.profiles.authors import byline, mark_authors, read_authors
from auditor.parsing.html.tree.build import read_page
from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.zones.blocks import inert_blocks, make_blocks
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.html.zones.page_type import page_type
from auditor.parsing.html.zones.zones import mark_zones
from auditor.parsing.prose import read_as_prose


def read(source: str, *, name: str, url: str | None, zone: Zone | None) -> Document:
    """Parse decoded HTML. With `zone`, every visible block is of that zone; `author` makes it one profile."""
    page = read_page(source)
    metadata = read_metadata(page, url)
    address = url or metadata.canonical
    marks = [Mark(zone, "given by the caller")] * len(page.segments) if zone else _marks(page, metadata, address)
    blocks = _blocks(page, metadata, marks, () if zone else inert_blocks(page))
    authors = read_authors(page, blocks, metadata, zone)
    return Document(
        name=name,
        format=Format.HTML,
        source=source,
        blocks=blocks,
        title=metadata.title,
        byline=byline(metadata, authors),
        published=metadata.published,
        modified=metadata.modified,
        declared_language=metadata.declared_language,
        url=address,
        canonical=metadata.canonical,
        site=metadata.site,
        type=PageType.ARTICLE if zone else page_type(page, marks, metadata.title, address),
        authors=authors,
        notes=(*page.notes, *metadata.notes),
    )


def _marks(page: Page, metadata: Metadata, address: str | None) -> list[Mark]:
    zones = mark_zones(page, metadata.headline, address)
    overruled = mark_authors(page, zones, metadata)
    return [overruled.get(index, mark) for index, mark in enumerate(zones)]


def _blocks(page: Page, metadata: Metadata, marks: Sequence[Mark], inert: Iterable[Block]) -> tuple[Block, ...]:
    """Visible, stated and inert blocks in the order of the source."""
    return tuple(
        sorted([*metadata.blocks, *read_as_prose(make_blocks(page, marks)), *inert], key=lambda block: block.start)
    )
