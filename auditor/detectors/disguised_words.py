"""Words whose letters are others than a reader sees: signs without width in them, letters of another alphabet."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.model.members import CODE
from auditor.signals import Signals
from auditor.signals.folding import Folding
from auditor.text import disguises
from auditor.text.scripts import script


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int) -> Iterator[Hit]:
    """One hit: the first such word, the others as related, each once.

    Args:
        at_least: different words; fewer are slips of the keyboard and what pasting leaves behind.
    """
    folding = signals.folding
    if not folding or not folding.is_needed:
        return
    found = dict[str, Span]()
    for block in blocks:
        for span in _disguised(block, folding):
            found.setdefault(span.text.casefold(), span)
    if len(found) >= at_least:
        first, *others = found.values()
        yield Hit(first, {"word": first.text, "times": len(found)}, tuple(others), needs=at_least)


def _disguised(block: Block, folding: Folding) -> Iterator[Span]:
    if folding.original(block) is block or block.kind is CODE or script(block.text) != "latin":
        return
    for start, end in disguises.words(block.text):
        span = Span(block, start, end)
        if disguises.is_disguised(span.text, folding.written(span).text):
            yield span
