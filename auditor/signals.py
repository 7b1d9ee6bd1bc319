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
    def body_words(self) -> list[str]:
        return [word for block in self.body for word in self.words(block)]

    @property
    def metrics(self) -> dict[str, float | int | str | None]:
        """What the report publishes beside its findings."""
        lengths = [len(words(s.text)) for b in self.prose for s in self.sentences(b)]
        return {
            "words": len(self.body_words),
            "paragraphs": sum(b.kind is Kind.PARAGRAPH for b in self.body),
            "sentences": len(lengths),
            "words_per_sentence": round(sum(lengths) / len(lengths), 1) if lengths else None,
        }
