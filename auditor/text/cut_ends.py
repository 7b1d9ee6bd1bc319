"""Whether a quotation of another language than English can end where it does.

English has measures of its own (`loose_ends`). Elsewhere a word tells that ends no sentence at all: an article, a
preposition, a conjunction; where such words stay joined to others or no blanks divide them, the last letters do.
"""

from functools import cache

from auditor.model.scripts import is_unspaced
from auditor.text.words import words as words_of
from auditor.words import languages, words

_BROKEN_OFF = "?!…—–-؟？！"  # questions, and speech that was broken off by whoever spoke
_CLOSERS = "\"'”’»)]」』 "
_STOPS = ".,;:،。，、।"
_FEWEST = 4  # words
_LAST = 60  # characters in which the last two words stand
_LETTERS = frozenset({"ko"})  # writes blanks, and ends its words with what others write as words


@cache
def cut_languages() -> tuple[str, ...]:
    """The languages whose cut quotations are told."""
    return tuple(code for code in languages() if words("quotation", "never-last", code))


def cut_end(text: str, language: str) -> str:
    """The end at which a quotation was cut, whatever stop stands after it; empty where it may end so."""
    bare = text.rstrip(_CLOSERS)
    if bare[-1:] in _BROKEN_OFF or bare.endswith("..."):
        return ""
    bare = bare.rstrip(_STOPS + _CLOSERS)
    never = words("quotation", "never-last", language)
    if language in _LETTERS or is_unspaced(bare[-1:]):
        return _ending(bare, never, language)
    told = words_of(bare[-_LAST:])
    if len(told) < _FEWEST - 1:
        return ""
    before, last = told[-2:]
    behind = last in words("quotation", "never-after-them", language) and before in never
    return last if (last in never or behind) and not _is_sign(bare) else ""


def _ending(bare: str, never: tuple[str, ...], language: str) -> str:
    if bare.endswith(words("quotation", "may-be-last", language) or ("\0",)):
        return ""
    return next((end for end in never if bare.endswith(end)), "")


def _is_sign(bare: str) -> bool:
    """A letter that stands for something: "vitamin A", "plan D"."""
    return len(bare) > 1 and bare[-1].isupper() and not bare[-2].isalpha()
