"""Suppressions that hide nothing, give no reason or have expired."""

from collections.abc import Iterator, Sequence

from auditor.gate.suppressing import judge
from auditor.model import Block, Hit
from auditor.parsing.suppressions import suppressions
from auditor.signals import Signals


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """Hits stand on the comment or the key of the front matter. Without other rules beside it, nothing is hidden."""
    stale = signals.stale if signals.stale is not None else judge(suppressions(signals.document))
    for found in stale:
        facts = {"rules": ", ".join(found.rules) or "nothing", "problem": found.problem}
        yield Hit(found.suppression.place, {**facts, "origin": found.suppression.origin})
