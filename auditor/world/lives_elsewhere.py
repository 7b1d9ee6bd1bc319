"""What stands in place of a biography in other languages than English, as far as their word files tell it.

Generators of profiles write English; who sells their profiles elsewhere has them translated, word for word.
"""

from functools import cache

from auditor.model import Author
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.world.lives import FANS, Fault, is_quotations

_NEAR = 3  # words between a number of years and what they are of
_YEARS = range(10, 95)  # of work; the years of a firm are more


def fault_elsewhere(text: str, author: Author, language: str) -> Fault | None:
    """The first reason found why a text is nobody's biography."""
    if is_quotations(text):
        return Fault("it consists of quotations", 0, len(text))
    if _is_drawn(text, language):
        return Fault("it is drawn from a list of catch phrases", 0, len(text))
    if _works_longer_than_lives(text, author, language):
        return Fault("it cannot be true", 0, len(text))
    return None


def _is_drawn(text: str, language: str) -> bool:
    """Sentences of nothing but fans, what they are fans of, and how much."""
    things, known = _things(language), _known(language)
    if not things:
        return False
    pieces = [words(text[start:end]) for start, end in sentences(text)]
    drawn = [piece for piece in pieces if len(piece) > 1 and known.issuperset(piece)]
    of_things = sum(not things.isdisjoint(piece) for piece in drawn)
    return len(drawn) >= FANS and of_things >= 1 and len(drawn) >= len(pieces) - 1


def _works_longer_than_lives(text: str, author: Author, language: str) -> bool:
    """Whether the age that the profile states is no more than the years of work that the text begins with."""
    ages = [age for field in author.all("age") for age in words(field.value) if age.isdecimal()]
    told = words(text)
    years, experience = (listed("biographies", key, language) for key in ("years", "experience"))
    for at, word in enumerate(told[:-1]):
        if word.isdecimal() and told[at + 1] in years and int(word) in _YEARS:
            is_work = at == 0 or not set(experience).isdisjoint(told[max(0, at - _NEAR) : at + 2 + _NEAR])
            return is_work and any(int(word) >= int(age) for age in ages)
    return False


@cache
def _things(language: str) -> frozenset[str]:
    return frozenset(listed("biographies", "fan-of", language))


@cache
def _known(language: str) -> frozenset[str]:
    return _things(language).union(*(listed("biographies", key, language) for key in ("fan", "how-much")))
