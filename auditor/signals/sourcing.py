"""Who is quoted, and what somebody or something is said to state."""

from collections.abc import Callable, Sequence

from auditor.model import Block, Kind
from auditor.text.quotations import Quotation
from auditor.text.reporting import CUES, Statement
from auditor.text.reporting import statements as stated


def statements(
    prose: Sequence[Block], quoted: Sequence[Quotation], words_of: Callable[[Block], list[str]]
) -> tuple[Statement, ...]:
    within: dict[int, list[Quotation]] = {}
    for quotation in quoted:
        within.setdefault(quotation.span.block.start, []).append(quotation)
    own = [b for b in prose if b.kind is not Kind.QUOTATION and not CUES.isdisjoint(words_of(b))]
    return tuple(found for b in own for found in stated(b, within.get(b.start, ())))
