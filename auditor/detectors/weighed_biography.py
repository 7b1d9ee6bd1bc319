"""What authors say of themselves, where its words weigh as those of texts do that stand in place of a biography."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.text.shortened import shortened
from auditor.text.weighing import LEAST, weigh
from auditor.words.weights import weights

_FEWEST = 6  # words; fewer are a job, a name or a label of the page
_CAP = 2_000  # characters that are read


def detect(blocks: Sequence[Block], signals: Signals, *, table: str) -> Iterator[Hit]:
    """One hit for each author whose biography, all of its lines together, is of the kind.

    Args:
        table: `auditor/words/<code>/<table>.tsv`; it also says from which weight on.
    """
    if not signals.document.authors or not (known := weights(signals.document.language or "", table)):
        return
    seen: set[str] = set()
    for author in signals.document.authors:
        lines = author.all("biography")
        told = " ".join(line.value for line in lines)[:_CAP]
        if told not in seen and len(told.split()) >= _FEWEST and weigh(told, known) >= known[f"{LEAST}biography"]:
            yield Hit(lines[0].span, {"match": shortened(lines[0].span)}, tuple(line.span for line in lines[1:]))
        seen.add(told)
