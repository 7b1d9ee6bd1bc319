"""What the words and phrases of a sentence weigh together.

A table gives each its weight: by how much it makes a sentence likelier to be of one kind than of the other, as a
logistic regression finds it (`benchmarks/weighing` makes the tables).
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from math import fsum
from unicodedata import normalize

from ahocorasick_rs import AhoCorasick

from auditor.expressions import late
from auditor.model.scripts import MARKS, UNSPACED
from auditor.words.weights import Weights

START, NUMBER, NAMES = "^", "0", ("A", "AA")
CONSTANT = ""
LEAST = "≥"  # before the name of a threshold in a table; no phrase begins with it
RUNS = "·"  # in a table that weighs runs of letters as well, and before each of them; no phrase begins with it
_LONGEST = 3  # words of a phrase; longer ones hardly come twice
# Two lengths of what inflected forms share: in seven languages of which few pages are known a third more of the remarks
# left out are found at as many false ones, and none more in English and German, of which many are.
_LETTERS = (4, 6)
_LETTER = rf"[^\W\d_{UNSPACED}][{MARKS}]*+"
_PIECE = late(
    rf"\d[\d.,]*+|(?:{_LETTER})++(?:['’](?:{_LETTER})++)*+|[{UNSPACED}][{MARKS}]*+|[:;?!()\[\]\"？！：；（）]"
)
# The same in a text without such letters and marks, as nearly every text is: a third of the time.
_IS_SPECIAL = late(f"[{UNSPACED}{MARKS}]")
_PLAIN_PIECE = late(r"[^\W\d_]++(?:['’][^\W\d_]++)*+|\d[\d.,]*+|[:;?!()\[\]\"？！：；（）]")
_PIECE_OF_ASCII = late(r"[a-z]++(?:'[a-z]++)*+|[0-9][0-9.,]*+|[:;?!()\[\]\"]")
_DIVIDED = late(rf"(?<=[{UNSPACED}{MARKS}]) (?=[{UNSPACED}])")
_DIGIT = late(r"\d")
_SYLLABLE = late("[가-힣]")
_NAME = late(r"(?<=[\w,;:] )[A-Z](?=\w*[a-z])(?!'|’)")  # a capital amid the sentence


def weigh(sentence: str, table: Weights, marks: Iterable[str] = ()) -> float:
    """The log odds that it is of the table's kind: what its phrases and the marks beside them weigh, each once."""
    pieces = _pieces(sentence)
    runs = _runs(pieces) if RUNS in table else ()
    return weigh_signs({*_phrases(sentence, pieces), *runs, *marks}, table)


class Scale:
    """Weighs sentences by one table.

    Signs are looked up, and when as many sentences have been weighed as finding all at once pays for, found so: an
    automaton takes a fifth of the time and costs that of a hundred sentences without blanks.
    """

    _FEW = 100

    def __init__(self, table: Weights) -> None:
        self._table, self._weighed = table, 0

    def weigh(self, sentence: str, marks: Iterable[str] = ()) -> float:
        """What `weigh` does."""
        self._weighed += 1
        if self._weighed <= self._FEW:
            return weigh(sentence, self._table, marks)
        pieces = _pieces(sentence)
        beside = {*NAMES[: len(_NAME.findall(sentence))], *marks}
        found = (self._phrases.of(f" {START} {' '.join(pieces)} "), self._runs.of(_line(pieces)) if self._runs else ())
        return self._table[CONSTANT] + fsum((*found[0], *found[1], *self._table.among(beside)))

    @cached_property
    def _phrases(self) -> "_Found":
        told = {sign: own for sign, own in self._table.items() if sign and not sign.startswith((RUNS, LEAST))}
        return _Found([*told.values()], [f" {sign} " for sign in told])

    @cached_property
    def _runs(self) -> "_Found | None":
        told = {sign.removeprefix(RUNS): own for sign, own in self._table.items() if sign.startswith(RUNS)}
        told.pop("", None)  # the mark alone
        return _Found([*told.values()], [*told]) if told else None


class _Found:
    """What signs weigh, and what stands for them in a line."""

    def __init__(self, weights: Sequence[float], written: Sequence[str]) -> None:
        self._weights, self._automaton = weights, AhoCorasick(written)

    def of(self, line: str) -> Iterable[float]:
        """The weights of those in a line, each once."""
        matches = self._automaton.find_matches_as_indexes(line, overlapping=True)
        return map(self._weights.__getitem__, {number for number, _, _ in matches})


def weigh_signs(signs: AbstractSet[str], table: Weights) -> float:
    """The same of what is known already: the constant and what the table knows, in any order the same sum."""
    return table[CONSTANT] + fsum(table.among(signs))


def phrases(sentence: str) -> Iterator[str]:
    """The runs of one to three words and marks, and whether it names names.

    The beginning of the sentence counts as a word, and every number is the same.
    """
    yield from _phrases(sentence, _pieces(sentence))


def _phrases(sentence: str, pieces: Sequence[str]) -> list[str]:
    told = [START, *pieces]
    longer = (zip(*(told[start:] for start in range(length)), strict=False) for length in range(2, _LONGEST + 1))
    return [
        *NAMES[: len(_NAME.findall(sentence))],
        *told,
        *(phrase for many in longer for phrase in map(" ".join, many)),
    ]


def runs_of(sentence: str) -> Iterator[str]:
    """Its runs of four and six letters, with the blanks between words; Korean syllables are letters put together."""
    yield from _runs(_pieces(sentence))


def _runs(pieces: Sequence[str]) -> list[str]:
    line = _line(pieces)
    return [RUNS + line[at : at + length] for length in _LETTERS for at in range(len(line) - length + 1)]


def _line(pieces: Sequence[str]) -> str:
    line = _DIVIDED.sub("", f" {' '.join(pieces)} ")
    return normalize("NFD", line) if _SYLLABLE.search(line) else line


def words_of(sentence: str) -> list[str]:
    """Its words up to their apostrophes: "i" of "I'll"."""
    found = _pieces(sentence)
    return found if "'" not in sentence and "’" not in sentence else [piece.partition("'")[0] for piece in found]


def _pieces(sentence: str) -> list[str]:
    told = sentence.lower().replace("’", "'")
    piece = _PIECE_OF_ASCII if told.isascii() else _PIECE if _IS_SPECIAL.search(told) else _PLAIN_PIECE
    found: list[str] = piece.findall(told)
    return [NUMBER if piece[0].isdecimal() else piece for piece in found] if _DIGIT.search(told) else found
