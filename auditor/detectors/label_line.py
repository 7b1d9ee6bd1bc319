"""Lines that begin with labels which belong together: of an order to a writer, or of its output."""

from collections.abc import Iterator, Sequence

from auditor.lexicon import WordFile
from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.signals.roles import is_about, read
from auditor.text.roles import Frames
from auditor.text.shortened import shortened


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    subject: WordFile,
    labels: str,
    at_least: int,
    unless_about: str,
    beside: str = "",
) -> Iterator[Hit]:
    """One hit: the first such line, the others as related.

    Args:
        subject: the file of the word folders that holds the lists.
        labels: the list of what stands before the colon.
        at_least: so many different ones; other texts have one as well.
        beside: a list of labels that count in the paragraph of one of those.
        unless_about: a list; where a title of the page holds one of it, the page explains such labels.
    """
    wanted = Frames.of(f"^{labels}:")
    lines = [one for one in read(blocks, signals, subject, wanted) if one.fits_any(wanted)]
    different = {one.opening(labels) for one in lines}
    if lines and beside and len(different) < at_least:
        further = Frames.of(f"^{beside}:")
        held = tuple({one.span.block.start: one.span.block for one in lines}.values())
        different |= {one.opening(beside) for one in read(held, signals, subject, further) if one.fits_any(further)}
    if len(different) >= at_least and not is_about(signals, subject, unless_about):
        first, *more = dict.fromkeys(one.span for one in lines)
        yield Hit(first, {"match": shortened(first), "times": 1 + len(more)}, tuple(more))
