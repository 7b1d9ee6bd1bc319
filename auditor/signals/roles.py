"""The roles that the words of blocks fill, read once for all rules that ask."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from auditor.model import Block, Span, Zone
from auditor.model.members import CODE
from auditor.remembering import recalled
from auditor.text.roles import Frame, Frames, Reading, Slot, Spots, possible, readings
from auditor.words.finding import numbers
from auditor.words.spotting import spotter, tokens

if TYPE_CHECKING:
    from auditor.signals import Signals

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


def _possible(zones: Container[Zone], signals: "Signals", subject: str, frames: Frames) -> Iterator[int]:
    """The starts of the blocks of some zones of which a sentence may fit."""
    key = ("roles that may be filled", subject)
    standing = signals.once(key, lambda: spotter(subject).standing(signals.holding.texts))
    plain, labelled = (_fitting(standing, of_kind) for of_kind in _by_labels(frames))
    for number in numbers(plain | labelled):
        for block in signals.holding.part(number):
            if block.zone not in zones or block.kind is CODE or len(block.text) < _FEWEST:
                continue
            colon = ":" in block.text or "：" in block.text
            if colon or plain >> number & 1:
                filled = _spotted(block, signals, subject)[1]
                if any(possible(frames, roles, colon=colon) for roles in filled.values()):
                    yield block.start


@cache
def _by_labels(frames: Frames) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
    """Those that no label must fill, and those that one must, which need a colon."""
    labelled = tuple(frame for frame in frames.all if any(slot.labels for slot in frame.wanted))
    return tuple(frame for frame in frames.all if frame not in labelled), labelled


def _fitting(standing: Mapping[str, Mapping[str, int]], frames: Iterable[Frame]) -> int:
    """The parts of a document, as bits, that may fill every place of one of some frames in one language."""
    found = 0
    for frame in frames:
        for lists in standing.values():
            found |= _filling(lists, frame.wanted)
    return found


def _filling(lists: Mapping[str, int], wanted: Sequence[Slot]) -> int:
    some = -1 if wanted else 0
    for slot in wanted:
        beside = 0
        for name in slot.names:
            beside |= lists.get(name, 0)
        some &= beside
        if not some:
            break
    return some


def is_about(signals: "Signals", subject: str, role: str, beside: Sequence[Block] = ()) -> bool:
    """Whether a title, or a block beside, fills a role: the page then speaks of such sentences and prints them."""
    return any(_names(block, signals, subject, role) for block in (*signals.titles, *beside))


def dwells_on(signals: "Signals", subject: str, role: str, apart: Sequence[Block]) -> bool:
    """Whether the body names such a thing time and again, in other blocks than some: it is about it."""
    own = {block.start for block in apart}
    others = (block for block in signals.body if block.start not in own)
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
