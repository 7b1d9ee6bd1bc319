"""Titles by their capitals."""

from auditor.text.words import WORD
from auditor.words import words as listed

# What English title case leaves small: articles, conjunctions, short prepositions.
_SMALL = frozenset(listed("function-words", "small-in-titles"))


def in_title_case(text: str) -> bool:
    """Whether at least nine in ten of the longer words have a capital; shouting in capitals is none."""
    words = [word for word in WORD.findall(text) if word.lower() not in _SMALL]
    return bool(words) and not text.isupper() and 10 * sum(not w[0].islower() for w in words) >= 9 * len(words)
