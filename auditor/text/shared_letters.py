"""Rows of Chinese phrases that all hold the same letters: "朝阳区修锁，海淀区修锁，丰台区修锁".

Without blanks there are no words to compare, so runs of letters are. A list of different things is written with the
mark for lists (、); the comma divides clauses, and clauses that share half of their letters say nothing each.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled
from auditor.model.scripts import HAN
from auditor.words import words

Entry = tuple[int, int]  # where one stands in its text

_FEWEST, _SHORTEST, _LONGEST = 5, 4, 8  # entries; letters of what they share: four are two words
_MOST = 99  # further entries of one row
_CLAUSE = rf"[{HAN}\d]{{4,16}}+"
_HALF = 2
_TRIED = 30  # of what most entries share


def rows(text: str) -> Iterator[tuple[str, list[Entry]]]:
    """What the entries of each such row share, and where these stand."""
    for run in _runs(text):
        entries = [text[start:end] for start, end in run]
        if len(run) >= _FEWEST and (shared := _shared(entries)):
            yield shared, [one for one, entry in zip(run, entries, strict=True) if shared in entry]


def _runs(text: str) -> Iterator[list[Entry]]:
    """Successive clauses of a few Chinese letters each."""
    for row in compiled(rf"{_CLAUSE}(?:[，,]{_CLAUSE}){{4,{_MOST}}}+").finditer(text):
        at, run = row.start(), list[Entry]()
        for entry in row[0].replace(",", "，").split("，"):
            run.append((at, at + len(entry)))
            at += len(entry) + 1
        yield run


def _shared(entries: Sequence[str]) -> str:
    """The letters that most different entries hold and that make up half of those; empty where none do."""
    held = Counter(piece for entry in dict.fromkeys(entries) for piece in _pieces(entry))
    ranked = sorted(held.items(), key=lambda item: (-item[1] * len(item[0]), item[0]))
    for piece, times in ranked[:_TRIED]:
        own = [entry for entry in entries if piece in entry]
        enough = times >= _FEWEST and _HALF * times >= len(entries)
        if enough and _HALF * len(piece) * len(own) >= sum(map(len, own)):
            return "" if _is_clause(piece) else piece
    return ""


def _pieces(entry: str) -> set[str]:
    sizes = range(_SHORTEST, min(_LONGEST, len(entry) - 1) + 1)
    return {entry[i : i + size] for size in sizes for i in range(len(entry) - size + 1)}


def _is_clause(piece: str) -> bool:
    """Whether somebody speaks or is spoken of, as in a litany, or a house is named, which towns have each."""
    small, houses = _small()
    return not small.isdisjoint(piece) or piece.endswith(houses)


@cache
def _small() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(words("function-words", "small", "zh")), words("function-words", "houses", "zh")
