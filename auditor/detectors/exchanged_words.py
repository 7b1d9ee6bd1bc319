"""Words in the place of others that go better with their neighbours, many on one page."""

from collections.abc import Iterator, Sequence
from math import fsum

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.replaced import Replaced, replaced, rows

_FIRST, _READ = 250, 1_000  # words; all are read only where the first hold half as many as it takes
_COUNTED = 150  # words that a shorter text counts as: there a single word would be many
_HUNDRED = 100
_SHOWN, _NAMED = 10, 3
_TEXT = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def detect(
    blocks: Sequence[Block], signals: Signals, *, of: str, weight: float, different: int, at_least: int
) -> Iterator[Hit]:
    """One hit: the word that is clearest, others as related.

    Args:
        of: texts that hold a phrase of the list `subject` of this word file are left alone.
        weight: of all such words together, for a hundred words of the text.
        different: such words that are not the same.
        at_least: words of the text.
    """
    if signals.document.words < at_least:
        return  # before a table is read
    for most, share in ((_FIRST, 0.5), (_READ, 1)):
        found, read = _found(blocks, most)
        if read < at_least or _weight(found, read) < weight * share:
            return
    found = [one for one in found if not signals.quoted(one[0])]
    if _weight(found, read) < weight:
        return
    clear = _clearest(found)
    if len(clear) >= different and not is_subject((*signals.titles, *blocks), signals, of):
        (first, _), *others = clear[:_SHOWN]
        named = ", ".join(f"“{span.text}” ({one.instead})" for span, one in clear[:_NAMED])
        yield Hit(first, {"words": named, "different": len(clear)}, tuple(span for span, _ in others))


def _weight(found: list[tuple[Span, Replaced]], read: int) -> float:
    return fsum(one.weight for _, one in found) * _HUNDRED / max(read, _COUNTED)


def _found(blocks: Sequence[Block], most: int) -> tuple[list[tuple[Span, Replaced]], int]:
    """Such words, the same between the same ones once, and how many of the first words were read."""
    found: dict[str, tuple[Span, Replaced]] = {}
    read = 0
    for block in blocks:
        if block.kind not in _TEXT:
            continue
        for row in rows(block.text):
            if read >= most:
                return list(found.values()), read
            read += len(row)
            for one in replaced(row):
                span = Span(block, one.start, one.end)
                found.setdefault(span.text.lower(), (span, one))
    return list(found.values()), read


def _clearest(found: list[tuple[Span, Replaced]]) -> list[tuple[Span, Replaced]]:
    """The heaviest of each word, the heaviest first."""
    kept: dict[str, tuple[Span, Replaced]] = {}
    for span, one in sorted(found, key=lambda item: -item[1].weight):
        kept.setdefault(one.word, (span, one))
    return list(kept.values())
