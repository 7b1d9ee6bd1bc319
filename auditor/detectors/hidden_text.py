"""Text put outside the window: nobody reads it but search engines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.web import host, published_host, same_site

# Of the ways to hide, those that serve nobody: a place far outside the window, letters in the colour of their ground or
# without size. Clipped text of one pixel is for screen readers.
_PUT_AWAY = late(r"^out of sight: (?!.*(?:clip|width:\s?1px)).*?(?::\s?-\d|color:|font-size:\s?0)")
_BETWEEN = late(r"[,;|•·、，]")
_CONTENT, _PHRASE = 4, 5  # letters of a word that may be searched for; words of a search term at most


def detect(blocks: Sequence[Block], signals: Signals, *, least_words: int, phrases: int) -> Iterator[Hit]:
    """One hit: the first such text, the others as related.

    Args:
        least_words: of a text that leads to another site; fewer are a label for screen readers.
        phrases: so many, divided by marks or by a word that comes back, and without a sentence's end, are a list of
            search terms.
    """
    own = published_host(signals.document.url or "")
    found = [
        Span.of(block)
        for block in blocks
        if _PUT_AWAY.search(block.reason)
        and len(signals.words(block)) >= least_words
        and (_leads_away(block, own) or _lists(block, phrases, signals.words(block)))
    ]
    if found:
        first, *others = found
        yield Hit(first, {"match": first.text, "times": len(found)}, tuple(others), needs=1)


def _leads_away(block: Block, own: str) -> bool:
    hosts = (host(link.href) for link in block.links)
    return any(leads and not (own and same_site(leads, own)) for leads in hosts)


def _lists(block: Block, phrases: int, told: Sequence[str]) -> bool:
    """Whether it divides phrases by marks, or says a word again and again that every phrase has."""
    text = block.text.strip()
    if text.endswith((".", "!", "?")):
        return False
    often = max(Counter(word for word in told if len(word) >= _CONTENT).values(), default=0)
    return len(_BETWEEN.split(text)) >= phrases or (often >= phrases and often * _PHRASE >= len(told))
