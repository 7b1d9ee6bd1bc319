"""Where the phrases of a word file stand in a text of its language."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Kind, Span
from auditor.words import languages, words
from auditor.words.finding import find


def spans(blocks: Sequence[Block], vocabularies: Sequence[frozenset[str]], phrases: tuple[str, ...]) -> Iterator[Span]:
    for block, vocabulary in zip(blocks, vocabularies, strict=True):
        if block.kind is not Kind.CODE:
            for start, end in sorted(find(block.text, vocabulary, phrases)):
                yield Span(block, start, end)


def phrases_of(language: str | None, subject: str, *lists: str) -> tuple[str, ...]:
    """The lists of the document's language; of all languages where it could not be told."""
    codes = (language,) if language else languages()
    return tuple(phrase for name in lists for phrase in words(subject, name, *codes))
