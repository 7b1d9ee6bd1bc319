"""What a document leaves behind for comparing it with others: signatures of its text, its passages.

MinHash: A. Broder, On the resemblance and containment of documents, 1997. The share of equal values of two signatures
of n values estimates the Jaccard similarity J of their shingles with a standard error of sqrt(J (1 - J) / n).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from auditor.corpus.running.passages import MOST, PARAGRAPH, Passage, hashed, passages
from auditor.corpus.settings import needs_corpus
from auditor.model import Kind
from auditor.model.scripts import is_unspaced, pieces
from auditor.signals import Signals
from auditor.text.words import words

VALUES = 128  # of a signature: a standard error of .04
SKELETON_VALUES = 64
_SEED = 1
_SHINGLE = 5  # words, as in the deduplication of FineWeb and C4's successors
_MOST_WORDS = 50_000  # of a text that are compared
_TITLE_WORD = 4  # letters; shorter words of a title stand in any text
_SLOT = "_"
_MEANT = 4  # letters: shorter words are mostly those that any text has
_FEWEST = 40  # different words; of fewer a handful in common says nothing
_RUN = 3  # headings: two in a row return by chance ("Ingredients", "Method")
_NO_TEXT = frozenset({Kind.TABLE, Kind.CODE})
# Bytes of UTF-8 for finding words as they are shown, at a fifth of the cost of an expression: digits become a capital,
# which no word in lower case has, and what else of ASCII is in no word becomes a space.
_NUMBERLESS = bytes(
    c if c > 0x7F or chr(c).isalpha() or chr(c) == "'" else ord("N") if chr(c).isdigit() else 0x20 for c in range(256)
)


class Text:
    """The body as it is compared: paragraphs, headings and items, not captions, tables or code."""

    def __init__(self, signals: Signals) -> None:
        self._headline = signals.document.title or ""
        self._title = words(self._headline)
        self._blocks = [(block.text, signals.words(block)) for block in signals.body if block.kind not in _NO_TEXT]
        self._headings = [signals.words(block) for block in signals.body if block.kind is Kind.HEADING]
        self._words = list(islice(chain.from_iterable(own for _, own in self._blocks), _MOST_WORDS))

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The words as they are shown, without numbers."""
        shown = "\n".join(text for text, _ in self._blocks).encode("utf-8", "replace").translate(_NUMBERLESS)
        return frozenset(shown.decode().split())

    @cached_property
    def _solid(self) -> bool:
        """Whether it has letters of scripts that put no blanks between words."""
        return is_unspaced("".join(word for word in self._shown if not word.isascii()))

    @property
    def minhash(self) -> list[int]:
        return _signature(self._words, VALUES)

    @property
    def skeleton(self) -> list[int]:
        """The signature with a slot for every name, number and word of the title.

        A name is a word that is never in lower case there; where no blanks divide words, nobody knows it.
        """
        kept = self._shown - {word for word in self._title if len(word) >= _TITLE_WORD}
        if self._solid:
            kept |= set(filter(is_unspaced, set(self._words)))
        masked = [word if word in kept else _SLOT for word in self._words]
        once = [word for word, before in zip(masked, ["", *masked], strict=False) if word != before]
        return _signature(once, SKELETON_VALUES)

    @property
    def vocabulary(self) -> list[int]:
        """The signature of its different words, wherever they stand: what is left of a text that was worded anew.

        Names and numbers are left out, and words of the title: pages for other towns differ in those. Where no blanks
        divide words, neighbouring letters stand for them.
        """
        meant = {word for word in self._shown.intersection(self._words) if len(word) >= _MEANT}
        different = meant.difference(self._title)
        if self._solid:
            found = chain.from_iterable(pieces(text) for text, _ in self._blocks)
            different |= set(islice(found, _MOST_WORDS)).difference(pieces(self._headline))
        return _sketched(different, VALUES) if len(different) >= _FEWEST else []

    @property
    def outline(self) -> list[int]:
        """A hash of every three headings in a row, without words of the title and numbers."""
        lines = [" ".join(self._kept(own)) for own in self._headings]
        runs = zip(*(lines[i:] for i in range(_RUN)), strict=False)
        return [hashed(run) for run in islice(runs, MOST) if all(run)]

    def _kept(self, own: Iterable[str]) -> Iterator[str]:
        title = {word for word in self._title if len(word) >= _TITLE_WORD}
        return (word for word in own if word not in title and not word[0].isdigit())

    @property
    def paragraphs(self) -> list[Passage]:
        long = ((text, own) for text, own in self._blocks if len(own) >= PARAGRAPH)
        return passages(islice(long, MOST))


def _signature(tokens: Sequence[str], values: int) -> list[int]:
    """Empty where there are fewer words than a shingle has."""
    if len(tokens) < _SHINGLE:
        return []
    # One shingle at a time: thousands of new strings at once would push everything else out of the caches.
    return _sketched(map(" ".join, zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False)), values)


def _sketched(items: Iterable[str], values: int) -> list[int]:
    try:
        from rensa import RMinHash  # noqa: PLC0415 - rows of errors need none
    except ImportError:
        raise needs_corpus("rensa") from None
    sketch = RMinHash(num_perm=values, seed=_SEED)
    sketch.update(items)
    return list(sketch.digest())
