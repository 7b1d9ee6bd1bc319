"""All phrases of one subject in all languages, spotted in one walk along the words of a text.

Phrases are written as in `auditor.words.notation`. They become the states of one automaton, so that a walk costs hardly
more with more phrases. Words are compared, not characters: case, punctuation and hyphens do not count.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, partial
from operator import itemgetter
from typing import NamedTuple

from msgspec import msgpack

from auditor.expressions import late
from auditor.prepared import prepared
from auditor.words.automaton import ANY, NUMBER, TOKEN, UNSPACED, Automaton, Ends, Steps, automaton
from auditor.words.finding import Texts, held, numbers

_HAS_UNSPACED = late(f"[{UNSPACED}]")
_END = itemgetter(3)


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
        self._bits = [sum(1 << number for number in lists) for lists in automaton.together]

    @cached_property
    def _walks(self) -> tuple[Steps, Ends]:
        return msgpack.decode(self._automaton.walk, type=tuple[Steps, Ends])

    def hinted(self, texts: Texts) -> dict[int, int]:
        """The texts that may hold phrases, with the lists that these are of, as bits."""
        found: dict[int, int] = {}
        needs, bits = self._automaton.needs, self._bits
        for word in needs.keys() & texts.keys():
            for lists, others in needs[word]:
                for text in numbers(held(texts, texts[word], others)):
                    found[text] = found.get(text, 0) | bits[lists]
        return found

    def keys(self, hinted: int) -> tuple[frozenset[str], ...]:
        """The keys of such lists, by language."""
        found: dict[str, set[str]] = {}
        for number, (language, key) in enumerate(self._automaton.lists):
            if hinted >> number & 1:
                found.setdefault(language, set()).add(key)
        return tuple(map(frozenset, found.values()))

    def lists(self, keys: AbstractSet[str]) -> int:
        """The lists of such keys, as bits."""
        return sum(1 << number for number, (_, key) in enumerate(self._automaton.lists) if key in keys)

    def spot(self, words: Sequence[str]) -> list[Spotted]:
        """Every phrase of every list, those within others too."""
        followers, after = self._followers, (*words[1:], "")
        spotted: list[Spotted] = []
        for at, word in enumerate(words):
            if word in followers:
                following = followers[word]
                if following is None or after[at] in following:
                    spotted += self._walked(words, at)
            elif self._figures and word[0].isdigit():
                spotted += self._walked(words, at)
        return sorted(spotted, key=_END)

    def _walked(self, words: Sequence[str], since: int) -> Iterator[Spotted]:
        """The phrases that begin at a word."""
        steps, ends = self._walks
        open_ = [0]
        for at in range(since, len(words)):
            word = words[at]
            signs = (word, ANY, NUMBER) if word[0].isdigit() else (word, ANY)
            reached: dict[int, None] = {}
            for step in map(steps.__getitem__, open_):
                for sign in signs:
                    if sign in step:
                        reached |= dict.fromkeys(step[sign])
            for to in filter(ends.__contains__, reached):
                yield from (Spotted(*owner, since, at + 1) for owner in ends[to])
            if not (open_ := [state for state in reached if steps[state]]):
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
