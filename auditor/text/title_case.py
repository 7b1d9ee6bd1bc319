"""Titles by their capitals."""

from auditor.text.words import WORD

# What English title case leaves small: articles, conjunctions, short prepositions.
_SMALL = frozenset("a an the and or but nor of in on at to for by with from as is v vs via".split())


def in_title_case(text: str) -> bool:
    """Whether at least nine in ten of the longer words have a capital; shouting in capitals is none."""
    words = [word for word in WORD.findall(text) if word.lower() not in _SMALL]
    return bool(words) and not text.isupper() and 10 * sum(not w[0].islower() for w in words) >= 9 * len(words)
