"""Many phrases of many languages, found in a text at the price of a few.

A phrase is searched only in texts that hold a word of each of its parts, so most are never compiled.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from auditor.words.notation import expression

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPTIONAL = re.compile(r"\[[^\[\]]*\]")
_INNERMOST = re.compile(r"\{[^{}]*\}")
# Scripts without blanks between words: a phrase stands inside a run of letters.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_BLANK = r"\s{1,3}"
_LOOSE = r"[\s,.:;!–-]{1,4}"  # the marks that may stand between the words of a phrase


def find(text: str, vocabulary: AbstractSet[str], phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand in a text whose words, in lower case, are the vocabulary."""
    for phrase in phrases:
        if is_possible(phrase, text, vocabulary):
            yield from (match.span() for match in _compiled(phrase).finditer(text) if match.end() > match.start())


def is_possible(phrase: str, text: str, vocabulary: AbstractSet[str]) -> bool:
    if _UNSPACED.search(phrase):
        return phrase in text
    return all(not vocabulary.isdisjoint(part) for part in _needed(phrase))


@cache
def _needed(phrase: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which the text must hold one."""
    rest = phrase.lower()
    while (bare := _OPTIONAL.sub(" ", rest)) != rest:
        rest = bare
    glued = {word for piece in re.findall(r"\S*\[[^\]]*\]\S*", phrase.lower()) for word in _WORD.findall(piece)}
    groups = [frozenset(_WORD.findall(g)) | glued for g in _INNERMOST.findall(rest)]
    plain = [frozenset((w,)) for w in _WORD.findall(_INNERMOST.sub(" ", rest)) if w not in glued]
    return (*plain, *groups)


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    found = expression(phrase).replace(_BLANK, _LOOSE)
    return re.compile(found if _UNSPACED.search(phrase) else rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)
