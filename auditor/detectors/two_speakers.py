"""One quotation that several people are said to have said."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.text.quotations import Quotation
from auditor.text.words import words
from auditor.world.people import is_full_name, may_be_same

_BESIDE = 3  # characters: a full stop and a blank


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit for each such quotation, on its second use; the first as related.

    Args:
        min_words: shorter sentences are said by many.
    """
    wanted = {block.start for block in blocks}
    said: dict[tuple[str, ...], list[Quotation]] = {}
    for quotation in _attributed(signals.quotations):
        if quotation.speaker and quotation.span.block.start in wanted:
            told = tuple(words(quotation.text))
            if len(told) >= min_words and is_full_name(quotation.speaker.text):
                said.setdefault(told, []).append(quotation)
    for first, *others in said.values():
        other = next((q for q in others if not may_be_same(_speaker(first), _speaker(q))), None)
        if other:
            yield Hit(other.span, {"one": _speaker(first)[:60], "other": _speaker(other)[:60]}, (first.span,))


def _attributed(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Those that stand in no other; one right behind the name of whoever is quoted before it is theirs, too."""
    before: Quotation | None = None
    for quotation in (one for one in quotations if not one.depth):
        before = _going_on(before, quotation)
        yield before


def _going_on(before: Quotation | None, quotation: Quotation) -> Quotation:
    name = before.speaker if before else None
    if not before or not name or quotation.speaker or name.block is not quotation.span.block:
        return quotation
    behind = before.end <= name.start and 0 <= quotation.start - name.end <= _BESIDE
    return structs.replace(quotation, speaker=name) if behind else quotation


def _speaker(quotation: Quotation) -> str:
    return quotation.speaker.text if quotation.speaker else ""
