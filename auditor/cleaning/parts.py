"""What of a document is the article, as blocks in the order of the source."""

from msgspec import structs

from auditor.model import BESIDE_TEXT, Block, Document, Kind, Zone

_ALWAYS = frozenset({Zone.HEADLINE, Zone.BODY})
_CREDITS = frozenset({Zone.BYLINE, Zone.DATELINE})


def article(document: Document, *, byline: bool) -> list[Block]:
    """The headline, with `byline` the byline and dateline, and the body.

    A headline that only the metadata state comes first.
    """
    stated = stated_headline(document)
    blocks = [_plain(block) for block in document.blocks if is_text(block, byline=byline)]
    return [*([stated] if stated else []), *blocks]


def is_text(block: Block, *, byline: bool) -> bool:
    return block.zone in zones(byline=byline) and block.kind not in BESIDE_TEXT


def zones(*, byline: bool) -> frozenset[Zone]:
    return _ALWAYS | _CREDITS if byline else _ALWAYS


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
