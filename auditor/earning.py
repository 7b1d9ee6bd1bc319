"""How a rule earns its class.

What rejects an article or sends it back must be right. A card is critical or an error only if findings of it were read
and, even with bad luck in the drawing, nearly all such findings are true; or if what it finds is a fault by definition.
Until then it is a warning.
"""

from math import comb

from auditor.model import Certainty, Severity

# Of the precision, the lower end of a one-sided interval of 95%. Without an error 59 read findings earn the first and
# 29 the second.
NEEDED = {Severity.CRITICAL: 0.95, Severity.ERROR: 0.90}
_LEVEL = 0.05
_STEPS = 50  # halvings: far below what is shown


def earned(claimed: Severity, certainty: Certainty | None, *, by_definition: bool) -> Severity:
    """The class of a card: the one it claims, or the highest below that it has earned."""
    if by_definition or claimed not in NEEDED:
        return claimed
    sure = lower_bound(certainty) if certainty else 0.0
    reached = (one for one in (Severity.CRITICAL, Severity.ERROR) if one.rank <= claimed.rank and sure >= NEEDED[one])
    return next(reached, Severity.WARNING)


def lower_bound(counts: Certainty) -> float:
    """The least precision that is compatible with the counts (Clopper and Pearson): seeing as many true or more then
    still has a chance of one in twenty."""
    if not counts.correct:
        return 0.0
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_least(counts, middle) < _LEVEL else (low, middle)
    return low


def _at_least(counts: Certainty, precision: float) -> float:
    """The chance of so many true findings or more among those read."""
    wrong = range(counts.read - counts.correct + 1)
    return sum(comb(counts.read, n) * (1 - precision) ** n * precision ** (counts.read - n) for n in wrong)
