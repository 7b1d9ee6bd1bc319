"""Where the phrases of a word file stand."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.model import Block, Kind, Span
from auditor.words import languages, words
from auditor.words.finding import places

if TYPE_CHECKING:
    from auditor.signals import Signals


def spans(blocks: Sequence[Block], signals: "Signals", phrases: tuple[str, ...]) -> Iterator[Span]:
    """The places of phrases in the order of the blocks; code is passed over."""
    if few := signals.possible(phrases, blocks):
        for block, standing in signals.holding.phrases(few, blocks):
            if block.kind is not Kind.CODE:
                for start, end in sorted(places(block.text, standing)):
                    yield Span(block, start, end)


def phrases_of(language: str | None, subject: str, *lists: str) -> tuple[str, ...]:
    """The lists of the document's language; of all languages where it could not be told."""
    codes = (language,) if language else languages()
    return tuple(phrase for name in lists for phrase in words(subject, name, *codes))
