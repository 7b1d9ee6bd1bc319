"""What the words and phrases of a sentence weigh together.

A table gives each its weight: by how much it makes a sentence likelier to be of one kind than of the other, as a
logistic regression finds it (`benchmarks/weighing` makes the tables).
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from math import fsum
from unicodedata import normalize

from auditor.expressions import late
from auditor.model.scripts import MARKS, UNSPACED

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
    rf"(\d[\d.,]*+)|(?:{_LETTER})++(?:['’](?:{_LETTER})++)*+|[{UNSPACED}][{MARKS}]*+|[:;?!()\[\]\"？！：；（）]"
)
_DIVIDED = late(rf"(?<=[{UNSPACED}{MARKS}]) (?=[{UNSPACED}])")
_SYLLABLE = late("[가-힣]")
_NAME = late(r"(?<=[\w,;:] )[A-Z](?=\w*[a-z])(?!'|’)")  # a capital amid the sentence


def weigh(sentence: str, table: Mapping[str, float], marks: Iterable[str] = ()) -> float:
    """The log odds that it is of the table's kind: what its phrases and the marks beside them weigh, each once."""
    runs = runs_of(sentence) if RUNS in table else ()
    return weigh_signs({*phrases(sentence), *runs, *marks}, table)


def weigh_signs(signs: AbstractSet[str], table: Mapping[str, float]) -> float:
    """The same of what is known already: the constant and what the table knows, in any order the same sum."""
    return table[CONSTANT] + fsum(map(table.__getitem__, table.keys() & signs))


def phrases(sentence: str) -> Iterator[str]:
    """The runs of one to three words and marks, and whether it names names.

    The beginning of the sentence counts as a word, and every number is the same.
    """
    yield from NAMES[: len(_NAME.findall(sentence))]
    pieces = [START, *_pieces(sentence)]
    yield from pieces
    for length in range(2, _LONGEST + 1):
        yield from map(" ".join, zip(*(pieces[start:] for start in range(length)), strict=False))


def runs_of(sentence: str) -> Iterator[str]:
    """Its runs of four and six letters, with the blanks between words; Korean syllables are letters put together."""
    line = _DIVIDED.sub("", f" {' '.join(_pieces(sentence))} ")
    if _SYLLABLE.search(line):
        line = normalize("NFD", line)
    for length in _LETTERS:
        for start in range(len(line) - length + 1):
            yield RUNS + line[start : start + length]


def words_of(sentence: str) -> Iterator[str]:
    """Its words up to their apostrophes: "i" of "I'll"."""
    return (piece.partition("'")[0] for piece in _pieces(sentence))


def _pieces(sentence: str) -> list[str]:
    return [NUMBER if m[1] else m[0].replace("’", "'").lower() for m in _PIECE.finditer(sentence)]
