"""Titles by their capitals."""

from auditor.text.words import WORD
from auditor.words import words as listed

# What English title case leaves small: articles, conjunctions, short prepositions.
_SMALL = frozenset(listed("function-words", "small-in-titles"))


def in_title_case(text: str) -> bool:
    """Whether at least nine in ten of the longer words have a capital; shouting in capitals is none.

    Numbers count as capitals. Where most words are of a script without case, capitals say nothing.
    """
    words = [word for word in WORD.findall(text) if word.lower() not in _SMALL]
    if not words or text.isupper() or not shows_case(text):
        return False
    return 10 * sum(not word[0].islower() for word in words) >= 9 * len(words)


def shows_case(text: str) -> bool:
    """Whether most letters are of a script that has capitals."""
    if text.isascii():
        return True
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter.islower() or letter.isupper() for letter in letters) >= len(letters)
