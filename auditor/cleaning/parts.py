"""What of a document is the article: blocks and pictures in the order of the source."""

from msgspec import structs

from auditor.cleaning.pictures import Picture, of_markdown, of_page
from auditor.model import BESIDE_TEXT, Block, Document, Format, Kind, Zone

Part = Block | Picture
_ALWAYS = frozenset({Zone.HEADLINE, Zone.BODY})
_CREDITS = frozenset({Zone.BYLINE, Zone.DATELINE})


def article(document: Document, *, byline: bool) -> list[Part]:
    """The headline, with `byline` the byline and dateline, the body, and its pictures with their captions.

    A headline that only the metadata state comes first.
    """
    blocks = [_plain(block) for block in document.blocks if is_text(block, byline=byline)]
    pictures: list[Part] = []
    if document.format is Format.HTML:
        from auditor.parsing.html.build import read_page  # noqa: PLC0415 - other formats need none

        pictures = list(of_page(read_page(document.source), document.blocks))
    elif document.format is Format.MARKDOWN:
        pictures = list(of_markdown(document))
    stated = stated_headline(document)
    return [*([stated] if stated else []), *sorted([*blocks, *pictures], key=lambda part: part.start)]


def is_text(block: Block, *, byline: bool) -> bool:
    zones = _ALWAYS | _CREDITS if byline else _ALWAYS
    return block.zone in zones and block.kind not in BESIDE_TEXT


def stated_headline(document: Document) -> Block | None:
    """The title, where no visible block is the headline."""
    if document.zone(Zone.HEADLINE):
        return None
    found = (b for b in document.zone(Zone.METADATA) if b.kind is Kind.TITLE and b.text == document.title)
    block = next(found, None)
    return structs.replace(block, zone=Zone.HEADLINE) if block else None


def _plain(block: Block) -> Block:
    """A byline that the page prints as a heading heads nothing."""
    if block.zone in _CREDITS:
        return structs.replace(block, kind=Kind.PARAGRAPH, level=0)
    return block
