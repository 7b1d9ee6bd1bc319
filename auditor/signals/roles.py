"""The roles that the words of blocks fill, read once for all rules that ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.model import Block, Kind, Span
from auditor.text.roles import Frame, Reading, possible, readings, roles_in
from auditor.words.spotting import tokens

if TYPE_CHECKING:
    from auditor.signals import Signals

_FEWEST = 8  # characters: no shorter line holds two roles


def read(block: Block, signals: "Signals", subject: str, frames: tuple[Frame, ...]) -> tuple[Reading, ...]:
    """The sentences of a block that may fit one of some frames. What is quoted or code fills no role."""
    if block.kind is Kind.CODE or len(block.text) < _FEWEST:
        return ()
    filled = _filled(block, signals, subject)
    if not filled or not any(possible(frames, roles) for roles in filled.values()):
        return ()
    read_key = ("readings", subject, block.start)
    return signals.once(read_key, lambda: tuple(_said(one, signals) for one in readings(block, subject)))


def is_about(signals: "Signals", subject: str, role: str, beside: Sequence[Block] = ()) -> bool:
    """Whether a title, or a block beside, fills a role: the page then speaks of such sentences and prints them."""
    blocks = [b for b in (*signals.titles, *beside) if any(role in f for f in _filled(b, signals, subject).values())]
    return any(one.fills_alone(role) for block in blocks for one in readings(block, subject))


def _filled(block: Block, signals: "Signals", subject: str) -> dict[str, frozenset[str]]:
    key = ("roles", subject, block.start)
    return signals.once(key, lambda: roles_in(tokens(signals.words(block)), subject))


def _said(reading: Reading, signals: "Signals") -> Reading:
    block = reading.span.block
    roles = {
        role: kept
        for role, places in reading.roles.items()
        if (kept := tuple(place for place in places if not signals.quoted(Span(block, *place))))
    }
    return Reading(reading.span, roles)
