"""Passages of running text that return word for word inside other paragraphs."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, count

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.words import find_words, length, words

_WINDOW = 8  # words by which two places are found
_FIRST = 0x10000  # the signs that stand for words begin behind the surrogates, which are no text
_MOST = 40  # places of one page
_RUN = late(f"\x01{{{_WINDOW},}}+")


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit: the second place of the first passage that returns, the others as related.

    A passage may run over several paragraphs; one paragraph that returns as a whole is another rule's business.

    Args:
        min_words: shorter passages may return.
    """
    read = [block for block in blocks if block.kind is Kind.PARAGRAPH]
    text = [word for block in read for word in signals.words(block)]
    pieces = _Pieces(read, [len(signals.words(block)) for block in read])
    found: list[Span] = []
    for first, second, many in _returning(text, min_words):
        here, there = pieces.of(second, many), pieces.of(first, many)
        if not (len(here) == len(there) == 1 and here[0].text == here[0].block.text == there[0].block.text):
            found += [*here, *there]
        if len(found) >= _MOST:
            break
    if found:
        yield Hit(found[0], {"words": length(words(found[0].text))}, tuple(found[1:_MOST]), needs=1)


def _returning(text: list[str], min_words: int) -> Iterator[tuple[int, int, int]]:
    """Where a passage stood first, where it returns, and how many words it has."""
    letters = dict(zip(dict.fromkeys(text), map(chr, count(_FIRST)), strict=False))
    line = "".join(map(letters.__getitem__, text))  # a sign for each word: pieces of it are quickly compared
    known: dict[str, int] = {}
    past = 0
    for at in _candidates(text, line):
        if at < past:
            continue
        first = known.setdefault(line[at : at + _WINDOW], at)
        many = _common(text, first, at) if first != at else 0
        if many >= min_words and length(text[at : at + many]) >= min_words:
            yield first, at, many
            past = at + many


def _candidates(text: list[str], line: str) -> Iterator[int]:
    """Where so many words follow each other that all stand elsewhere, too; no other place returns."""
    again = {word for word, times in Counter(text).items() if times > 1}
    runs = [run.span() for run in _RUN.finditer(bytes(map(again.__contains__, text)).decode())]
    if 2 * sum(end - start for start, end in runs) > len(text) and _differ(line):
        return  # letters that stand for words nearly all return
    for start, end in runs:
        yield from range(start, end - _WINDOW + 1)


def _differ(line: str) -> bool:
    """Whether nowhere so many words follow each other as elsewhere."""
    places = len(line) - _WINDOW + 1
    return len({line[at : at + _WINDOW] for at in range(places)}) == places


def _common(text: list[str], first: int, second: int) -> int:
    """How many words the two places have in common; a passage never runs into itself."""
    most = min(len(text) - second, second - first)
    return next((i for i in range(most) if text[first + i] != text[second + i]), most)


class _Pieces:
    """A passage, given by its words, as spans of the blocks that it touches."""

    def __init__(self, blocks: list[Block], sizes: list[int]) -> None:
        self._blocks = blocks
        self._starts = list(accumulate(sizes, initial=0))  # of the words of each block among those of all
        self._places: dict[int, list[tuple[int, int]]] = {}

    def of(self, at: int, many: int) -> list[Span]:
        numbers = range(bisect_right(self._starts, at) - 1, bisect_left(self._starts, at + many))
        return [span for number in numbers if (span := self._piece(number, at, many))]

    def _piece(self, number: int, at: int, many: int) -> Span | None:
        block, start = self._blocks[number], self._starts[number]
        if number not in self._places:
            self._places[number] = list(find_words(block.text))
        places = self._places[number]
        inside = places[max(0, at - start) : at + many - start]
        if not inside:
            return None
        return Span.of(block) if len(inside) == len(places) else Span(block, inside[0][0], inside[-1][1])
