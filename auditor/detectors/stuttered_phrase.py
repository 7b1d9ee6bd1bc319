"""The same words three times in a row."""

import re
from collections.abc import Iterator, Sequence
from operator import eq

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals

# A phrase of three to eight words that begins with a word of three letters and is not one word over and over.
_PHRASE = late(r"\b(?!(\w{1,20}) \1\b)([^\W_][\w'’]{2,19}(?: [\w'’]{1,20}){2,7})[,.:;]? \2[,.:;]? \2\b", re.IGNORECASE)
_LENGTHS = range(3, 9)


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first such phrase, the others as related."""
    stuttering = (b for b in blocks if b.kind is not Kind.CODE and _may_stutter(signals.words(b)))
    spans = (Span(block, *found.span()) for block in stuttering for found in _PHRASE.finditer(block.text))
    if own := [span for span in spans if not signals.quoted(span)]:
        yield Hit(own[0], {"match": own[0].text, "times": len(own)}, tuple(own[1:]), needs=1)


def _may_stutter(words: Sequence[str]) -> bool:
    """Whether so many words equal those after them that a phrase stands three times; spares most texts the search."""
    return any(
        b"\1" * (2 * length) in bytes(map(eq, words, words[length:])) for length in _LENGTHS if len(words) >= 3 * length
    )
