"""The roles that the words of blocks fill, read once for all rules that ask."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from auditor.model import Block, Span, Zone
from auditor.model.members import CODE
from auditor.remembering import recalled
from auditor.text.roles import Frames, Reading, Spots, possible, readings
from auditor.words.spotting import spotter, tokens

if TYPE_CHECKING:
    from auditor.signals import Signals

_Hinted = dict[Zone, dict[tuple[int, bool], list[Block]]]
_OFTEN = 2  # paragraphs; a note on a task names its keyword once or twice
_FEWEST = 8  # characters: no shorter line holds two roles


def read(blocks: Sequence[Block], signals: "Signals", subject: str, frames: Frames) -> Iterator[Reading]:
    """The sentences of some blocks that may fit one of some frames. What is quoted or code fills no role."""
    may_fit = frozenset(_possible(signals.by_zone.zones_of(blocks), signals, subject, frames))
    for block in (block for block in blocks if block.start in may_fit):
        spots, _ = _spotted(block, signals, subject)
        key = ("readings", subject, block.start)
        for number, one in enumerate(signals.once(key, partial(_readings, block, subject, spots))):
            if possible(frames, frozenset(one.roles)) and one.may_fit(frames):
                yield signals.once((*key, number), partial(_unquoted, one, signals))


def _readings(block: Block, subject: str, spots: Spots) -> tuple[Reading, ...]:
    return tuple(readings(block, subject, spots))


def _possible(zones: Iterable[Zone], signals: "Signals", subject: str, frames: Frames) -> Iterator[int]:
    """The starts of the blocks of some zones of which a sentence may fit."""
    hints_of = signals.once(("hinted roles", subject), lambda: _hinted(signals, subject))
    asked_for = _asked_for(subject, frames)
    for zone in zones:
        for (hints, colon), hinted in hints_of.get(zone, {}).items():
            if _may_fit(subject, frames, hints & asked_for, colon):
                for block in hinted:
                    filled = _spotted(block, signals, subject)[1]
                    if any(possible(frames, roles, colon=colon) for roles in filled.values()):
                        yield block.start


@lru_cache(1 << 13)
def _may_fit(subject: str, frames: Frames, hints: int, colon: bool) -> bool:
    return any(possible(frames, roles, colon=colon) for roles in spotter(subject).keys(hints))


@cache
def _asked_for(subject: str, frames: Frames) -> int:
    """The lists that frames name; what else a block may hold tells nothing, and there is much of it."""
    slots = (slot for frame in frames.all for slot in frame.wanted)
    return spotter(subject).lists(frozenset(name for slot in slots for name in slot.names))


def _hinted(signals: "Signals", subject: str) -> _Hinted:
    """Roles that may be filled together, and whether there is a colon, with the blocks."""
    found: _Hinted = {}
    for number, hints in spotter(subject).hinted(signals.holding.texts).items():
        for block in signals.holding.part(number):
            if block.kind is not CODE and len(block.text) >= _FEWEST:
                colon = ":" in block.text or "：" in block.text
                found.setdefault(block.zone, {}).setdefault((hints, colon), []).append(block)
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
