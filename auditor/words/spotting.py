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


Step = Mapping[str, Sequence[int]]  # from a state, by the next word


class _Begins(NamedTuple):
    """What is known of a word with which phrases begin; of words that must follow, None is any or no word."""

    whole: Sequence[tuple[str, str]]  # whose phrases it is
    steps: Sequence[Step]  # of what goes on
    follows: frozenset[str] | None  # without one of these no phrase begins here
    goes_on: frozenset[str] | None  # without one of these none goes on


def _signs(word: str) -> tuple[str, ...]:
    """As which a word counts in a walk."""
    return (word, ANY, NUMBER) if word[0].isdigit() else (word, ANY)


class Spotter:
    """What finds the phrases of one subject."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._needs: dict[str, list[Need]] = {}
        self._begins: dict[str, _Begins] = {}  # of words with which phrases begin, once a text has one

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
        root, after = self._walks[0][0], (*words[1:], "")
        spotted: list[Spotted] = []
        for at in compress(range(len(words)), map(root.__contains__, words)):
            whole, steps, follows, goes_on = self._begins.get(words[at]) or self._begin(words[at])
            if follows is None or after[at] in follows:
                spotted += [Spotted(*owner, at, at + 1) for owner in whole]
                if goes_on is None or after[at] in goes_on:  # most begin phrases that end with them, or none
                    spotted += self._walked(words, at, at + 1, steps)
        for at, word in enumerate(words) if self._figures else ():
            if word[0].isdigit() and word not in root:
                spotted += self._walked(words, at, at, self._walks[0][:1])
        spotted.sort(key=_PLACE)
        return spotted

    def _walked(self, words: Sequence[str], since: int, first: int, open_: Sequence[Step]) -> Iterator[Spotted]:
        """The phrases that begin at one word and go on, from some states, with the first of others."""
        steps, ends = self._walks
        for at in range(first, len(words)):
            word = words[at]
            signs = _signs(word)
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

    def _begin(self, word: str) -> "_Begins":
        steps, ends = self._walks
        own = steps[0][word]
        states = list(dict.fromkeys(state for sign in _signs(word) for state in steps[0].get(sign, ())))
        whole = tuple(owner for state in states for owner in ends.get(state, ()))
        follows = None if any(state in ends for state in own) else self._after(own)
        open_ = [steps[state] for state in states if steps[state]]
        found = self._begins[word] = _Begins(whole, open_, follows, self._after(states))
        return found

    def _after(self, states: Sequence[int]) -> frozenset[str] | None:
        following = frozenset().union(*(self._walks[0][state] for state in states))
        return following if following.isdisjoint((ANY, NUMBER)) else None


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
