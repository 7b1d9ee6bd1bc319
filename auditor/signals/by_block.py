"""The words, sentences and quotations of each block, read once.

They know nothing of the other measures of a document, so that whoever needs them can keep them: two things that hold
each other are left to the garbage collector, which took a sixteenth of an audit for those of each page.
"""

from itertools import chain

from auditor.expressions import late
from auditor.model import Block, Span
from auditor.model.members import BODY, PARAGRAPH
from auditor.text.quotations import Quotation, between_marks
from auditor.text.words import are_of_sentences, length, of_parts, sentences, words

_FIGURE = late(r"\d+")


class ByBlock:
    """Blocks are known by where they start."""

    def __init__(self) -> None:
        self._words: dict[int, list[str]] = {}
        self._vocabularies: dict[int, frozenset[str]] = {}
        self._lengths: dict[int, int] = {}
        self._figures: dict[int, int] = {}
        self._between_marks: dict[int, list[Quotation]] = {}
        self._sentences: dict[int, tuple[Span, ...]] = {}
        self._sentence_words: dict[int, tuple[list[str], ...]] = {}

    def words(self, block: Block) -> list[str]:
        """The words of a block, lower case."""
        if (found := self._words.get(block.start)) is None:
            found = self._words[block.start] = self._read(block)
        return found

    def _read(self, block: Block) -> list[str]:
        """Its words; those of running text sentence by sentence, as they will be asked for, too."""
        if block.zone is BODY and block.kind is PARAGRAPH and are_of_sentences(block.text):
            return list(chain.from_iterable(self.sentence_words(block)))
        return words(block.text)

    def vocabulary_of(self, block: Block) -> frozenset[str]:
        """Its different words."""
        if (found := self._vocabularies.get(block.start)) is None:
            found = self._vocabularies[block.start] = frozenset(self.words(block))
        return found

    def length(self, block: Block) -> int:
        """How many words it has; where no blanks divide them, about as many as its letters make."""
        if (found := self._lengths.get(block.start)) is None:
            found = self._lengths[block.start] = length(self.words(block))
        return found

    def figures(self, block: Block) -> int:
        """How many numbers it has in figures: who looks for dates, shares or years need not look at most blocks."""
        if (found := self._figures.get(block.start)) is None:
            found = self._figures[block.start] = len(_FIGURE.findall(block.text))
        return found

    def between_marks(self, block: Block) -> list[Quotation]:
        """What stands between its quotation marks; the text's own voice is told by it, and who speaks."""
        if (found := self._between_marks.get(block.start)) is None:
            found = self._between_marks[block.start] = between_marks(block)
        return found

    def sentences(self, block: Block) -> tuple[Span, ...]:
        if (found := self._sentences.get(block.start)) is None:
            found = self._sentences[block.start] = tuple(Span(block, a, b) for a, b in sentences(block.text))
        return found

    def sentence_words(self, block: Block) -> tuple[list[str], ...]:
        """The words of each of its sentences."""
        if (found := self._sentence_words.get(block.start)) is None:
            own = self.sentences(block)
            found = (words(block.text),) if len(own) == 1 else of_parts(block.text, [(s.start, s.end) for s in own])
            self._sentence_words[block.start] = found
        return found
