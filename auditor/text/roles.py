"""Sentences by the roles that their words fill: who speaks, what is done, to what.

The phrases of each role are a list of the word folders, so that the grammar is the same in every language.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from auditor.model import Block, Span
from auditor.text.words import sentences, words
from auditor.words import languages, phrases, subject
from auditor.words.finding import find_each

_INTERJECTION = 3  # words: a shorter sentence belongs to the next one ("Sure! Here is ...")
_LONGEST = 80  # words: what is longer is a list without full stops, in which roles meet by chance

Places = tuple[tuple[int, int], ...]  # intervals of the block's text


class Reading(Struct, frozen=True):
    """One sentence in one language, and which of its words fill which role there."""

    span: Span
    language: str
    roles: Mapping[str, Places]

    def fits(self, frame: Sequence[str]) -> bool:
        """Whether different words fill all roles of a frame: `offer`, `^offer` first in the sentence, `part|work`
        one of them; and nothing fills `!readers`."""
        if any(role[1:] in self.roles for role in frame if role[0] == "!"):
            return False
        return self._filled([role for role in frame if role[0] != "!"], ())

    def _filled(self, wanted: Sequence[str], taken: Places) -> bool:
        if not wanted:
            return True
        return any(
            self._filled(wanted[1:], (*taken, place))
            for place in self._places(wanted[0])
            if not any(place[0] < end and start < place[1] for start, end in taken)
        )

    def _places(self, role: str) -> Iterator[tuple[int, int]]:
        for name in role.lstrip("^").split("|"):
            yield from (place for place in self.roles.get(name, ()) if role[0] != "^" or self._opens(place[0]))

    def _opens(self, at: int) -> bool:
        return not any(map(str.isalnum, self.span.block.text[self.span.start : at]))


@cache
def role_phrases(name: str, roles: frozenset[str]) -> tuple[str, ...]:
    """What can fill one of these roles, in all languages."""
    return tuple(dict.fromkeys(phrase for role in sorted(roles) for phrase in phrases(name, role)))


def readings(block: Block, name: str) -> tuple[Reading, ...]:
    """The sentences of a block, once for each language in which they fill a role."""
    return tuple(
        Reading(Span(block, start, end), code, roles)
        for start, end in _joined(block.text)
        for code, roles in _roles(block.text[start:end], start, name).items()
    )


def _roles(text: str, at: int, name: str) -> dict[str, dict[str, Places]]:
    """By language and role the places that fill it."""
    vocabulary = frozenset(words(text))
    found: dict[str, dict[str, Places]] = {}
    if len(vocabulary) > _LONGEST:
        return found
    listed, owners = _owned(name)
    for phrase, start, end in find_each(text, vocabulary, listed):
        for code, role in owners[phrase]:
            filled = found.setdefault(code, {})
            filled[role] = (*filled.get(role, ()), (at + start, at + end))
    return found


@cache
def _owned(name: str) -> tuple[tuple[str, ...], Mapping[str, tuple[tuple[str, str], ...]]]:
    """All phrases of a subject, and the languages and roles of each."""
    owners: dict[str, tuple[tuple[str, str], ...]] = {}
    for code in languages():
        for role in subject(code, name):
            for phrase in phrases(name, role, code):
                owners[phrase] = (*owners.get(phrase, ()), (code, role))
    return tuple(owners), owners


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; an interjection is one with what follows it."""
    opened: int | None = None
    found = sentences(text)
    for start, end in found:
        opened = start if opened is None else opened
        if end == found[-1][1] or len(words(text[opened:end])) > _INTERJECTION:
            yield opened, end
            opened = None
