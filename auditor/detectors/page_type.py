"""Pages that are no article."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals

_LOOKS = {
    "forum": "it looks like a forum or a page of questions and answers",
    "product": "it looks like a product page",
    "listing": "it looks like a list of links to articles",
    "search": "it looks like a page of search results",
    "empty": "it holds hardly any text",
}


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit about the whole document."""
    if signals.document.page_type != "article":
        yield Hit(None, {"page_type": signals.document.page_type, "looks_like": _LOOKS[signals.document.page_type]})
