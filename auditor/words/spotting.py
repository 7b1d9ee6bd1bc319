"""All phrases of one subject in all languages, spotted in one walk along the words of a text.

Phrases are written as in `auditor.words.notation`. They become the states of one automaton, so that the cost of a walk
grows with the text and hardly with the number of phrases. Words are compared, not characters: case, punctuation and
hyphens do not count.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, partial
from typing import NamedTuple

from msgspec import Struct

from auditor.expressions import late
from auditor.prepared import prepared
from auditor.words import languages, phrases, subject

_PIECE = late(r"\.\.\.|…|[\[\]{}/*#]|\s+|[^\[\]{}/*#\s….,;:!?-]+|.")
_WORD = late(r"[^\W_]++(?:['’][^\W_]++)*+")
# Scripts without blanks between words are read character by character.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = late(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]++(?:['’][^\W_{_UNSPACED}]++)*+")
_HAS_UNSPACED = late(f"[{_UNSPACED}]")
_ENDING = late(r"\{([^{}]*)\}\[(\w+)\]")  # one of all alternatives
_GAP = 4  # words that `...` stands for at most
_ANY, _NUMBER = "*", "#"
_NEVER: frozenset[str] = frozenset()

States = frozenset[int]


class Spotted(NamedTuple):
    """`words[start:end]` is a phrase of a list."""

    language: str
    key: str
    start: int
    end: int


class Automaton(Struct):
    """A state is where one stands in phrases of which some words were read; it is known by its number."""

    steps: list[dict[str, tuple[int, ...]]]
    ends: dict[int, list[tuple[str, str]]]  # the languages and keys of the phrases that end there


class Spotter:
    """What finds the phrases of one subject."""

    def __init__(self, automaton: Automaton) -> None:
        self._steps, self._ends = automaton.steps, automaton.ends

    def spot(self, words: Sequence[str]) -> list[Spotted]:
        """Every phrase of every list, those within others too."""
        steps, ends, followers, last = self._steps, self._ends, self._followers, len(words) - 1
        spotted: list[Spotted] = []
        open_: list[tuple[int, int]] = []  # a state and the word at which its phrase began
        for at, word in enumerate(words):
            following = followers.get(word, _NEVER)
            if following is None or (at < last and words[at + 1] in following) or word[0].isdigit():
                open_.append((0, at))
            if not open_:
                continue
            signs = (word, _ANY, _NUMBER) if word[0].isdigit() else (word, _ANY)
            reached: dict[tuple[int, int], None] = {}
            for state, since in open_:
                step = steps[state]
                for sign in signs:
                    for to in step.get(sign, ()):
                        reached[to, since] = None
            for to, since in reached:
                if to in ends:
                    spotted += [Spotted(*owner, since, at + 1) for owner in ends[to]]
            open_ = [one for one in reached if steps[one[0]]]
        return spotted

    @cached_property
    def _followers(self) -> Mapping[str, frozenset[str] | None]:
        """The words with which phrases begin, each with those that must follow; None: anything or nothing may."""
        return {word: self._after(reached) for word, reached in self._steps[0].items()}

    def _after(self, states: Sequence[int]) -> frozenset[str] | None:
        following = frozenset().union(*(self._steps[state] for state in states))
        open_ended = any(state in self._ends for state in states) or not following.isdisjoint((_ANY, _NUMBER))
        return None if open_ended else following


class _Builder:
    def __init__(self) -> None:
        self._steps: list[dict[str, tuple[int, ...]]] = [{}]
        self._ends: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        self._reached: dict[tuple[States, str], int] = {}

    def built(self, name: str) -> Automaton:
        for code in languages():
            for key in subject(code, name):
                for phrase in phrases(name, key, code):
                    self._add(phrase, (code, key))
        return Automaton(self._steps, self._ends)

    def _add(self, phrase: str, owner: tuple[str, str]) -> None:
        spread = _ENDING.sub(
            lambda m: f"{{{m[1].replace('/', f'[{m[2]}]/')}[{m[2]}]}}", phrase.lower().replace("’", "'")
        )
        last, _ = self._walk(_PIECE.findall(spread), 0, frozenset((0,)))
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
        return [word.replace("’", "'") for word in words] if "’" in joined else words
    return [token for word in words for token in _TOKEN.findall(word.replace("’", "'"))]


def placed_tokens(text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The tokens of a part of a text and their places."""
    found = [(match.group().lower().replace("’", "'"), match.span()) for match in _TOKEN.finditer(text, start, end)]
    return [word for word, _ in found], [place for _, place in found]
