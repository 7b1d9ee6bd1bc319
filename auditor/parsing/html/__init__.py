"""HTML to a Document."""

from collections.abc import Iterable, Sequence

from auditor.model import Block, Document, Format, PageType, Zone
from auditor.parsing.html.facts.metadata import Metadata
from auditor.parsing.html.profiles.authors import byline, read_authors
from auditor.parsing.html.shown import read_shown
from auditor.parsing.html.stored import NOTE, read_stored
from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.zones.addressed import addressed
from auditor.parsing.html.zones.blocks import (
    blocks_apart,
    blocks_in_attributes,
    inert_blocks,
    make_blocks,
)
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.html.zones.page_type import page_type
from auditor.parsing.html.zones.rewriting import rewritten
from auditor.parsing.prose import read_as_prose


def read(source: str, *, name: str, url: str | None, zone: Zone | None) -> Document:
    """Parse decoded HTML. With `zone`, every visible block is of that zone; `author` makes it one profile."""
    shown = read_shown(source, url, zone)
    stored = None if zone else read_stored(shown, url)
    page, metadata, said, marks = stored[0] if stored else shown
    address = url or metadata.canonical
    beside = () if zone else (*inert_blocks(page), *blocks_apart(page), *blocks_in_attributes(page))
    blocks = _blocks(page, metadata, marks, beside)
    authors = read_authors(page, blocks, metadata, zone)
    return Document(
        name=name,
        format=Format.HTML,
        source=page.source,
        origin=stored[1] if stored else None,
        blocks=blocks,
        title=metadata.title,
        byline=byline(metadata, authors),
        published=metadata.published,
        modified=metadata.modified,
        declared_language=metadata.declared_language,
        language_at=metadata.language_at,
        url=address,
        canonical=metadata.canonical,
        site=metadata.site,
        type=PageType.ARTICLE if zone else page_type(page, marks, metadata.title, said),
        authors=authors,
        notes=(
            *page.notes,
            *metadata.notes,
            *addressed(page, address),
            *((NOTE,) if stored else rewritten(page, blocks)),
        ),
    )


def _blocks(page: Page, metadata: Metadata, marks: Sequence[Mark], inert: Iterable[Block]) -> tuple[Block, ...]:
    """Visible, stated and inert blocks in the order of the source."""
    return tuple(
        sorted([*metadata.blocks, *read_as_prose(make_blocks(page, marks)), *inert], key=lambda block: block.start)
    )
