"""How near two texts are in what they speak of: the angle between the vectors of their words.

`pieces.txt` holds pieces of words, `pieces.bin` a vector of 64 small numbers for each
(`benchmarks/weighing/vectors.py` makes both, from vectors that NOTICE names). A word is the longest pieces that it is
made of, one after the other, and its vector their sum; words that stand in every text have short ones.
"""

from array import array
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import sqrt
from operator import add, mul, sub
from pathlib import Path

SIZE = 64
_BEGINS = "▁"  # before a piece that begins a word
_LONGEST = 16  # characters of a piece
_KEPT = 8_000  # words, of 600 bytes each; an article has 500 different ones
Vector = tuple[int, ...]
NOTHING: Vector = (0,) * SIZE


def vector(counts: Mapping[str, int]) -> Vector:
    """The sum of the vectors of some words in small letters, each as often as it stands in a text."""
    told = [word_vector(word) if times == 1 else _times(word, times) for word, times in counts.items()]
    return tuple(map(sum, zip(*told, strict=True))) if told else NOTHING


def without(whole: Vector, part: Vector) -> Vector:
    return tuple(map(sub, whole, part))


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two texts: 1 for the same words, about 0 for texts that share no matter."""
    length = sqrt(sum(map(mul, one, one)) * sum(map(mul, other, other)))
    return sum(map(mul, one, other)) / length if length else 0.0


@lru_cache(maxsize=_KEPT)
def word_vector(word: str) -> Vector:
    """That of one word; nothing is known of letters that no piece has."""
    known, told = _pieces(), NOTHING
    written, at = f"{_BEGINS}{word}", 0
    while at < len(written):
        for end in range(min(len(written), at + _LONGEST), at, -1):
            if (row := known.get(written[at:end])) is not None:
                told, at = tuple(map(add, told, _row(row))), end
                break
        else:
            at += 1
    return told


def is_whole(word: str) -> bool:
    """Whether a word in small letters is one piece: of words that are mostly names or rare there is none."""
    return f"{_BEGINS}{word}" in _pieces()


def _times(word: str, times: int) -> Vector:
    return tuple(number * times for number in word_vector(word))


def _row(number: int) -> Sequence[int]:
    return _numbers()[number * SIZE : (number + 1) * SIZE]


@cache
def _pieces() -> dict[str, int]:
    told = Path(__file__).with_name("pieces.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(told) if piece}


@cache
def _numbers() -> "array[int]":
    return array("b", Path(__file__).with_name("pieces.bin").read_bytes())
