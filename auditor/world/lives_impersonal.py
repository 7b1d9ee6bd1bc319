"""Texts in the place of a biography in which nobody is: no name of the author, no "I", "he" or "she".

People leave themselves out in short ones ("Chemist, Kirkwall."), and firms and desks are no "she"; so this is a sign
only beside a person's name, and what the words weigh decides.
"""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.world.lives_mixed import is_own
from auditor.world.names import given_names, letters

_FEWEST, _MOST = 6, 60  # words; longer ones are cut from pages with much else in them, or tell of somebody at last


def _set(key: str) -> frozenset[str]:
    return frozenset(listed("biographies", key, "en"))


_OWN = _set("speaks") | _set("of-a-man") | _set("of-a-woman")
_OTHERS = frozenset({"they", "their"})  # of the author where a sentence begins with it
_COMMON = frozenset(listed("stopwords", "common", "en"))  # somebody may be called In or Will
_BY_OFFICE = late(r"\b[Tt]he (?:author|writer|columnist|reviewer|photographer)\b")


def is_person(name: Sequence[str]) -> bool:
    """Whether the parts of a name are those of a person of whom a biography would speak."""
    return len(name) > 1 and name[0] in given_names()


def nobody_is_in(text: str, name: Sequence[str]) -> bool:
    """Whether a short text speaks of nobody whom its readers could take for the author."""
    found = [word.replace("’", "'").partition("'")[0] for word in words(text)]  # "I’m", "she's"
    if not _FEWEST <= len(text.split()) <= _MOST or not _OWN.isdisjoint(found) or _BY_OFFICE.search(text):
        return False
    return not any(is_own(word, name) for word in found if len(word) > 1) and not any(_named(text))


def _named(text: str) -> Iterator[bool]:
    """Of each sentence, whether it begins with somebody."""
    for start, end in sentences(text):
        first = next(iter(words(text[start:end])), "")
        yield first in _OTHERS or (letters(first) in given_names() and first not in _COMMON)
