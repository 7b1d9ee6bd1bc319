"""Slots in brackets that nobody filled."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.world.slots import Slot, slot

_BRACKETS = re.compile(
    r"(?<!\[)\[([^\[\]]{1,120})\](?![\[(])|\[\[([^\[\]|]{1,80})\]\]|(?<![{$#%\w])\{([^{}|]{1,60})\}(?!\})"
    r"|<([^<>/=]{2,30} [^<>/=]{2,30})>|\(((?:insert|enter) [^()]{3,80})\)",
    re.IGNORECASE,
)
_OPENING = frozenset("[{<(")
_Found = list[tuple[Span, Slot, str]]


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    bare: list[str],
    beside: list[str],
) -> Iterator[Hit]:
    """One hit: the first slot, the others as related.

    Args:
        bare: slots without brackets, as regular expressions.
        beside: those that count beside another only.
    """
    if not _suffices(_found(blocks, signals, tuple(bare), ())):
        return  # nearly every page: what counts only beside another slot need not be looked for
    found = _found(blocks, signals, tuple(bare), tuple(beside))
    if not _suffices(found):
        return
    sure = any(kind is Slot.SURE for _, kind, _ in found)
    if is_subject((*signals.titles, *blocks), signals, "slots"):
        return
    first, *others = (span for span, kind, _ in found if sure or kind is not Slot.MEDIUM)
    yield Hit(first, {"match": first.text, "times": 1 + len(others)}, tuple(others), apart=True)


def _found(blocks: Sequence[Block], signals: Signals, bare: tuple[str, ...], beside: tuple[str, ...]) -> _Found:
    readable = (block for block in blocks if block.kind is not Kind.CODE)
    return [one for block in readable for one in _slots(block, bare, beside) if not signals.quoted(one[0])]


def _suffices(found: _Found) -> bool:
    """One slot that is surely one, or two different ones that may be."""
    sure = any(kind is Slot.SURE for _, kind, _ in found)
    return sure or len({text for _, kind, text in found if kind is Slot.MAYBE}) > 1


def _slots(block: Block, bare: tuple[str, ...], beside: tuple[str, ...]) -> _Found:
    found: _Found = []
    if not _OPENING.isdisjoint(block.text):
        for match in _BRACKETS.finditer(block.text):
            inside = match.group(match.lastindex or 0)
            kind = slot(inside)
            if kind and (match.group()[0] != "(" or inside.lower().endswith(" here")):
                found.append((Span(block, *match.span()), kind, inside.casefold()))
    for patterns, kind in ((bare, Slot.SURE), (beside, Slot.MEDIUM)):
        if patterns:
            found += [(Span(block, *m.span()), kind, m.group()) for m in _compiled(patterns).finditer(block.text)]
    if not found:
        return found
    excused = [(link.start - 1, link.end + 1) for link in block.links]
    kept = [one for one in found if not any(a <= one[0].start and one[0].end <= b for a, b in excused)]
    return _apart(kept)


def _apart(found: _Found) -> _Found:
    """In their order; of those that overlap the first and longest."""
    kept: _Found = []
    for one in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if not kept or one[0].start >= kept[-1][0].end:
            kept.append(one)
    return kept


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")
