"""A text in another language than the page declares."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.signals import Signals


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit at the first block of the body.

    Args:
        min_words: shorter texts are not judged.
    """
    document = signals.document
    declared = (document.declared_language or "").split("-")[0].split("_")[0].lower()
    if declared and document.language and document.language != declared and document.words >= min_words:
        yield Hit(Span.of(blocks[0]), {"declared": declared, "detected": document.language})
