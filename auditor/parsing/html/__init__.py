"""HTML to a Document."""

from auditor.model import Document, Format, Zone
from auditor.parsing.html.blocks import make_blocks
from auditor.parsing.html.build import read_page
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.zones import mark_zones


def read(source: str, *, name: str, url: str | None, zone: Zone | None) -> Document:
    """Parse decoded HTML. With `zone`, every visible block is of that zone; `author` makes it one profile."""
    page = read_page(source)
    given = [Mark(zone, "given by the caller")] * len(page.segments) if zone else None
    marks = given or mark_zones(page, None)
    blocks = tuple(make_blocks(page, marks))
    return Document(name=name, format=Format.HTML, source=source, blocks=blocks, url=url, notes=page.notes)
