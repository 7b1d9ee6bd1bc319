"""A text as its phrases see it, and how a phrase stands in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct

from auditor.model import Block, Span
from auditor.text.words import WORD, find_words
from auditor.words import words as listed

Words = tuple[str, ...]
Place = tuple[int, int]  # number of the passage, number of the word in it

_SLIPS = 0.2  # share of a name's uses that may be in lower case: a statute is named with capitals, but not always
_LONGER = 3  # sentences
_MOST_PLACES = 100  # that are looked at to tell a name
_ARTICLES = frozenset(listed("function-words", "passed-over"))

# At these no phrase that somebody would search for begins or ends.
OPEN = frozenset(listed("function-words", "loose-ends"))


class Passage(Struct, frozen=True):
    """One block of the body as the phrases of a text see it."""

    block: Block
    words: Sequence[str]
    before: int  # words of the passages before it
    sentences: int  # 0 where the block is no running text
    opening: int  # words of the first sentence
    closing: int  # number of the word with which the last sentence begins


class Passages:
    """The passages of one text, in order."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.all = passages
        self.length = passages[-1].before + len(passages[-1].words) if passages else 0
        self._found: dict[int, list[tuple[int, int]]] = {}

    @cached_property
    def uses(self) -> Counter[str]:
        return Counter(chain.from_iterable(passage.words for passage in self.all))

    @cached_property
    def uses_in_lower_case(self) -> Counter[str]:
        return Counter(
            word.replace("’", "'") for p in self.all for word in WORD.findall(p.block.text) if word.islower()
        )

    def span(self, k: int, i: int, length: int) -> Span:
        """Where `length` words from word `i` of passage `k` stand in its block."""
        if k not in self._found:
            self._found[k] = list(find_words(self.all[k].block.text))
        found = self._found[k]
        return Span(self.all[k].block, found[i][0], found[i + length - 1][1])


class Phrase(Struct, frozen=True, dict=True):
    """A phrase and all its places in the passages, none over another, in order."""

    words: Words
    places: Sequence[Place]
    passages: Passages

    @cached_property
    def running(self) -> list[Place]:
        """The places in running text."""
        return [place for place in self.places if self.passages.all[place[0]].sentences]

    @cached_property
    def per_paragraph(self) -> Counter[int]:
        """Places in each passage that has two sentences or more, so that a last one can be told."""
        return Counter(k for k, _ in self.places if self.passages.all[k].sentences > 1)

    @cached_property
    def closed(self) -> list[int]:
        """The passages of two sentences or more whose last sentence holds the phrase and more: else it is a refrain."""
        return sorted({k for k, i in self.places if k in self.per_paragraph and self._closes(k, i)})

    def _closes(self, k: int, i: int) -> bool:
        passage = self.passages.all[k]
        return i >= passage.closing and len(passage.words) - passage.closing > len(self.words)

    @cached_property
    def chance(self) -> float:
        """How many passages it would close if its places were spread evenly over their sentences."""
        return sum(min(1.0, times / self.passages.all[k].sentences) for k, times in self.per_paragraph.items())

    @cached_property
    def longer(self) -> list[Place]:
        """The places in passages of three sentences or more."""
        return [place for place in self.places if self.passages.all[place[0]].sentences >= _LONGER]

    @cached_property
    def edges(self) -> int:
        """How many of these are in the first or the last sentence."""
        return sum(self._is_edge(self.passages.all[k], i) for k, i in self.longer)

    def _is_edge(self, passage: Passage, i: int) -> bool:
        return i >= passage.closing or i + len(self.words) <= passage.opening

    @cached_property
    def edge_chance(self) -> float:
        """How many would be if places were spread evenly over the sentences."""
        return sum(2 / self.passages.all[k].sentences for k, _ in self.longer)

    @cached_property
    def lines(self) -> list[Place]:
        """The places in headings and short lines that say more than the phrase and ask nothing."""
        return [(k, i) for k, i in self.places if self._is_line(self.passages.all[k])]

    def _is_line(self, passage: Passage) -> bool:
        longer = len(passage.words) > len(self.words)
        return longer and not passage.sentences and not passage.block.text.endswith("?")

    @cached_property
    def line_ends(self) -> list[Place]:
        """The places at the end of such lines."""
        return [(k, i) for k, i in self.lines if i + len(self.words) == len(self.passages.all[k].words)]

    @cached_property
    def tenths(self) -> int:
        """How many tenths of the text its places in running text reach."""
        return len({(self.passages.all[k].before + i) * 10 // self.passages.length for k, i in self.running})

    @property
    def rate(self) -> float:
        """Places in running text per 1,000 words of the text."""
        return 1000 * len(self.running) / self.passages.length

    def contexts(self, *, free_borders: bool) -> int:
        """How many different words stand before it, or after it if those are fewer; articles are passed over.

        With `free_borders` each border of a passage counts as a word of its own, without as one and the same: links
        and references that close entry after entry are formulas, phrases of the title that do are not.
        """
        length = len(self.words)
        before = {self._neighbour(k, i - 1, -1, free_borders=free_borders) for k, i in self.places}
        after = {self._neighbour(k, i + length, 1, free_borders=free_borders) for k, i in self.places}
        return min(len(before), len(after))

    def _neighbour(self, k: int, i: int, step: int, *, free_borders: bool) -> str:
        words = self.passages.all[k].words
        if 0 <= i < len(words) and words[i] in _ARTICLES:
            i += step
        if 0 <= i < len(words):
            return words[i] if not words[i].isdigit() else "number"  # "pages 4", "pages 5" are one formula
        return f"border of {k}" if free_borders else ""

    @property
    def fixed(self) -> float:
        """Share of the uses of its rarest word that are the phrase; 1 where it never stands without the others."""
        return len(self.places) / min(self.passages.uses[word] for word in self.words if word not in OPEN)

    @property
    def is_name(self) -> bool:
        """Whether it is capitalised nearly everywhere it stands, and one of its words nearly everywhere that stands."""
        own = [word for word in self.words if word not in OPEN]
        shown = list(self.spans(_MOST_PLACES))
        small = sum(any(w.islower() and w in own for w in WORD.findall(span.text)) for span in shown)
        seldom = (self.passages.uses_in_lower_case[w] <= _SLIPS * self.passages.uses[w] for w in own)
        return small <= _SLIPS * len(shown) and any(seldom)

    def spans(self, at_most: int) -> Iterator[Span]:
        return (self.passages.span(k, i, len(self.words)) for k, i in self.places[:at_most])
