"""Related links that lead to no other article."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.web import host, page, path

_MOST_LINKS = 20_000
_MOST_RELATED = 20
_SEARCH = late(r"/search/?(?:\?|$|[^/?]{1,80}$)|[?&](?:s|q|query|search|keywords?)=", re.IGNORECASE)
_LONGEST = 600


def detect(
    blocks: Sequence[Block], signals: Signals, *, target: Literal["search", "self"], min_words: int
) -> Iterator[Hit]:
    """At most one hit: the first such link, the others as related.

    Args:
        target: `search` for results of a search, `self` for the page that the link stands on.
        min_words: of a link's text; shorter ones are buttons and labels.
    """
    own = _own(signals)
    ends = tuple(own)
    links = islice(((b, link) for b in blocks for link in b.links), _MOST_LINKS)
    if target == "self":
        leading = ((b, link) for b, link in links if link.href.rstrip("/ ").endswith(ends) and page(link.href) in own)
    else:
        leading = (
            (b, link) for b, link in links if ("?" in link.href or "search" in link.href) and _is_search(link.href)
        )
    found = [Span(b, link.start, link.end) for b, link in leading if link.text.count(" ") >= min_words - 1]
    if found:
        facts = {"links": len(found), "text": found[0].text}
        yield Hit(found[0], facts, tuple(found[1 : 1 + _MOST_RELATED]), needs=1)


def _own(signals: Signals) -> set[str]:
    """The page's addresses, whole and without the host; not for a home page, to which every link may lead."""
    given = [url for url in (signals.document.url, signals.document.canonical) if url and "?" not in url]
    return {form for url in given if path(url).strip("/") for form in (page(url), path(url).rstrip("/")) if host(url)}


def _is_search(address: str) -> bool:
    return _SEARCH.search(address[:_LONGEST]) is not None
