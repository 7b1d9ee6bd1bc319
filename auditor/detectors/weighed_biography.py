"""What authors say of themselves, where its words weigh as those of texts do that stand in place of a biography."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.text.shortened import shortened
from auditor.text.weighing import LEAST, weigh
from auditor.words.weights import weights

_FEWEST = 6  # words; fewer are a job, a name or a label of the page
_CAP = 2_000  # characters that are read


def detect(blocks: Sequence[Block], signals: Signals, *, table: str, above: float = 0.0) -> Iterator[Hit]:
    """One hit for each author whose biography, all of its lines together, is of the kind.

    Args:
        table: `auditor/words/<code>/<table>.tsv`; it also says from which weight on.
        above: by how much a biography must weigh more than that.
    """
    if not signals.document.authors or not (known := weights(signals.document.language or "", table)):
        return
    least = known[f"{LEAST}biography"] + above
    seen: set[str] = set()
    for author in signals.document.authors:
        lines = author.all("biography")
        told = " ".join(line.value for line in lines)[:_CAP]
        if told not in seen and len(told.split()) >= _FEWEST and weigh(told, known) >= least:
            yield Hit(lines[0].span, {"match": shortened(lines[0].span)}, tuple(line.span for line in lines[1:]))
        seen.add(told)
