"""Where wordings stand: each zone is read once, for all strings that the expressions of all cards need."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from auditor.expressions import late
from auditor.model import Block, Span, Zone
from auditor.text.literals import BEYOND_ASCII, BEYOND_MARKS, HUMP, PRINTED, literals, lowered
from auditor.text.wording import always, matches, needles

Wordings = frozenset[tuple[str, ...]]
_NOWHERE: frozenset[int] = frozenset()

_BEYOND = late(f"[^\\x00-\\x7f{PRINTED}]")
_CAPITAL_INSIDE = late("[A-Z](?<=[a-z].)")
_KINDS: Mapping[str, Callable[[str], object]] = {
    BEYOND_ASCII: lambda text: not text.isascii(),
    BEYOND_MARKS: lambda text: not text.isascii() and _BEYOND.search(text),
    HUMP: _CAPITAL_INSIDE.search,
}


class Search:
    """The wordings of one document. One that was not announced is looked for alone."""

    def __init__(
        self,
        blocks_in: Callable[[frozenset[Zone]], Sequence[Block]],
        zones_of: Callable[[Sequence[Block]], Iterable[Zone]],
        wordings: Wordings,
    ) -> None:
        self._blocks_in, self._zones_of = blocks_in, zones_of
        self._wordings = wordings
        self._read: dict[tuple[Zone, Wordings], Mapping[str, frozenset[int]]] = {}

    def matches(self, wording: tuple[str, ...], blocks: Sequence[Block]) -> Iterator[Span]:
        """All matches in their order; expressions that cannot match a block are not tried on it."""
        together = self._wordings if wording in self._wordings else frozenset((wording,))
        possible: dict[int, list[str]] = {}
        led = _led(wording)
        for zone in self._zones_of(blocks):
            standing = self._standing(zone, together)
            for number in sorted({number for needle in led.keys() & standing.keys() for number in led[needle]}):
                for start in _where(wording[number], standing):
                    possible.setdefault(start, []).append(wording[number])
        tried = [pattern for pattern in wording if not literals(pattern)] if always(wording) else []
        for block in blocks if possible or tried else ():
            if patterns := [*possible.get(block.start, ()), *tried]:
                yield from (Span(block, start, end) for start, end in matches(patterns, block.text))

    def _standing(self, zone: Zone, together: Wordings) -> Mapping[str, frozenset[int]]:
        """Needles that stand in a zone, with the starts of the blocks that hold them."""
        if (zone, together) not in self._read:
            self._read[zone, together] = _scan(self._blocks_in(frozenset((zone,))), together)
        return self._read[zone, together]


@cache
def _led(wording: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
    """By the strings without one of which they do not match the numbers of expressions."""
    found: dict[str, list[int]] = {}
    for number, pattern in enumerate(wording):
        for needle in literals(pattern)[0] if literals(pattern) else ():
            found.setdefault(needle, []).append(number)
    return found


def _where(pattern: str, standing: Mapping[str, frozenset[int]]) -> frozenset[int]:
    """The blocks that hold one of each of the sets of strings that the expression needs."""
    sets = literals(pattern)
    if not sets or any(standing.keys().isdisjoint(either) for either in sets):
        return _NOWHERE
    held = [frozenset[int]().union(*(standing[one] for one in either & standing.keys())) for either in sets]
    return frozenset.intersection(*held)


def _scan(blocks: Sequence[Block], together: Wordings) -> Mapping[str, frozenset[int]]:
    known, automaton = _automaton(together)
    texts = [block.text for block in blocks]
    text = lowered("\n".join(texts))
    if len(text) != sum(map(len, texts)) + len(texts) - 1:  # a letter has become shorter; few texts hold one
        texts = list(map(lowered, texts))
    borders = list(accumulate((len(text) + 1 for text in texts), initial=0))
    held: dict[int, set[int]] = {}
    for needle, at, _ in automaton.find_matches_as_indexes(text, overlapping=True):
        held.setdefault(needle, set()).add(at)
    standing = {
        known[needle]: frozenset(blocks[bisect_right(borders, at) - 1].start for at in places)
        for needle, places in held.items()
    }
    return standing | {kind: found for kind, is_held in _KINDS.items() if (found := _of_kind(blocks, is_held))}


def _of_kind(blocks: Sequence[Block], is_held: Callable[[str], object]) -> frozenset[int]:
    return frozenset(block.start for block in blocks if is_held(block.text))


@lru_cache(maxsize=64)
def _automaton(together: Wordings) -> tuple[list[str], AhoCorasick]:
    known = sorted(frozenset[str]().union(*map(needles, together)))
    return known, AhoCorasick(known)
