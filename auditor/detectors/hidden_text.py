"""Text put outside the window: nobody reads it but search engines."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.web import host, published_host, same_site

# Of the ways to hide, those that serve nobody: a place far outside the window, letters in the colour of their ground or
# without size. Clipped text of one pixel is for screen readers.
_PUT_AWAY = late(r"^out of sight: (?!.*(?:clip|width:\s?1px)).*?(?::\s?-\d|color:|font-size:\s?0)")
_BETWEEN = late(r"[,;|•·、，]")


def detect(blocks: Sequence[Block], signals: Signals, *, least_words: int, phrases: int) -> Iterator[Hit]:
    """One hit: the first such text, the others as related.

    Args:
        least_words: of a text that leads to another site; fewer are a label for screen readers.
        phrases: so many, divided by marks and without a sentence's end, are a list of search terms.
    """
    own = published_host(signals.document.url or "")
    found = [
        Span.of(block)
        for block in blocks
        if _PUT_AWAY.search(block.reason)
        and len(signals.words(block)) >= least_words
        and (_leads_away(block, own) or _lists(block, phrases))
    ]
    if found:
        first, *others = found
        yield Hit(first, {"match": first.text, "times": len(found)}, tuple(others), needs=1)


def _leads_away(block: Block, own: str) -> bool:
    hosts = (host(link.href) for link in block.links)
    return any(leads and not (own and same_site(leads, own)) for leads in hosts)


def _lists(block: Block, phrases: int) -> bool:
    text = block.text.strip()
    return not text.endswith((".", "!", "?")) and len(_BETWEEN.split(text)) >= phrases
