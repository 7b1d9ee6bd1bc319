"""Who is quoted, and what somebody or something is said to state."""

from collections.abc import Callable, Sequence

from auditor.model import Block, Kind
from auditor.text.nobody import may_speak
from auditor.text.quotations import Quotation
from auditor.text.reporting import CUES, Statement
from auditor.text.reporting import statements as stated
from auditor.text.slot_forms import may_hold
from auditor.text.slots import Slot
from auditor.text.slots import slots as found_in


def statements(
    prose: Sequence[Block], quoted: Sequence[Quotation], words_of: Callable[[Block], list[str]]
) -> tuple[Statement, ...]:
    within = _by_block(quoted)
    own = [b for b in prose if b.kind is not Kind.QUOTATION and not CUES.isdisjoint(words_of(b))]
    return tuple(found for b in own for found in stated(b, within.get(b.start, ())))


def slots(
    prose: Sequence[Block], quoted: Sequence[Quotation], words_of: Callable[[Block], list[str]]
) -> tuple[Slot, ...]:
    """The slots that speak in the text's own words; one that is all of a quotation is quoted as a name is."""
    within = _by_block(quoted)
    own = [
        block
        for block in prose
        if block.kind is not Kind.QUOTATION and (may_hold(block.text, words_of(block)) or may_speak(words_of(block)))
    ]
    return tuple(slot for b in own for slot in found_in(b) if not _mentioned(slot, within.get(b.start, ())))


def _by_block(quoted: Sequence[Quotation]) -> dict[int, list[Quotation]]:
    within: dict[int, list[Quotation]] = {}
    for quotation in quoted:
        within.setdefault(quotation.span.block.start, []).append(quotation)
    return within


def _mentioned(slot: Slot, quoted: Sequence[Quotation]) -> bool:
    return any(q.start < slot.span.start < q.end and len(q.text) > len(slot.span.text) + 2 for q in quoted)
