"""All phrases of one subject in all languages, spotted in one walk along the words of a text.

Phrases are written as in `auditor.words.notation`. They become the states of one automaton, so that a walk costs hardly
more with more phrases. Words are compared, not characters: case, punctuation and hyphens do not count.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, partial
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from auditor.expressions import late
from auditor.prepared import prepared
from auditor.words import languages, phrases, subject
from auditor.words.finding import Texts, held, is_unspaced, needed, numbers, telling

_PIECE = late(r"\.\.\.|…|[\[\]{}/*#]|\s+|[^\[\]{}/*#\s….,;:!?-]+|.")
_WORD = late(r"[^\W_]++(?:['’][^\W_]++)*+")
# Scripts without blanks between words are read character by character.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = late(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]++(?:['’][^\W_{_UNSPACED}]++)*+")
_HAS_UNSPACED = late(f"[{_UNSPACED}]")
_ENDING = late(r"\{([^{}]*)\}\[(\w+)\]")  # one of all alternatives
_MAYBE = late(r"\[[^\[\]]*\]|\{[^{}]*\}|[\[\]{}].*")  # what may be missing, or be something else
_GAP = 4  # words that `...` stands for at most
_ANY, _NUMBER = "*", "#"
_END = itemgetter(3)

States = frozenset[int]


class Spotted(NamedTuple):
    """`words[start:end]` is a phrase of a list."""

    language: str
    key: str
    start: int
    end: int


Need = tuple[int, tuple[frozenset[str], ...]]  # of a phrase: its list; its other parts, as sets of words


class Automaton(Struct):
    """A state is where one stands in phrases of which some words were read; it is known by its number."""

    steps: list[dict[str, tuple[int, ...]]]
    ends: dict[int, list[tuple[str, str]]]  # the languages and keys of the phrases that end there
    lists: list[tuple[str, str]]
    needs: dict[str, list[Need]]  # by a word without which, or one of its alternatives, the phrase does not stand


class Spotter:
    """What finds the phrases of one subject."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._steps, self._ends = automaton.steps, automaton.ends

    def hinted(self, texts: Texts) -> dict[int, int]:
        """The texts that may hold phrases, with the lists that these are of, as bits."""
        found: dict[int, int] = {}
        for word in self._needs.keys() & texts.keys():
            for others, lists in self._needs[word].items():
                for text in numbers(held(texts, texts[word], others)):
                    found[text] = found.get(text, 0) | lists
        return found

    @cached_property
    def _needs(self) -> Mapping[str, Mapping[tuple[frozenset[str], ...], int]]:
        """By a word of phrases their other parts, with the lists of these phrases as bits."""
        found: dict[str, dict[tuple[frozenset[str], ...], int]] = {word: {} for word in self._automaton.needs}
        for word, (number, others) in ((word, need) for word, all_ in self._automaton.needs.items() for need in all_):
            found[word][others] = found[word].get(others, 0) | 1 << number
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
        steps, ends = self._steps, self._ends
        open_ = [0]
        for at in range(since, len(words)):
            word = words[at]
            signs = (word, _ANY, _NUMBER) if word[0].isdigit() else (word, _ANY)
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
        return not self._steps[0].keys().isdisjoint((_NUMBER, _ANY))

    @cached_property
    def _followers(self) -> Mapping[str, frozenset[str] | None]:
        """The words with which phrases begin, each with those that must follow; None: anything or nothing may."""
        return {word: self._after(reached) for word, reached in self._steps[0].items()}

    def _after(self, states: Sequence[int]) -> frozenset[str] | None:
        following = frozenset().union(*(self._steps[state] for state in states))
        open_ended = any(state in self._ends for state in states) or not following.isdisjoint((_ANY, _NUMBER))
        return None if open_ended else following


