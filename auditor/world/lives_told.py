"""Sentences of stories in the place of a biography: a scene that was, with nothing that the author does, is or has.

Biographies state: who they are about, what that person is and does. Of 2,472 those that are all in the past have a name
in them, a figure or an office; a scene of a novel has none of the author's.
"""

from collections.abc import Sequence
from itertools import pairwise

from auditor.expressions import late
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.world.names import given_names, letters, short_forms

_FEWEST = 8  # words; shorter ones are what people like to say of themselves: "It all began with a broken lamp"
_SURE = 12


def _set(key: str) -> frozenset[str]:
    return frozenset(listed("biographies", key, "en"))


_SPEAKS = _set("of-a-man") | _set("of-a-woman")
_SELF = _set("speaks")
_PAST = _set("past")
_NOW = _set("present")
_INFINITIVES = frozenset(("to", "did", "could", "would", "might"))
_BETWEEN = _set("between") | {"and", "never", "always", "often", "myself", "used", "who"}
_SUBJECTS = _set("subjects-of-stories")
_SHORT = late(r"\b(?:I|[Ww]e|[Tt]hey|[Yy]ou)['’](?:m|re|ve|ll)\b|\b(?:[Hh]e|[Ss]he|[Ii]t)['’]s\b|\d")
_STATED = _set("life") - _set("kin") - _set("of-any-story")
_CAPITAL = late(r"(?<=[\w,;] )(?!I\b)[^\W\d_a-z][\w’'-]*")


def is_scene(text: str, name: Sequence[str]) -> bool:
    """Whether a text surely is one: long enough, and neither "I" nor "he" in it can be the author."""
    found = words(text)
    return len(found) >= _SURE and found[0] not in _SPEAKS and _SELF.isdisjoint(found) and is_told(text, name)


def is_told(text: str, name: Sequence[str]) -> bool:
    """Whether a text only tells what happened, and to nobody of the author's name."""
    found = [word.replace("’", "'") for word in words(text)]
    if len(found) < _FEWEST or _SHORT.search(text) or not _STATED.isdisjoint(found) or _is_present(found):
        return False
    verb = next((at for at, word in enumerate(found) if word in _PAST), 0)
    if not _SUBJECTS.intersection(found[:verb]) and not _actor(text, found[:verb]):
        return False
    return not _names_more(text, name)


def _is_present(found: list[str]) -> bool:
    """Whether somebody does something now: "he has", "I teach"."""
    pairs = pairwise(found)
    return any(
        (word in _NOW and before not in _INFINITIVES)
        or (before == "i" and word not in _PAST and not word.endswith(("ed", "ly")) and word not in _BETWEEN)
        for before, word in pairs
    )


def _actor(text: str, before: list[str]) -> bool:
    """Whether a first name stands before the verb."""
    return any(word in given_names() and word.capitalize() in text for word in before)


def _names_more(text: str, name: Sequence[str]) -> bool:
    """Whether it names the author within a sentence, a place or a house: people of stories have first names."""
    pieces = [text[start:end] for start, end in sentences(text)]
    own = {form for part in name for form in (part, *short_forms(part))}
    told_of = " ".join(piece for piece in pieces if not own.issuperset(map(letters, piece.split())))
    inner = {letters(word) for word in _CAPITAL.findall(told_of)}
    return not own.isdisjoint(map(letters, told_of.split())) or not inner <= given_names()
