"""A text that names nothing in particular and only says what things are, can be and should be."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.relevance import NUMBERS
from auditor.words import words

# A capital amid a sentence, a figure, a quotation: the traces that a person, a place, a count or a source leaves.
_PARTICULAR = late(r"(?<=[\w,;:] )(?!I\b)[A-Z]\w|\d+|[“\"«„]")
_SHOWN = 8  # paragraphs


def detect(
    blocks: Sequence[Block], signals: Signals, *, min_words: int, general: float, particulars: float
) -> Iterator[Hit]:
    """At most one hit, on the first paragraph without anything particular; further ones are related.

    Args:
        min_words: shorter texts may have no room for particulars.
        general: the least share of verbs that say what is, may or should be.
        particulars: the most names, figures and quotations, for each hundred words.
    """
    told = signals.prose_words
    verbs = frozenset(words("function-words", "general-verbs", signals.document.language or "-"))
    if len(told) < min_words or sum(map(verbs.__contains__, told)) < general * len(told):
        return
    prose = signals.prose
    named = [
        sum(1 for _ in _PARTICULAR.finditer(block.text)) + sum(map(NUMBERS.__contains__, signals.words(block)))
        for block in prose
    ]
    if sum(named) * 100 <= particulars * len(told):
        vague = [Span.of(block) for block, count in zip(prose, named, strict=True) if not count][:_SHOWN]
        if vague:
            yield Hit(vague[0], {"words": len(told)}, tuple(vague[1:]))
