"""Links whose text says nothing of where they lead."""

from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.signals import Signals

_MOST_LINKS = 20_000
_MOST_RELATED = 20
_LONGEST = 40
_OUTER = " \t:.!?…»«›>→*+-–—|•()[]"


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    wording: Lexicon,
    at_least: int,
) -> Iterator[Hit]:
    """At most one hit: the first such link, the others as related.

    Args:
        wording: whole texts of links, lower case, without outer punctuation.
        at_least: fewer such links are no hit.
    """
    links = islice(((b, link) for b in blocks for link in b.links), _MOST_LINKS)
    found = [Span(b, link.start, link.end) for b, link in links if _is_generic(link.text, wording)]
    if len(found) >= at_least:
        yield Hit(
            found[0], {"links": len(found), "text": found[0].text}, tuple(found[1 : 1 + _MOST_RELATED]), needs=at_least
        )


def _is_generic(text: str, wording: Lexicon) -> bool:
    return len(text) <= _LONGEST and text.lower().strip(_OUTER) in wording
