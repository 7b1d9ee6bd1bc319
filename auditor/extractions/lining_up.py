"""Two extractions, paragraph beside paragraph: what both hold, what only one does, and where the other put it.

Paragraphs are told by their words in order, so one of ours may stand beside three of theirs: tools divide differently.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from auditor.extractions import Extraction, Part
from auditor.text.words import find_words

# Of each side: the longest common sequence of both takes a bit for each pair of words, 50 MB.
COMPARED = 20_000
_SHARE = 2  # half of the words of the shorter paragraph in common: a few small words fall into line anywhere
_ALIKE = 80  # of 100: a paragraph that differs by a label or a link is found elsewhere, another on its subject is not
_SEARCHED = 2_000  # parts that are searched for one like it

Spans = tuple[tuple[int, int], ...]  # of words of a part that the other side lacks
Marked = tuple[Part, Spans]


class Side(StrEnum):
    BOTH = "both"
    DIFFERS = "differs"
    HERE = "here"
    THERE = "there"


class Row(Struct, frozen=True, kw_only=True):
    """Paragraphs that belong together, with the words that only they have."""

    side: Side
    ours: Sequence[Marked] = ()
    theirs: Sequence[Marked] = ()
    both: int = 0  # words
    found: Part | None = None  # of a part of one side alone: where the other has it


class LinedUp(Struct, frozen=True, kw_only=True):
    """All rows, and the words of each side and of both."""

    rows: Sequence[Row]
    ours: int
    theirs: int
    is_cut: bool  # more words than are compared

    @property
    def both(self) -> int:
        return sum(row.both for row in self.rows)


class _Word(Struct, frozen=True):
    text: str
    part: int
    start: int
    end: int


def lined_up(ours: Extraction, theirs: Extraction) -> LinedUp:
    left, right = list(_words(ours.body)), list(_words(theirs.body))
    sizes = [Counter(word.part for word in side) for side in (left, right)]
    links = Counter((left[a].part, right[b].part) for a, b in _common(left, right))
    kept = sorted((a, b) for (a, b), n in links.items() if _SHARE * n >= min(sizes[0][a], sizes[1][b]))
    rows = list(_rows(_Side(ours.body, left), _Side(theirs.body, right), kept))
    places = {
        Side.HERE: [*_of(rows, Side.THERE), *theirs.elsewhere],
        Side.THERE: [*_of(rows, Side.HERE), *ours.elsewhere],
    }
    sought = [_sought(row, places[row.side]) if row.side in places else row for row in rows]
    return LinedUp(rows=sought, ours=len(left), theirs=len(right), is_cut=COMPARED in {len(left), len(right)})


def _words(parts: Sequence[Part]) -> Iterator[_Word]:
    every = (
        _Word(part.text[start:end].lower(), number, start, end)
        for number, part in enumerate(parts)
        for start, end in find_words(part.text)
    )
    return islice(every, COMPARED)


def _common(left: Sequence[_Word], right: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The longest common sequence: places in both."""
    # Numbers instead of words, so that the same words give the same lines in every process.
    known = {text: n for n, text in enumerate(dict.fromkeys(word.text for word in (*left, *right)))}
    for code in Indel.opcodes([known[word.text] for word in left], [known[word.text] for word in right]):
        if code.tag == "equal":
            yield from zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)


class _Side:
    """The parts of a side and their words, taken from the front."""

    def __init__(self, parts: Sequence[Part], words: Sequence[_Word]) -> None:
        self.parts, self.words = parts, words
        self.part = self.word = 0

    def until(self, part: int) -> tuple[list[Part], list[_Word]]:
        """Those before a part that were not taken yet, their words counted from the first of them."""
        first, start = self.part, self.word
        while self.word < len(self.words) and self.words[self.word].part < part:
            self.word += 1
        self.part = max(first, part)
        words = [replace(word, part=word.part - first) for word in self.words[start : self.word]]
        return list(self.parts[first : self.part]), words


def _rows(left: _Side, right: _Side, links: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """Links run in the order of both sides, so those that share a part stand after each other."""
    at = 0
    while at < len(links):
        first = last = links[at]
        while at < len(links) and (links[at][0] == last[0] or links[at][1] == last[1]):
            last = links[at]
            at += 1
        yield from _alone(left, right, first)
        yield _pair(left.until(last[0] + 1), right.until(last[1] + 1))
    yield from _alone(left, right, (len(left.parts), len(right.parts)))


def _alone(left: _Side, right: _Side, until: tuple[int, int]) -> Iterator[Row]:
    for part in left.until(until[0])[0]:
        yield Row(side=Side.HERE, ours=[(part, ())])
    for part in right.until(until[1])[0]:
        yield Row(side=Side.THERE, theirs=[(part, ())])


def _pair(one: tuple[list[Part], list[_Word]], other: tuple[list[Part], list[_Word]]) -> Row:
    """Compared once more, by themselves: in the whole, a small word falls into line with that of another paragraph."""
    shared = list(_common(one[1], other[1]))
    ours, theirs = _marked(*one, {a for a, _ in shared}), _marked(*other, {b for _, b in shared})
    differ = any(spans for _, spans in (*ours, *theirs))
    return Row(side=Side.DIFFERS if differ else Side.BOTH, ours=ours, theirs=theirs, both=len(shared))


def _marked(parts: Sequence[Part], words: Sequence[_Word], shared: set[int]) -> list[Marked]:
    """Each part with the runs of its words that the other side lacks."""
    runs: list[list[tuple[int, int]]] = [[] for _ in parts]
    before = -2
    for n, word in enumerate(words):
        if n in shared:
            continue
        own = runs[word.part]
        own.append((own.pop()[0] if own and before == n - 1 else word.start, word.end))
        before = n
    return [(part, tuple(own)) for part, own in zip(parts, runs, strict=True)]


def _of(rows: Sequence[Row], side: Side) -> list[Part]:
    return [part for row in rows if row.side is side for part, _ in (*row.ours, *row.theirs)]


def _sought(row: Row, candidates: Sequence[Part]) -> Row:
    """A row of one side alone, with the part of the other that says the same: moved, or in another zone."""
    ((part, _),) = (*row.ours, *row.theirs)
    near = candidates[:_SEARCHED]
    found = process.extractOne(part.text, [one.text for one in near], scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return replace(row, found=near[found[2]]) if found else row
