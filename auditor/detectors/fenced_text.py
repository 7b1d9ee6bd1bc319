"""An article that stands in a fence of code."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.expressions import late
from auditor.model import Block, Format, Hit, Kind, Span
from auditor.model.members import BODY
from auditor.parsing.prose import LABEL
from auditor.signals import Signals
from auditor.text.words import sentences, words
from auditor.words import words as listed

_FENCE = late(r"\s*`{3}(?:html|markdown|md|text|txt|plaintext|xml)?(?:\s*$|\s+<?\w)", re.IGNORECASE)
_TAG = late(r"</?[a-zA-Z][^<>]{0,200}>")
_FEWEST = 40  # words: a shorter sample is an example
_SENTENCES = 3
_COMMON = frozenset(listed("stopwords", "common"))
_LEAST_COMMON = 0.2  # of the words: prose of a known language holds .25 to .5, a program under .1


def detect(blocks: Sequence[Block], signals: Signals, *, share: float) -> Iterator[Hit]:
    """One hit: the first block of code whose content is prose.

    Args:
        share: of the words of the page that such blocks hold at least.
    """
    fenced = [block for block in blocks if _is_marked_as_code(block) and _is_prose(block.text)]
    if fenced:
        held = sum(len(words(_TAG.sub(" ", block.text))) for block in fenced)
        others = sum(len(signals.words(b)) for b in blocks if b.zone is BODY and not _is_marked_as_code(b))
        if held >= share * (held + others):
            yield Hit(Span.of(fenced[0]), {"words": held}, tuple(map(Span.of, fenced[1:])))
    elif signals.document.format is not Format.MARKDOWN:
        opened = [block for block in islice(signals.body, 2) if "```" in block.text and _FENCE.match(block.text)]
        if opened:
            yield Hit(Span.of(opened[0]), {"words": len(signals.prose_words)})


def _is_marked_as_code(block: Block) -> bool:
    return block.kind is Kind.CODE or block.label == LABEL


def _is_prose(code: str) -> bool:
    text = _TAG.sub(" ", code)
    found = words(text)
    common = sum(word in _COMMON for word in found)
    return len(found) >= _FEWEST and len(sentences(text)) >= _SENTENCES and common >= _LEAST_COMMON * len(found)
