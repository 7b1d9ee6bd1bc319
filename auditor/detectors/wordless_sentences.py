"""Rows of nouns that end in a full stop but are no sentences."""

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Span
from auditor.model.members import PARAGRAPH
from auditor.signals import Signals
from auditor.words import words

_SHORTEST = 6  # words
_FIGURES = 0.2  # of the words: results and prices are no sentences either, but somebody needs them
_LABELS = frozenset(":|•")
_SHOWN = 100


def detect(
    blocks: Sequence[Block], signals: Signals, *, glue_at_most: float, at_least: int, share: float
) -> Iterator[Hit]:
    """One hit: the first of such sentences, the others as related.

    Args:
        glue_at_most: share of a sentence's words that hold sentences together: articles, prepositions, auxiliaries.
        at_least: so many such sentences,
        share: and this share of all sentences of six words or more.
    """
    read = [block for block in blocks if block.kind is PARAGRAPH and len(signals.words(block)) >= _SHORTEST]
    sentences = [
        (s, told) for b in read for s, told in zip(signals.sentences(b), signals.sentence_words(b), strict=True)
    ]
    rows: list[Span] = []
    full = 0
    for span, told in sentences:
        if len(told) < _SHORTEST:
            continue
        if _is_row(span.text, told, glue_at_most):
            rows.append(span)
        else:
            full += 1
            if full > (1 - share) * len(sentences):
                return  # as in nearly every text: those that are left cannot be enough
    if len(rows) >= at_least and len(rows) >= share * (len(rows) + full):
        first, *others = rows[:_SHOWN]
        yield Hit(first, {"rows": len(rows), "sentences": len(rows) + full}, tuple(others))


def _is_row(text: str, found: Sequence[str], glue_at_most: float) -> bool:
    if not text.endswith(".") or sum(map(glue().__contains__, found)) > glue_at_most * len(found):
        return False
    figures = sum(word[0].isdigit() for word in found)
    held = sum(word.replace("’", "'") in glue() for word in found)
    return _LABELS.isdisjoint(text) and figures <= _FIGURES * len(found) and held <= glue_at_most * len(found)


@cache
def glue() -> frozenset[str]:
    """Words that hold sentences together, of all languages: a page may hold another one than it says."""
    own = (word for name in ("common", "glue", "loose-ends", "helpers") for word in words("function-words", name))
    return frozenset((*own, *words("stopwords", "common")))
