"""The roles that the words of blocks fill, read once for all rules that ask."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from auditor.model import Block, Kind, Span
from auditor.text.roles import Frames, Reading, Spots, possible, readings
from auditor.words.spotting import tokens

if TYPE_CHECKING:
    from auditor.signals import Signals

_FEWEST = 8  # characters: no shorter line holds two roles


def read(block: Block, signals: "Signals", subject: str, frames: Frames) -> Iterator[Reading]:
    """The sentences of a block that may fit one of some frames. What is quoted or code fills no role."""
    if block.kind is Kind.CODE or len(block.text) < _FEWEST:
        return
    spots, filled = _spotted(block, signals, subject)
    if any(possible(frames, roles) for roles in filled.values()):
        key = ("readings", subject, block.start)
        for number, one in enumerate(signals.once(key, lambda: tuple(readings(block, subject, spots)))):
            if possible(frames, frozenset(one.roles)) and one.may_fit(frames):
                yield signals.once((*key, number), partial(_unquoted, one, signals))


def is_about(signals: "Signals", subject: str, role: str, beside: Sequence[Block] = ()) -> bool:
    """Whether a title, or a block beside, fills a role: the page then speaks of such sentences and prints them."""
    for block in (*signals.titles, *beside):
        spots, filled = _spotted(block, signals, subject)
        named = any(role in roles for roles in filled.values())
        if named and any(one.fills_alone(role) for one in readings(block, subject, spots)):
            return True
    return False


def _spotted(block: Block, signals: "Signals", subject: str) -> tuple[Spots, dict[str, frozenset[str]]]:
    key = ("roles", subject, block.start)
    return signals.once(key, lambda: _measured(Spots.of(tokens(signals.words(block)), subject)))


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
