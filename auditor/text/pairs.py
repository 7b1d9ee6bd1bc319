"""Which English words follow which, and how common each is.

`pairs.txt` holds 20,000 words, the commonest first; `pairs.bin` how common each is, what a pair that was never met
costs after it, and the words that follow it oftener than by chance, with how much oftener
(`benchmarks/weighing/pairs.py` makes both, from counts that NOTICE names). Every number is the logarithm of a chance,
to the base e: -2 is one in seven, -7 one in a thousand. Words are written small, with straight apostrophes.
"""

import sys
from array import array
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

EIGHTHS, SIXTEENTHS = 8, 16  # parts of one that a byte counts
LEAST, STEPS, STRONGEST = 1.5, 2, 15  # a pair's weight: how much it must be, steps in one, the last step
_MET = tuple(LEAST + (step + 0.5) / STEPS for step in range(STRONGEST + 1))  # the middle of each step


class _Table(NamedTuple):
    common: bytes  # of each word, wherever it stands, in eighths below 0; numbers are made when one is asked for
    unmet: bytes  # what is added after it for a word that was never met there, in sixteenths below 0
    starts: tuple[int, ...]  # of its row of pairs
    others: "array[int]"  # second words, ascending in each row
    weights: bytes  # four bits for each pair


def commonness(word: str) -> float | None:
    """The chance of a word, whatever stands before it."""
    known = number(word)
    return None if known is None else common(known)


def number(word: str) -> int | None:
    """By which the functions below know it: its place among the commonest words."""
    return _numbers().get(word)


def size() -> int:
    """How many words are known."""
    return len(_words())


def word_of(known: int) -> str:
    return _words()[known]


def common(known: int) -> float:
    return -_table().common[known] / EIGHTHS


def unmet(known: int) -> float:
    """What is added after a word to the chance of one that was never met there: mostly less than 0."""
    return -_table().unmet[known] / SIXTEENTHS


def met(one: int, other: int) -> float:
    """How much likelier a pair is than one never met; 0 for those."""
    _, _, starts, others, weights = _table()
    end = starts[one + 1]
    at = bisect_left(others, other, starts[one], end)
    if at == end or others[at] != other:
        return 0.0
    return _MET[weights[at >> 1] >> (4 * (at & 1)) & STRONGEST]


def apart(planes: bytes) -> "array[int]":
    """Numbers of two bytes, of which all low ones stand before all high ones."""
    half = len(planes) // 2
    woven = bytearray(len(planes))
    woven[0::2], woven[1::2] = planes[:half], planes[half:]
    told = array("H", bytes(woven))
    if sys.byteorder == "big":
        told.byteswap()
    return told


@cache
def _table() -> _Table:
    told, size = Path(__file__).with_name("pairs.bin").read_bytes(), len(_words())
    counts = apart(told[2 * size : 4 * size])
    starts = tuple(accumulate(counts, initial=0))
    pairs = 4 * size + 2 * starts[-1]
    return _Table(
        told[:size],
        told[size : 2 * size],
        starts,
        apart(told[4 * size : pairs]),
        told[pairs:],
    )


@cache
def _numbers() -> dict[str, int]:
    return {word: known for known, word in enumerate(_words())}


@cache
def _words() -> tuple[str, ...]:
    return tuple(Path(__file__).with_name("pairs.txt").read_text("utf-8").split())
