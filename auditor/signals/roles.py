"""The roles that the words of blocks fill, read once for all rules that ask."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from auditor.model import Block, Span, Zone
from auditor.model.members import CODE
from auditor.remembering import recalled
from auditor.text.roles import Frames, Reading, Spots, possible, readings
from auditor.words.spotting import spotter, tokens

if TYPE_CHECKING:
    from auditor.signals import Signals

_COLONS = frozenset(":：")
_OFTEN = 2  # paragraphs; a note on a task names its keyword once or twice
_FEWEST = 8  # characters: no shorter line holds two roles


def read(blocks: Sequence[Block], signals: "Signals", subject: str, frames: Frames) -> Iterator[Reading]:
    """The sentences of some blocks that may fit one of some frames. What is quoted or code fills no role."""
    for block in signals.by_zone.those_of(blocks, lambda zone: _possible(zone, signals, subject, frames)):
        spots, _ = _spotted(block, signals, subject)
        key = ("readings", subject, block.start)
        for number, one in enumerate(signals.once(key, partial(_readings, block, subject, spots))):
            if possible(frames, frozenset(one.roles)) and one.may_fit(frames):
                yield signals.once((*key, number), partial(_unquoted, one, signals))


def _readings(block: Block, subject: str, spots: Spots) -> tuple[Reading, ...]:
    return tuple(readings(block, subject, spots))


def _possible(zone: Zone, signals: "Signals", subject: str, frames: Frames) -> Iterator[int]:
    """The numbers of the blocks of a zone of which a sentence may fit."""
    hints_of = signals.once(("hinted roles", subject, zone), lambda: _hinted(zone, signals, subject))
    for (hints, colon), numbers in hints_of.items():
        if any(possible(frames, roles, colon=colon) for roles in spotter(subject).keys(hints)):
            for number in numbers:
                filled = _spotted(signals.document.blocks[number], signals, subject)[1]
                if any(possible(frames, roles, colon=colon) for roles in filled.values()):
                    yield number


def _hinted(zone: Zone, signals: "Signals", subject: str) -> dict[tuple[int, bool], list[int]]:
    """Roles that may be filled together, and whether there is a colon, with the numbers of the blocks."""
    found: dict[tuple[int, bool], list[int]] = {}
    for number, hints in spotter(subject).hinted(signals.holding.in_zone(zone)).items():
        block = signals.document.blocks[number]
        if block.kind is not CODE and len(block.text) >= _FEWEST:
            found.setdefault((hints, not _COLONS.isdisjoint(block.text)), []).append(number)
    return found


def is_about(signals: "Signals", subject: str, role: str, beside: Sequence[Block] = ()) -> bool:
    """Whether a title, or a block beside, fills a role: the page then speaks of such sentences and prints them."""
    return any(_names(block, signals, subject, role) for block in (*signals.titles, *beside))


def dwells_on(signals: "Signals", subject: str, role: str, apart: Sequence[Block]) -> bool:
    """Whether the body names such a thing time and again, in other blocks than some: it is about it."""
    others = (block for block in signals.body if block not in apart)
    return sum(_names(block, signals, subject, role) for block in others) >= _OFTEN


def _names(block: Block, signals: "Signals", subject: str, role: str) -> bool:
    spots, filled = _spotted(block, signals, subject)
    named = any(role in roles for roles in filled.values())
    return named and any(one.fills_alone(role) for one in readings(block, subject, spots))


def _spotted(block: Block, signals: "Signals", subject: str) -> tuple[Spots, dict[str, frozenset[str]]]:
    key = ("roles", subject, block.start)
    return signals.once(
        key,
        lambda: recalled(
            ("roles", subject, block.text), lambda: _measured(Spots.of(tokens(signals.words(block)), subject))
        ),
    )


def _measured(spots: Spots) -> tuple[Spots, dict[str, frozenset[str]]]:
    return spots, spots.roles()


def _unquoted(reading: Reading, signals: "Signals") -> Reading:
    block = reading.span.block
    roles = {
        role: kept
        for role, places in reading.roles.items()
        if (kept := tuple(place for place in places if not signals.quoted(Span(block, *place))))
    }
    return Reading(reading.span, roles)