def _needed(phrase: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which one stands where the phrase does."""
    if not is_unspaced(phrase):
        return needed(phrase)
    return tuple(frozenset((token,)) for token in _TOKEN.findall(_MAYBE.sub("", phrase.lower())))


class _Builder:
    def __init__(self) -> None:
        self._steps: list[dict[str, tuple[int, ...]]] = [{}]
        self._ends: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        self._reached: dict[tuple[States, str], int] = {}
        self._needs: dict[tuple[tuple[str, str], tuple[frozenset[str], ...]], None] = {}

    def built(self, name: str) -> Automaton:
        for code in languages():
            for key in subject(code, name):
                for phrase in phrases(name, key, code):
                    self._add(phrase, (code, key))
        lists = {owner: number for number, owner in enumerate(dict.fromkeys(owner for owner, _ in self._needs))}
        needs: dict[str, list[Need]] = {}
        for owner, parts in self._needs:
            first = max(parts, key=telling)
            for word in sorted(first):
                needs.setdefault(word, []).append((lists[owner], tuple(part for part in parts if part is not first)))
        return Automaton(self._steps, self._ends, list(lists), needs)

    def _add(self, phrase: str, owner: tuple[str, str]) -> None:
        spread = _ENDING.sub(
            lambda m: f"{{{m[1].replace('/', f'[{m[2]}]/')}[{m[2]}]}}", phrase.lower().replace("’", "'")
        )
        last, _ = self._walk(_PIECE.findall(spread), 0, frozenset((0,)))
        if not (parts := _needed(spread)):
            raise ValueError(f"no word of {phrase!r} is sure to stand where it does, so that it cannot be looked for")
        self._needs[owner, parts] = None
        for state in last - {0}:
            self._ends[state].append(owner)

    def _walk(self, pieces: Sequence[str], at: int, froms: States) -> tuple[States, int]:
        """Where the pieces up to the bracket that closes them lead to, and its place."""
        found, current = frozenset[int](), froms
        while at < len(pieces) and pieces[at] not in ("]", "}"):
            piece = pieces[at]
            if piece in ("[", "{"):
                inside, at = self._walk(pieces, at + 1, current)
                current = inside | current if piece == "[" else inside
            elif piece == "/":
                found, current = found | current, froms
            elif piece in ("...", "…"):
                current = self._gap(current)
            elif piece in (_ANY, _NUMBER) or _WORD.match(piece):
                current, at = self._word(pieces, at, current)
            at += 1
        return found | current, at

    def _word(self, pieces: Sequence[str], at: int, froms: States) -> tuple[States, int]:
        """One word, which may have an ending: `article[s]`."""
        if "".join(pieces[at + 1 : at + 2]) != "[":
            return self._steps_of(pieces[at], froms), at
        closing = pieces.index("]", at)
        endings = "".join(pieces[at + 2 : closing]).split("/")
        tails = ["", *endings]
        return frozenset().union(*(self._steps_of(pieces[at] + tail, froms) for tail in tails)), closing

    def _steps_of(self, piece: str, froms: States) -> States:
        for token in [piece] if piece in (_ANY, _NUMBER) else _TOKEN.findall(piece):
            froms = frozenset((self._step(token, froms),))
        return froms

    def _step(self, token: str, froms: States) -> int:
        if (froms, token) not in self._reached:
            self._steps.append({})
            to = self._reached[froms, token] = len(self._steps) - 1
            for state in froms:
                self._steps[state][token] = (*self._steps[state].get(token, ()), to)
        return self._reached[froms, token]

    def _gap(self, froms: States) -> States:
        reached = froms = frozenset((self._step(_ANY, froms),))
        for _ in range(_GAP - 1):
            froms = frozenset((self._step(_ANY, froms),))
            reached |= froms
        return reached


@cache
def spotter(name: str) -> Spotter:
    return Spotter(prepared(f"spotter-{name}", Automaton, partial(automaton, name)))


def automaton(name: str) -> Automaton:
    return _Builder().built(name)


def tokens(words: Sequence[str]) -> Sequence[str]:
    """Lower-case words as they are compared: with one kind of apostrophe, scripts without blanks in characters."""
    joined = "".join(words)
    if joined.isascii():
        return words
    if not _HAS_UNSPACED.search(joined):
        return "\0".join(words).replace("’", "'").split("\0") if "’" in joined else words
    return _TOKEN.findall("\0".join(words).replace("’", "'"))


def placed_tokens(text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The tokens of a part of a text and their places."""
    told = text.lower().replace("’", "'")
    if len(told) == len(text):  # hardly any letter has another length in lower case
        matches = list(_TOKEN.finditer(told, start, end))
        return [match.group() for match in matches], [match.span() for match in matches]
    matches = list(_TOKEN.finditer(text, start, end))
    return [match.group().lower().replace("’", "'") for match in matches], [match.span() for match in matches]
