"""Where wordings stand: a document is read once, for all strings that the expressions of all cards need."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick

from auditor.expressions import late
from auditor.model import Block, Span
from auditor.text.literals import BEYOND_ASCII, BEYOND_MARKS, HUMP, PRINTED, literals, lowered
from auditor.text.wording import always, matches, needles

Wordings = frozenset[tuple[str, ...]]
Possible = Mapping[int, Sequence[str]]  # by the start of a block the expressions of a wording that may match there
_NOWHERE: frozenset[int] = frozenset()

_BEYOND = late(f"[^\\x00-\\x7f{PRINTED}]")
_CAPITAL_INSIDE = late("[A-Z](?<=[a-z].)")


class Search:
    """The wordings of one document. One that was not announced is looked for alone."""

    def __init__(self, blocks: Sequence[Block], wordings: Wordings) -> None:
        self._blocks, self._wordings = blocks, wordings

    def matches(self, wording: tuple[str, ...], blocks: Sequence[Block]) -> Iterator[Span]:
        """All matches in their order; expressions that cannot match a block are not tried on it."""
        possible = self._possible(wording, blocks)
        tried = _unconditional(wording)
        for block in blocks if possible or tried else ():
            if patterns := (*possible.get(block.start, ()), *tried):
                yield from (Span(block, start, end) for start, end in matches(patterns, block.text))

    def each(self, wording: tuple[str, ...], blocks: Sequence[Block]) -> list[list[Span]]:
        """Of each of the expressions its own matches."""
        possible = self._possible(wording, blocks)
        tried = frozenset(_unconditional(wording))
        read = blocks if tried else [block for block in blocks if block.start in possible]
        return [
            [
                Span(block, start, end)
                for block in read
                if pattern in tried or pattern in possible.get(block.start, ())
                for start, end in matches((pattern,), block.text)
            ]
            for pattern in wording
        ]

    def _possible(self, wording: tuple[str, ...], blocks: Sequence[Block]) -> Possible:
        return self._announced.get(wording, {}) if wording in self._wordings else _alone(wording, blocks)

    @cached_property
    def _announced(self) -> Mapping[tuple[str, ...], Possible]:
        """Of all wordings that rules ask for where they may match: most may nowhere."""
        return _dispatched(self._blocks, self._wordings)


def _alone(wording: tuple[str, ...], blocks: Sequence[Block]) -> Possible:
    return _dispatched(blocks, frozenset((wording,))).get(wording, {})


def _dispatched(blocks: Sequence[Block], together: Wordings) -> Mapping[tuple[str, ...], Possible]:
    """By the strings that stand in a text the expressions that may match, and by those the wordings that hold them."""
    needing, holding = _users(together)
    standing = _scan(blocks, together)
    found: dict[tuple[str, ...], dict[int, list[tuple[int, str]]]] = {}
    for pattern in {pattern for needle in standing for pattern in needing.get(needle, ())}:
        for start in _where(pattern, standing):
            for wording, number in holding[pattern]:
                found.setdefault(wording, {}).setdefault(start, []).append((number, pattern))
    return {
        wording: {start: [pattern for _, pattern in sorted(numbered)] for start, numbered in by_start.items()}
        for wording, by_start in found.items()
    }


@lru_cache(maxsize=64)
def _users(
    together: Wordings,
) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[tuple[tuple[str, ...], int]]]]:
    """By the strings without one of which they do not match the expressions; by those the wordings, and their number in
    each."""
    needing: dict[str, list[str]] = {}
    holding: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for wording in together:
        for number, pattern in enumerate(wording):
            holding.setdefault(pattern, []).append((wording, number))
    for pattern in holding:
        for needle in literals(pattern)[0] if literals(pattern) else ():
            needing.setdefault(needle, []).append(pattern)
    return needing, holding


@cache
def _unconditional(wording: tuple[str, ...]) -> tuple[str, ...]:
    """Those that say nothing of the texts in which they may match."""
    return tuple(pattern for pattern in wording if not literals(pattern)) if always(wording) else ()


def _where(pattern: str, standing: Mapping[str, frozenset[int]]) -> frozenset[int]:
    """The blocks that hold one of each of the sets of strings that the expression needs."""
    sets = literals(pattern)
    if not sets or any(standing.keys().isdisjoint(either) for either in sets):
        return _NOWHERE
    held = [frozenset[int]().union(*(standing[one] for one in either & standing.keys())) for either in sets]
    return frozenset.intersection(*held)


def _scan(blocks: Sequence[Block], together: Wordings) -> Mapping[str, frozenset[int]]:
    """Strings that stand in some blocks, with the starts of those."""
    known, automaton = _automaton(together)
    texts = [block.text for block in blocks]
    text = "\n".join(texts)
    borders = _borders(texts)
    capitals = {bisect_right(borders, found.start()) - 1 for found in _CAPITAL_INSIDE.finditer(text)}
    text = lowered(text)
    if len(text) != borders[-1] - 1:  # a letter has become shorter; few texts hold one
        borders = _borders(list(map(lowered, texts)))
    held: dict[int, set[int]] = {}
    for needle, at, _ in automaton.find_matches_as_indexes(text, overlapping=True):
        held.setdefault(needle, set()).add(bisect_right(borders, at) - 1)
    beyond = {number for number, one in enumerate(texts) if not one.isascii()}
    kinds = {
        BEYOND_ASCII: beyond,
        BEYOND_MARKS: {number for number in beyond if _BEYOND.search(texts[number])},
        HUMP: capitals,
    }
    numbered = {known[needle]: numbers for needle, numbers in held.items()} | kinds
    return {
        needle: frozenset(blocks[number].start for number in numbers) for needle, numbers in numbered.items() if numbers
    }


def _borders(texts: Sequence[str]) -> list[int]:
    """Where each of them begins when they are joined by one character, and where another would."""
    return list(accumulate((len(text) + 1 for text in texts), initial=0))


@lru_cache(maxsize=64)
def _automaton(together: Wordings) -> tuple[list[str], AhoCorasick]:
    known = sorted(frozenset[str]().union(*map(needles, together)))
    return known, AhoCorasick(known)
