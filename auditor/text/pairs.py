"""How likely an English word is after another, and a sentence to end after it.

`pairs.txt` holds 20,000 words, the commonest first; `pairs.bin` how common each is, what a pair that was never met
costs after it, how likely a sentence ends after it, and the words that follow it oftener than by chance, with how much
oftener (`benchmarks/weighing/pairs.py` makes both, from counts that NOTICE names). Every number is the logarithm of a
chance, to the base e: -2 is one in seven, -7 one in a thousand. Words are written small, with straight apostrophes.
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
    ends: bytes  # in eighths below 0
    starts: tuple[int, ...]  # of its row of pairs
    others: "array[int]"  # second words, ascending in each row
    weights: bytes  # four bits for each pair


def chance(word: str, after: str) -> float | None:
    """Of one word after another; None where one is not known."""
    one, other = number(after), number(word)
    return None if one is None or other is None else follows(one, other)


def commonness(word: str) -> float | None:
    """The chance of a word, whatever stands before it."""
    known = number(word)
    return None if known is None else common(known)


def surprise(word: str, after: str) -> float | None:
    """By how much a word is rarer after another than elsewhere: above 0 it is avoided there, far below sought."""
    told, anywhere = chance(word, after), commonness(word)
    return None if told is None or anywhere is None else anywhere - told


def ending(word: str) -> float | None:
    """The chance that a sentence ends after a word."""
    known = number(word)
    return None if known is None else -_table().ends[known] / EIGHTHS


def is_met(word: str, after: str) -> bool:
    """Whether two words stand beside each other oftener than by chance."""
    one, other = number(after), number(word)
    return one is not None and other is not None and met(one, other) > 0


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


def follows(one: int, other: int) -> float:
    """The chance of the other after the one."""
    return common(other) + unmet(one) + met(one, other)


def met(one: int, other: int) -> float:
    """How much likelier a pair is than one never met; 0 for those."""
    _, _, _, starts, others, weights = _table()
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
    counts = apart(told[3 * size : 5 * size])
    starts = tuple(accumulate(counts, initial=0))
    pairs = 5 * size + 2 * starts[-1]
    return _Table(
        told[:size],
        told[size : 2 * size],
        told[2 * size : 3 * size],
        starts,
        apart(told[5 * size : pairs]),
        told[pairs:],
    )


@cache
def _numbers() -> dict[str, int]:
    return {word: known for known, word in enumerate(_words())}


@cache
def _words() -> tuple[str, ...]:
    return tuple(Path(__file__).with_name("pairs.txt").read_text("utf-8").split())
