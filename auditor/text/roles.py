"""Sentences by the roles that their words fill: who speaks, what is done, to what.

The phrases of each role are a list of the word folders, so that the grammar is the same in every language.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Block, Span
from auditor.text.words import sentences, words
from auditor.words.spotting import Spotted, placed_tokens, spotter

_INTERJECTION = 3  # words: a shorter sentence belongs to the next one ("Sure! Here is ...")
_LONGEST = 80  # words: what is longer is a list without full stops, in which roles meet by chance

# After a label, which may be in bold type or say more in brackets.
_COLON = late(r"[*_)\s]{0,4}(?:[(,–-] ?[^():,]{1,40}\)?)?[*_\s]{0,4}[:：]")

Places = tuple[tuple[int, int], ...]  # intervals of the block's text


class Slot(NamedTuple):
    """A place of a frame."""

    names: tuple[str, ...]  # of roles, of which one fills it
    first: bool  # in the sentence
    labels: bool  # a colon follows

    @classmethod
    def of(cls, written: str) -> "Slot":
        return cls(tuple(written.strip("^:").split("|")), written[0] == "^", written[-1] == ":")


class Frame(Struct, frozen=True):
    """What one sentence must fill, as it is written in cards."""

    wanted: tuple[Slot, ...]
    unwanted: frozenset[str]

    @classmethod
    def of(cls, written: str) -> "Frame":
        roles = written.split()
        return cls(
            tuple(Slot.of(role) for role in roles if role[0] != "!"),
            frozenset(role[1:] for role in roles if role[0] == "!"),
        )


class Frames(Struct, frozen=True, eq=False):
    """Those of one card. They are told apart as objects: to compare what is in them costs more than to use them."""

    all: tuple[Frame, ...]

    @staticmethod
    @cache
    def of(*written: str) -> "Frames":
        return Frames(tuple(map(Frame.of, written)))


@lru_cache(1 << 12)  # a page asks for the same few hundred; more is memory that only grows
def possible(frames: Frames, roles: frozenset[str], *, colon: bool = True) -> bool:
    """Whether a text in which these roles are filled may fit one of the frames; without a colon no label does."""
    return any(
        all((colon or not slot.labels) and not roles.isdisjoint(slot.names) for slot in frame.wanted)
        for frame in frames.all
    )


class Spots(NamedTuple):
    """The phrases of roles in some words."""

    words: Sequence[str]
    found: list[Spotted]

    @classmethod
    def of(cls, words: Sequence[str], name: str) -> "Spots":
        return cls(words, spotter(name).spot(words))

    def roles(self) -> dict[str, frozenset[str]]:
        """By language the roles that are filled."""
        filled: dict[str, set[str]] = {}
        for one in self.found:
            filled.setdefault(one.language, set()).add(one.key)
        return {language: frozenset(keys) for language, keys in filled.items()}


class Reading(Struct, frozen=True):
    """One sentence in one language, and which of its words fill which role there."""

    span: Span
    roles: Mapping[str, Places]

    def fits_any(self, frames: Frames) -> bool:
        return any(map(self.fits, frames.all))

    def may_fit(self, frames: Frames) -> bool:
        """Whether it fits one, should some of its words turn out to be quoted."""
        return any(self._filled(frame.wanted, ()) for frame in frames.all)

    def fits(self, frame: Frame) -> bool:
        """Whether different words fill all its roles."""
        return self.roles.keys().isdisjoint(frame.unwanted) and self._filled(frame.wanted, ())

    def opening(self, role: str) -> str:
        """The longest phrase of a role that opens the sentence, in lower case; empty where none does."""
        ends = (end for start, end in self.roles.get(role, ()) if not self._follows_words(start))
        return self._text(self.span.start, max(ends, default=self.span.start)).strip().casefold()

    def fills_alone(self, role: str) -> bool:
        """Whether a phrase of the role is no part of another's: "language model" tells a subject, "As a ..." a leak."""
        others = [place for name, places in self.roles.items() if name != role for place in places]
        return any(
            not any(a <= start and end <= b and b - a > end - start for a, b in others)
            for start, end in self.roles.get(role, ())
        )

    def _filled(self, wanted: Sequence[Slot], taken: Places) -> bool:
        if not wanted:
            return True
        return any(
            self._filled(wanted[1:], (*taken, place))
            for place in self._places(wanted[0])
            if not any(place[0] < end and start < place[1] for start, end in taken)
        )

    def _places(self, slot: Slot) -> Iterator[tuple[int, int]]:
        for start, end in (place for name in slot.names for place in self.roles.get(name, ())):
            if not (slot.first and self._follows_words(start)) and not (slot.labels and not self._labels(end)):
                yield start, end

    def _follows_words(self, at: int) -> bool:
        return any(map(str.isalnum, self._text(self.span.start, at)))

    def _labels(self, at: int) -> bool:
        return bool(_COLON.match(self._text(at, self.span.end)))

    def _text(self, start: int, end: int) -> str:
        return self.span.block.text[start:end]


def readings(block: Block, name: str, spots: Spots | None = None) -> Iterator[Reading]:
    """The sentences of a block, once for each language in which they fill a role; `spots`: of its words, if known."""
    words, places = placed_tokens(block.text, 0, len(block.text))
    if spots is None or list(spots.words) != words:
        spots = Spots.of(words, name)
    starts, ends = [start for start, _ in places], [end for _, end in places]
    spotted = sorted(spots.found, key=lambda one: one.start)
    firsts = [one.start for one in spotted]
    for start, end in _joined(block.text):
        first, last = bisect_left(starts, start), bisect_right(ends, end)
        inside = spotted[bisect_left(firsts, first) : bisect_left(firsts, last)] if last - first <= _LONGEST else ()
        found: dict[str, dict[str, Places]] = {}
        for one in inside:
            if one.end <= last:
                filled = found.setdefault(one.language, {})
                filled[one.key] = (*filled.get(one.key, ()), (starts[one.start], ends[one.end - 1]))
        yield from (Reading(Span(block, start, end), roles) for roles in found.values())


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; an interjection is one with what follows it, a label with its value is not."""
    opened: int | None = None
    found = sentences(text)
    for start, end in found:
        opened = start if opened is None else opened
        whole = ":" in text[opened:end] or len(words(text[opened:end])) > _INTERJECTION
        if whole or end == found[-1][1]:
            yield opened, end
            opened = None
