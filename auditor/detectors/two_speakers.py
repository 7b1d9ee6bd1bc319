"""One quotation that several people are said to have said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.text.quotations import Quotation
from auditor.text.two_tags import two_named
from auditor.text.words import words
from auditor.world.names import PARTICLES
from auditor.world.people import is_full_name, may_be_same

_HOLDER = late(r", ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})(?=[,.])")
_MOST = 20  # uses of one quotation that are compared
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
            if len(told) >= min_words:
                said.setdefault(told, []).append(quotation)
    for same in (same for same in said.values() if len(same) > 1):
        yield from _of_two(same, signals)
    if signals.document.language == "en":
        yield from _in_one_sentence(signals.quotations, wanted)


def _of_two(same: Sequence[Quotation], signals: Signals) -> Iterator[Hit]:
    """One hit if two people are named for one quotation."""
    named = [(name, q) for q in same if _is_person(name := _full(_speaker(q), signals))]
    for (one, first), (other, second) in combinations(named[:_MOST], 2):
        if not may_be_same(one, other):
            yield Hit(second.span, {"one": one[:60], "other": other[:60]}, (first.span,))
            return


def _in_one_sentence(quotations: Iterable[Quotation], wanted: AbstractSet[int]) -> Iterator[Hit]:
    for quotation in quotations:
        if quotation.depth or not quotation.closed or quotation.span.block.start not in wanted:
            continue
        named = two_named(quotation)
        if named and not may_be_same(*named):
            yield Hit(quotation.span, {"one": named[0][:60], "other": named[1][:60]})


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


def _full(name: str, signals: Signals) -> str:
    """A surname as the text gives it with a first name: "Dray" of Martin Dray."""
    if not name or " " in name or not name[0].isupper():
        return name
    with_first = re.compile(rf"(?<![\w’'-])([A-Z][\w’'-]+ {re.escape(name)})(?![\w’'-])")
    found = (match[1] for block in signals.body for match in with_first.finditer(block.text))
    return next((full for full in found if is_full_name(full)), name)


def _is_person(printed: str) -> bool:
    return is_full_name(printed) or not PARTICLES.isdisjoint(printed.split()[1:-1])


def _speaker(quotation: Quotation) -> str:
    """Who said it; behind a role that stands without its holder, the name that follows: "the clerk, Martin Dray"."""
    speaker = quotation.speaker
    if not speaker:
        return ""
    named = _HOLDER.match(speaker.block.text, speaker.end) if speaker.text.islower() else None
    return named[1] if named else speaker.text
