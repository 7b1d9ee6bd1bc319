"""Pages that are no article."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit about the whole document."""
    if signals.document.page_type != "article":
        yield Hit(None, {"page_type": signals.document.page_type})
