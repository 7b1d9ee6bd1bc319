"""A part that every article has and this one has not."""

from collections.abc import Iterator, Sequence
from typing import Literal

from auditor.model import Block, Hit
from auditor.signals import Signals


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    part: Literal["title", "published"],
    min_words: int,
    formats: list[str],
) -> Iterator[Hit]:
    """One hit about the whole document.

    Args:
        part: the field of the document that is empty.
        min_words: a shorter body is a fragment, not an article.
        formats: the formats of source that carry the part.
    """
    document = signals.document
    if document.format in formats and document.words >= min_words and not getattr(document, part):
        yield Hit(None, {"part": part, "words": document.words})
