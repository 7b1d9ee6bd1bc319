"""Rows of nouns that end in a full stop but are no sentences."""

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Span
from auditor.model.members import PARAGRAPH
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.text.words import words as words_of
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
    sentences = [
        s for b in blocks if b.kind is PARAGRAPH and len(signals.words(b)) >= _SHORTEST for s in signals.sentences(b)
    ]
    rows: list[Span] = []
    full = 0
    for span in sentences:
        if _is_row(span.text, glue_at_most):
            rows.append(span)
        elif len(words_of(span.text)) >= _SHORTEST:
            full += 1
            if full > (1 - share) * len(sentences):
                return  # as in nearly every text: those that are left cannot be enough
    if len(rows) >= at_least and len(rows) >= share * (len(rows) + full):
        first, *others = rows[:_SHOWN]
        yield Hit(first, {"rows": len(rows), "sentences": len(rows) + full}, tuple(others))


@remembered
def _is_row(text: str, glue_at_most: float) -> bool:
    found = words_of(text)
    if (
        len(found) < _SHORTEST
        or text.rstrip()[-1:] != "."
        or sum(map(_glue().__contains__, found)) > glue_at_most * len(found)
    ):
        return False
    figures = sum(word[0].isdigit() for word in found)
    glue = sum(word.replace("’", "'") in _glue() for word in found)
    return _LABELS.isdisjoint(text) and figures <= _FIGURES * len(found) and glue <= glue_at_most * len(found)


@cache
def _glue() -> frozenset[str]:
    """Of all languages: a page may hold another one than it says."""
    own = (word for name in ("common", "glue", "loose-ends", "helpers") for word in words("function-words", name))
    return frozenset((*own, *words("stopwords", "common")))
