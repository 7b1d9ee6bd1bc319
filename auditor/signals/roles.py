"""The roles that the words of blocks fill, read once for all rules that ask."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from auditor.model import Block, Span
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
    may_fit = _possible(signals, subject, frames)
    for block in (b for b in blocks if b.start in may_fit and _may_fit(b, signals, subject, frames, may_fit[b.start])):
        spots, _ = _spotted(block, signals, subject)
        key = ("readings", subject, block.start)
        for number, one in enumerate(signals.once(key, partial(_readings, block, subject, spots))):
            if possible(frames, frozenset(one.roles)) and one.may_fit(frames):
                yield signals.once((*key, number), partial(_unquoted, one, signals))


def _readings(block: Block, subject: str, spots: Spots) -> tuple[Reading, ...]:
    return tuple(readings(block, subject, spots))


def _possible(signals: "Signals", subject: str, frames: Frames) -> Mapping[int, bool]:
    """The starts of the blocks that may hold words for all roles, and whether they may without a label."""
    plain, labelled = (_fitting(_standing(signals, subject), of_kind) for of_kind in _by_labels(frames))
    parts = ((number, block) for number in numbers(plain | labelled) for block in signals.holding.part(number))
    return {block.start: bool(plain >> number & 1) for number, block in parts}


def _standing(signals: "Signals", subject: str) -> Mapping[str, Mapping[str, int]]:
    """By language and role the parts of a document, as bits, that may hold a phrase of it."""
    return signals.once(("roles that may be filled", subject), lambda: spotter(subject).standing(signals.holding.texts))


def _may_fit(block: Block, signals: "Signals", subject: str, frames: Frames, plain: bool) -> bool:
    """Whether a sentence of it may fit; `plain`: without a label."""
    colon = ":" in block.text or "：" in block.text
    if block.kind is CODE or len(block.text) < _FEWEST or not (colon or plain):
        return False
    filled = _spotted(block, signals, subject)[1]
    return any(possible(frames, roles, colon=colon) for roles in filled.values())


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
    found = 0
    for lists in _standing(signals, subject).values():
        found |= lists.get(role, 0)
    near = {b.start for n in numbers(found) for b in signals.holding.part(n)} - {b.start for b in apart}
    naming = (b for b in signals.body if b.start in near and _names(b, signals, subject, role))
    return len(list(islice(naming, _OFTEN))) == _OFTEN


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
