"""Zones of sources without markup: what a block is follows from its words, its length and its neighbours.

Plain text and Markdown share it. Each step takes the blocks that earlier steps left in the body.
"""

from collections.abc import Sequence

from msgspec import structs

from auditor.model import Block, Zone
from auditor.parsing.zoning.head import mark_head
from auditor.parsing.zoning.headings import mark_headings
from auditor.parsing.zoning.mail import mark_header, mark_signature
from auditor.parsing.zoning.people import mark_authors, mark_profile
from auditor.parsing.zoning.widgets import mark_comments, mark_widgets


def zoned(source: str, blocks: Sequence[Block], *, titled: bool = False, names: Sequence[str] = ()) -> list[Block]:
    """The blocks in their zones; `titled` and `names`: the source states a title and authors beside its text."""
    marked = list(blocks)
    mark_head(marked, mark_header(marked), titled=titled)
    mark_widgets(marked)
    mark_authors(source, marked, names)
    mark_signature(marked)
    mark_comments(marked)
    mark_headings(marked)
    return marked


def forced(blocks: Sequence[Block], zone: Zone) -> list[Block]:
    """The blocks, all of one zone; as `author` they are one profile."""
    marked = [structs.replace(block, zone=zone, reason="as told") for block in blocks]
    if zone is Zone.AUTHOR:
        mark_profile(marked, 0, len(marked), 1, "as told")
    return marked
