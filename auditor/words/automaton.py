"""The phrases of one subject in all languages as the states of one automaton, made once and kept."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Raw, Struct, msgpack

from auditor.expressions import late
from auditor.words import languages, phrases, subject
from auditor.words.finding import is_unspaced
from auditor.words.needing import needed, telling

ANY, NUMBER = "*", "#"  # of a phrase: any word, any number
# Scripts without blanks between words are read character by character.
UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
TOKEN = late(rf"[{UNSPACED}]|[^\W_{UNSPACED}]++(?:['’][^\W_{UNSPACED}]++)*+")
_PIECE = late(r"\.\.\.|…|[\[\]{}/*#]|\s+|[^\[\]{}/*#\s….,;:!?-]+|.")
_WORD = late(r"[^\W_]++(?:['’][^\W_]++)*+")
_ENDING = late(r"\{([^{}]*)\}\[(\w+)\]")  # one of all alternatives
_MAYBE = late(r"\[[^\[\]]*\]|\{[^{}]*\}|[\[\]{}].*")  # what may be missing, or be something else
_GAP = 4  # words that `...` stands for at most

States = frozenset[int]
Steps = list[dict[str, tuple[int, ...]]]
Ends = dict[int, list[tuple[str, str]]]  # the languages and keys of the phrases that end in a state
# Of phrases with the same other parts, which are sets of words: of which lists they are, by a number of their own.
Need = tuple[int, tuple[frozenset[str], ...]]


class Automaton(Struct):
    """A state is where one stands in phrases of which some words were read; it is known by its number."""

    walk: Raw  # the steps and ends, which few short pages need
    lists: list[tuple[str, str]]
    together: list[list[int]]  # lists that phrases are of
    # By a word without which, or one of its alternatives, a phrase does not stand what else it needs: lists of `Need`.
    needs: dict[str, Raw]


def _needed(phrase: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which one stands where the phrase does."""
    if not is_unspaced(phrase):
        return needed(phrase)
    return tuple(frozenset((token,)) for token in TOKEN.findall(_MAYBE.sub("", phrase.lower())))


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
        held_by: dict[str, dict[tuple[frozenset[str], ...], dict[int, None]]] = {}
        for owner, parts in self._needs:
            first = max(parts, key=telling)
            others = tuple(part for part in parts if part is not first)
            for word in sorted(first):
                held_by.setdefault(word, {}).setdefault(others, {})[lists[owner]] = None
        together = dict.fromkeys(tuple(owners) for needs in held_by.values() for owners in needs.values())
        number = {owners: at for at, owners in enumerate(together)}
        needs = {
            word: Raw(msgpack.encode([(number[tuple(owners)], others) for others, owners in own.items()]))
            for word, own in held_by.items()
        }
        return Automaton(Raw(msgpack.encode((self._steps, self._ends))), list(lists), list(map(list, together)), needs)

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
            elif piece in (ANY, NUMBER) or _WORD.match(piece):
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
        for token in [piece] if piece in (ANY, NUMBER) else TOKEN.findall(piece):
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
        reached = froms = frozenset((self._step(ANY, froms),))
        for _ in range(_GAP - 1):
            froms = frozenset((self._step(ANY, froms),))
            reached |= froms
        return reached


def automaton(name: str) -> Automaton:
    return _Builder().built(name)
