"""What the words and phrases of a sentence weigh together.

A table gives each its weight: by how much it makes a sentence likelier to be of one kind than of the other, as a
logistic regression finds it (`benchmarks/weighing` makes the tables).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

START, NUMBER, NAMES = "^", "0", ("A", "AA")
CONSTANT = ""
LEAST = "≥"  # before the name of a threshold in a table; no phrase begins with it
_LONGEST = 3  # words of a phrase; longer ones hardly come twice
_PIECE = re.compile(r"(\d[\d.,]*+)|[^\W\d_]++(?:['’][^\W\d_]++)*+|[:;?!()\[\]\"]")
_NAME = re.compile(r"(?<=[\w,;:] )[A-Z](?=\w*[a-z])(?!'|’)")  # a capital amid the sentence


def weigh(sentence: str, table: Mapping[str, float], marks: Iterable[str] = ()) -> float:
    """The log odds that it is of the table's kind: what its phrases and the marks beside them weigh, each once."""
    return table[CONSTANT] + sum(table.get(phrase, 0.0) for phrase in {*phrases(sentence), *marks})


def phrases(sentence: str) -> Iterator[str]:
    """The runs of one to three words and marks, and whether it names names.

    The beginning of the sentence counts as a word, and every number is the same.
    """
    yield from NAMES[: len(_NAME.findall(sentence))]
    pieces = [START, *_pieces(sentence)]
    for length in range(1, _LONGEST + 1):
        for start in range(len(pieces) - length + 1):
            yield " ".join(pieces[start : start + length])


def words_of(sentence: str) -> Iterator[str]:
    """Its words up to their apostrophes: "i" of "I'll"."""
    return (piece.partition("'")[0] for piece in _pieces(sentence))


def _pieces(sentence: str) -> list[str]:
    return [NUMBER if m[1] else m[0].replace("’", "'").lower() for m in _PIECE.finditer(sentence)]
