"""Measures of one document that several verbs need, each taken once and only when asked for."""

from functools import cached_property

from auditor.model import BESIDE_TEXT, Block, Document, Kind, Span, Zone
from auditor.text.words import sentences, words


class Signals:
    """Not shared between documents or threads; verbs read it and never write."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._words: dict[int, list[str]] = {}
        self._sentences: dict[int, tuple[Span, ...]] = {}

    def words(self, block: Block) -> list[str]:
        """The words of a block, lower case."""
        if block.start not in self._words:
            self._words[block.start] = words(block.text)
        return self._words[block.start]

    def sentences(self, block: Block) -> tuple[Span, ...]:
        if block.start not in self._sentences:
            self._sentences[block.start] = tuple(Span(block, a, b) for a, b in sentences(block.text))
        return self._sentences[block.start]

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """Blocks of the body's text, without captions and image alts."""
        return tuple(b for b in self.document.blocks if b.zone is Zone.BODY and b.kind not in BESIDE_TEXT)

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """Paragraphs, items and quotations of the body: what was written as sentences."""
        return tuple(b for b in self.body if b.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION))

    @cached_property
    def prose_words(self) -> list[str]:
        return [word for block in self.prose for word in self.words(block)]

    @cached_property
    def prose_sentences(self) -> int:
        """Number of sentences of the prose."""
        return sum(len(self.sentences(block)) for block in self.prose)

    @property
    def metrics(self) -> dict[str, float | int | str | None]:
        """What the report publishes beside its findings."""
        per_sentence = len(self.prose_words) / self.prose_sentences if self.prose_sentences else None
        return {
            "words": self.document.words,
            "paragraphs": sum(block.kind is Kind.PARAGRAPH for block in self.body),
            "sentences": self.prose_sentences,
            "words_per_sentence": per_sentence and round(per_sentence, 1),
        }
