"""Documents in which there is nothing to judge."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.signals.reading import unread


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit about the whole document."""
    if reason := unread(signals.document):
        yield Hit(None, {"reason": reason})
