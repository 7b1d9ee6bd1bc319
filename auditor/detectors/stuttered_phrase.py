"""The same words three times in a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.remembering import remembered
from auditor.signals import Signals

# A phrase of three to eight words that begins with a word of three letters and is not one word over and over.
_PHRASE = late(r"\b(?!(\w{1,20}) \1\b)([^\W_][\w'’]{2,19}(?: [\w'’]{1,20}){2,7})[,.:;]? \2[,.:;]? \2\b", re.IGNORECASE)
_LENGTHS = range(3, 9)
_LINES = 3  # that end by markup; prose has one or two
_FEWEST_BLANKS = 3 * _LENGTHS[0] - 1


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first such phrase, the others as related."""
    read = (block for block in blocks if block.kind is not Kind.CODE and _may_stutter(block, signals))
    spans = (Span(block, *place) for block in read for place in _stuttering(block.text))
    if own := [span for span in spans if not signals.quoted(span) and not _is_refrain(span, signals)]:
        yield Hit(own[0], {"match": own[0].text, "times": len(own)}, tuple(own[1:]), needs=1)


def _is_refrain(span: Span, signals: Signals) -> bool:
    """Whether it stands in verses, or returns at the end of each."""
    written = signals.document.source[span.block.start : span.block.end]
    return written.count("<br") >= _LINES or sum(block.text.count(span.text) for block in signals.body) > 1


@remembered
def _stuttering(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _PHRASE.finditer(text)]


def _returning_pairs(told: Sequence[str]) -> int:
    return len(told) - 1 - len({*pairwise(told)})


def _may_stutter(block: Block, signals: Signals) -> bool:
    """Whether so many words equal those after them that a phrase stands three times; spares most texts the search."""
    if block.text.count(" ") < _FEWEST_BLANKS:
        return False  # as where no blanks divide words
    told = signals.words(block)
    if len(told) - len(signals.vocabulary_of(block)) < 2 * _LENGTHS[0] or _returning_pairs(told) < 2 * _LENGTHS[0] - 1:
        return False
    return any(
        b"\1" * (2 * length) in bytes(map(eq, told, told[length:])) for length in _LENGTHS if len(told) >= 3 * length
    )
