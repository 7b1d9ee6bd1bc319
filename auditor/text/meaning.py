"""How near two texts are in what they speak of: the angle between the vectors of their words.

`pieces.txt` holds pieces of words, `pieces.bin` a vector of 64 small numbers for each
(`benchmarks/weighing/vectors.py` makes both, from vectors that NOTICE names). A word is the longest pieces that it is
made of, one after the other, and its vector their sum; words that stand in every text have short ones.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import sqrt
from operator import mul, sub
from pathlib import Path
from struct import Struct

from msgspec import Raw

from auditor.prepared import prepared
from auditor.words.parted import Parted, parted

SIZE = 64
_BEGINS = "▁"  # before a piece that begins a word
_LONGEST = 16  # characters of a piece
_KEPT = 8_000  # words, of 400 bytes each; an article has 500 different ones
# The numbers of a word are one large number, so that a sum of vectors is one addition: each has 32 bits of it, and none
# is negative, for `_LIFT` is added to it. The characters of a text, of which a piece has one at least, are far fewer
# than the 16 million pieces that there is room for.
_PACKED = Struct(f"<{SIZE}I")
_LIFT = 128
_LIFTED = bytes((number + _LIFT) % 256 for number in range(256))
Vector = tuple[int, ...]
NOTHING: Vector = (0,) * SIZE


def vector(counts: Mapping[str, int]) -> Vector:
    """The sum of the vectors of some words in small letters, each as often as it stands in a text."""
    together = pieces = 0
    for word, times in counts.items():
        numbers, own = _packed(word)
        together += numbers * times
        pieces += own * times
    lift = _LIFT * pieces
    return tuple(number - lift for number in _PACKED.unpack(together.to_bytes(_PACKED.size, "little")))


def without(whole: Vector, part: Vector) -> Vector:
    return tuple(map(sub, whole, part))


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two texts: 1 for the same words, about 0 for texts that share no matter."""
    length = sqrt(sum(map(mul, one, one)) * sum(map(mul, other, other)))
    return sum(map(mul, one, other)) / length if length else 0.0


def word_vector(word: str) -> Vector:
    """That of one word; nothing is known of letters that no piece has."""
    return vector({word: 1})


@lru_cache(maxsize=_KEPT)
def _packed(word: str) -> tuple[int, int]:
    """The numbers of a word as one, and how many pieces it is made of."""
    together = pieces = at = 0
    written = f"{_BEGINS}{word}"
    while at < len(written):
        known = _pieces().read_for((written[at], written[at : at + 2]))
        for end in range(min(len(written), at + _LONGEST), at, -1):
            if (row := known.get(written[at:end])) is not None:
                together, pieces, at = together + _row(row), pieces + 1, end
                break
        else:
            at += 1
    return together, pieces


def is_whole(word: str) -> bool:
    """Whether a word in small letters is one piece: of words that are mostly names or rare there is none."""
    return f"{_BEGINS}{word}" in _pieces()


def _row(number: int) -> int:
    own = _numbers()[number * SIZE : (number + 1) * SIZE].translate(_LIFTED)
    return int.from_bytes(_PACKED.pack(*own), "little")


@cache
def _pieces() -> Parted[int]:
    return Parted(prepared("pieces", dict[str, Raw], _read), int)


def _read() -> dict[str, Raw]:
    told = Path(__file__).with_name("pieces.txt").read_text("utf-8").split("\n")
    return parted({piece: number for number, piece in enumerate(told) if piece})


@cache
def _numbers() -> bytes:
    return Path(__file__).with_name("pieces.bin").read_bytes()
