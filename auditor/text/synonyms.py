"""What a replacer of words may have put an English word for: `synonyms.bin`, made by `benchmarks/weighing/synonyms.py`.

Words are known by their numbers in `auditor.text.pairs`.
"""

from array import array
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from auditor.text.pairs import apart, size

MOST = 16  # for one word
SAME = 1 << 15  # set in a number: both words stand for one sense


class _Table(NamedTuple):
    starts: tuple[int, ...]
    others: "array[int]"


def synonyms(known: int) -> list[tuple[int, bool]]:
    """Numbers of other words, and whether they are of one sense with this one."""
    return [(other & ~SAME, bool(other & SAME)) for other in marked(known)]


def marked(known: int) -> "array[int]":
    """The same in one number each."""
    starts, others = _table()
    return others[starts[known] : starts[known + 1]]


@cache
def _table() -> _Table:
    told = Path(__file__).with_name("synonyms.bin").read_bytes()
    return _Table(tuple(accumulate(told[: size()], initial=0)), apart(told[size() :]))
