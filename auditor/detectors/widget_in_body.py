"""Headlines of other articles that stand among the paragraphs."""

from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.model.members import BODY, LINKS, PARAGRAPH
from auditor.signals import Signals
from auditor.text.anchors import LONGEST, reads_as_headline
from auditor.web import host

_MOST_RELATED = 20


def detect(blocks: Sequence[Block], signals: Signals, *, asks: Lexicon, at_least: int) -> Iterator[Hit]:
    """At most one hit: the first such line, the others as related.

    Args:
        asks: words that open a request ("read", "share") instead of naming a page.
        at_least: fewer such lines are no hit.
    """
    listed = {block.text for block in signals.document.blocks if block.zone is LINKS}
    inside = [blocks[i] for i in range(1, len(blocks) - 1) if _is_inside(blocks[i - 1 : i + 2])]
    own = {"", *(host(url) for url in (signals.document.url, signals.document.canonical) if url)}
    lines = [block for block in inside if block.text in listed or _leads_to(own, block)]
    found = {block.text: block for block in lines if reads_as_headline(block.text, asks)}
    if len(found) >= at_least:
        first, *others = map(Span.of, found.values())
        yield Hit(first, {"lines": len(found), "line": first.text}, tuple(others[:_MOST_RELATED]), needs=at_least)


def _is_inside(three: Sequence[Block]) -> bool:
    """Whether the middle one is a line between blocks of the body; readers of HTML take it for no part of the text."""
    before, block, after = three
    return block.kind is PARAGRAPH and len(block.text) <= LONGEST and before.zone is after.zone is BODY


def _leads_to(own: set[str], block: Block) -> bool:
    """Whether the whole paragraph is one link to another page of the site; shops and forms are no articles."""
    whole = len(block.links) == 1 and block.links[0].end - block.links[0].start == len(block.text)
    return whole and host(block.links[0].href) in own
