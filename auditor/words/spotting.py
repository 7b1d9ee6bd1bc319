"""All phrases of one subject in all languages, spotted in one walk along the words of a text.

Phrases are written as in `auditor.words.notation`. They become the states of one automaton, so that a walk costs hardly
more with more phrases. Words are compared, not characters: case, punctuation and hyphens do not count.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from msgspec import msgpack

from auditor.expressions import late
from auditor.prepared import prepared
from auditor.words.automaton import ANY, NUMBER, TOKEN, UNSPACED, Automaton, Ends, Need, Steps, automaton
from auditor.words.finding import Texts, held

_HAS_UNSPACED = late(f"[{UNSPACED}]")
_needs = msgpack.Decoder(list[Need]).decode
_PLACE = itemgetter(3, 2)  # by the end


class Spotted(NamedTuple):
    """`words[start:end]` is a phrase of a list."""

    language: str
    key: str
    start: int
    end: int


class Spotter:
    """What finds the phrases of one subject."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._needs: dict[str, list[Need]] = {}

    @cached_property
    def _walks(self) -> tuple[Steps, Ends]:
        return msgpack.decode(self._automaton.walk, type=tuple[Steps, Ends])

    def standing(self, texts: Texts) -> dict[str, dict[str, int]]:
        """By language and key of each list the texts that may hold a phrase of it, as bits."""
        together = [0] * len(self._automaton.together)
        for word in self._automaton.needs.keys() & texts.keys():
            own = texts[word]
            for lists, others in self._needs.get(word) or self._needed_with(word):
                if unknown := own & ~together[lists]:  # of the texts that hold the word
                    together[lists] |= held(texts, unknown, others)
        found: dict[str, dict[str, int]] = {}
        for numbers, some in zip(self._automaton.together, together, strict=True):
            for number in numbers if some else ():
                language, key = self._automaton.lists[number]
                of_language = found.setdefault(language, {})
                of_language[key] = of_language.get(key, 0) | some
        return found

    def _needed_with(self, word: str) -> list[Need]:
        found = self._needs[word] = _needs(self._automaton.needs[word])
        return found

    def spot(self, words: Sequence[str]) -> list[Spotted]:
        """Every phrase of every list, those within others too."""
        followers, after = self._followers, (*words[1:], "")
        spotted: list[Spotted] = []
        for at in compress(range(len(words)), map(followers.__contains__, words)):
            following = followers[words[at]]
            if following is None or after[at] in following:
                spotted += self._walked(words, at)
        for at, word in enumerate(words) if self._figures else ():
            if word[0].isdigit() and word not in followers:
                spotted += self._walked(words, at)
        spotted.sort(key=_PLACE)
        return spotted

    def _walked(self, words: Sequence[str], since: int) -> Iterator[Spotted]:
        """The phrases that begin at a word."""
        steps, ends = self._walks
        open_ = [steps[0]]
        for at in range(since, len(words)):
            word = words[at]
            signs = (word, ANY, NUMBER) if word[0].isdigit() else (word, ANY)
            reached = [state for step in open_ for sign in signs if sign in step for state in step[sign]]
            if not reached:
                return
            if len(reached) > 1:
                reached = list(dict.fromkeys(reached))
            open_ = []
            for state in reached:
                if state in ends:
                    yield from (Spotted(*owner, since, at + 1) for owner in ends[state])
                if steps[state]:
                    open_.append(steps[state])
            if not open_:
                return

    @cached_property
    def _figures(self) -> bool:
        """Whether a phrase begins with any number, or any word."""
        return not self._walks[0][0].keys().isdisjoint((NUMBER, ANY))

    @cached_property
    def _followers(self) -> Mapping[str, frozenset[str] | None]:
        """The words with which phrases begin, each with those that must follow; None: anything or nothing may."""
        return {word: self._after(reached) for word, reached in self._walks[0][0].items()}

    def _after(self, states: Sequence[int]) -> frozenset[str] | None:
        steps, ends = self._walks
        following = frozenset().union(*(steps[state] for state in states))
        open_ended = any(state in ends for state in states) or not following.isdisjoint((ANY, NUMBER))
        return None if open_ended else following


@cache
def spotter(name: str) -> Spotter:
    return Spotter(prepared(f"spotter-{name}", Automaton, partial(automaton, name)))


def tokens(words: Sequence[str]) -> Sequence[str]:
    """Lower-case words as they are compared: with one kind of apostrophe, scripts without blanks in characters."""
    joined = "".join(words)
    if joined.isascii():
        return words
    if not _HAS_UNSPACED.search(joined):
        return "\0".join(words).replace("’", "'").split("\0") if "’" in joined else words
    return TOKEN.findall("\0".join(words).replace("’", "'"))


def placed_tokens(text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The tokens of a part of a text and their places."""
    told = text.lower().replace("’", "'")
    if len(told) == len(text):  # hardly any letter has another length in lower case
        matches = list(TOKEN.finditer(told, start, end))
        return [match.group() for match in matches], [match.span() for match in matches]
    matches = list(TOKEN.finditer(text, start, end))
    return [match.group().lower().replace("’", "'") for match in matches], [match.span() for match in matches]
