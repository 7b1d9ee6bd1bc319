"""Links that name one site and lead to another."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.web import host

_MOST_LINKS = 20_000
_MOST_HITS = 20
_LONGEST = 300
_SHORT = 8  # letters of a host: t.co, bit.ly, amzn.to
_DOMAIN = late(
    r"(?<![\w@./-])(?:www\.)?((?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|info|news|gov|edu|co\.[a-z]{2}))\b(?![.@-]\w)",
    re.IGNORECASE,
)
_NOT_LETTERS = late(r"[\W_]++")


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    max_words: int,
) -> Iterator[Hit]:
    """One hit for each link whose text is or ends with a site's domain and whose address leads to another site.

    Args:
        max_words: of the text; in longer ones a domain is what they are about.
    """
    links = islice(((b, link) for b in blocks for link in b.links if "." in link.text), _MOST_LINKS)
    hits = (
        Hit(Span(block, link.start, link.end), {"named": named, "leads": leads})
        for block, link in links
        if len(link.text) <= _LONGEST and link.text.count(" ") < max_words
        if (found := _DOMAIN.search(link.text))
        and (leads := host(link.href))
        and not _agrees(named := found[1], link.href)
    )
    yield from islice(hits, _MOST_HITS)


def _agrees(named: str, address: str) -> bool:
    """Whether the named site or its brand occurs anywhere in the address, as in redirects, or it is a short link."""
    if len(host(address)) <= _SHORT:
        return True
    brand = max(named.lower().split(".")[:-1], key=len)
    return _NOT_LETTERS.sub("", brand) in _NOT_LETTERS.sub("", address[: _LONGEST * 4].lower())
