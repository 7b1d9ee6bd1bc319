"""Headlines of other articles that stand among the paragraphs."""

from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.text.anchors import LONGEST, reads_as_headline

_MOST_RELATED = 20


def detect(blocks: Sequence[Block], signals: Signals, *, asks: Lexicon, at_least: int) -> Iterator[Hit]:
    """At most one hit: the first such line, the others as related.

    Args:
        asks: words that open a request ("read", "share") instead of naming a page.
        at_least: fewer such lines are no hit.
    """
    listed = {block.text for block in signals.document.blocks if block.zone is Zone.LINKS}
    found = [block for block in blocks if _is_paragraph(block) and (block.text in listed or _is_link(block))]
    found = [block for block in found if reads_as_headline(block.text, asks)]
    if len(found) >= at_least:
        first, *others = map(Span.of, found)
        yield Hit(first, {"lines": len(found), "line": first.text}, tuple(others[:_MOST_RELATED]))


def _is_paragraph(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and len(block.text) <= LONGEST


def _is_link(block: Block) -> bool:
    """Whether the whole paragraph is one link."""
    return len(block.links) == 1 and block.links[0].end - block.links[0].start == len(block.text)
