"""Texts in the place of a biography in which nobody is: no name of the author, no "I", "he" or "she".

People leave themselves out in short ones ("Chemist, Kirkwall."), and firms and desks are no "she"; so this is a sign
only beside a person's name, and what the words weigh decides.
"""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.words.weights import weights
from auditor.world.lives_mixed import is_own
from auditor.world.names import given_names, letters

_FEWEST, _MOST = 6, 60  # words; longer ones are cut from pages with much else in them, or tell of somebody at last


def _set(key: str) -> frozenset[str]:
    return frozenset(listed("biographies", key, "en"))


_OWN = _set("speaks") | _set("of-a-man") | _set("of-a-woman")
_OTHERS = frozenset({"they", "their"})  # of the author where a sentence begins with it
_STATES = frozenset({"is", "has", "does", "can", "may", "must", "should", "will"})  # what things do as well as people
_COMMON = frozenset(listed("stopwords", "common", "en"))  # somebody may be called In or Will
_BY_OFFICE = late(r"\b[Tt]he (?:author|writer|columnist|reviewer|photographer)s?\b")
_FULL = late(r"\b([A-Z][a-zà-ÿ]{1,20}) [A-Z][\w’'-]{1,20}")


def is_person(name: Sequence[str]) -> bool:
    """Whether the parts of a name are those of a person of whom a biography would speak.

    By its first name, or as none of them is a word: desks, teams and firms are called by what they do.
    """
    return len(name) > 1 and (name[0] in given_names() or not any(part in weights("en", "small") for part in name))


def nobody_is_in(text: str, name: Sequence[str]) -> bool:
    """Whether a short text speaks of nobody whom its readers could take for the author."""
    return nobody_speaks(text) and not is_named(text, name) and not any(_named(text))


def nobody_speaks(text: str) -> bool:
    """Whether a short text says neither "I" nor "he" nor "she", nor what the author is there."""
    found = _words(text)
    return _FEWEST <= len(text.split()) <= _MOST and _OWN.isdisjoint(found) and not _BY_OFFICE.search(text)


def is_named(text: str, name: Sequence[str]) -> bool:
    """Whether a part of the name is in a text."""
    return any(is_own(word, name) for word in _words(text) if len(word) > 1)


def is_namesake(text: str, name: Sequence[str]) -> bool:
    """Whether a text may be about what is called as a part of the name is: a herb, a town, a bird.

    It begins so and says what that is, has or can, and has no other part of the name.
    """
    found = _words(text)
    own = {word for word in found if len(word) > 1 and is_own(word, name)}
    return len(own) == 1 and found[0] in own and found[1] in _STATES


def others_are_named(text: str) -> bool:
    """Whether a first name with a surname is in a text."""
    return any(letters(found[1]) in given_names() for found in _FULL.finditer(text))


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").partition("'")[0] for word in words(text)]  # "I’m", "she's"


def _named(text: str) -> Iterator[bool]:
    """Of each sentence, whether it begins with somebody."""
    for start, end in sentences(text):
        first = next(iter(words(text[start:end])), "")
        yield first in _OTHERS or (letters(first) in given_names() and first not in _COMMON)
