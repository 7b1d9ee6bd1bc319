"""Articles that name nobody as their author."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Format, Hit, Kind, Zone
from auditor.signals import Signals


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit for an HTML article of that many words without byline, author box or author in its metadata."""
    document = signals.document
    named = document.byline or document.authors or document.zone(Zone.BYLINE, Zone.AUTHOR)
    stated = any(b.kind is Kind.PERSON for b in document.zone(Zone.METADATA))
    article = document.format is Format.HTML and document.page_type == "article"
    if article and not named and not stated and document.words >= min_words:
        yield Hit(None, {"words": document.words})
