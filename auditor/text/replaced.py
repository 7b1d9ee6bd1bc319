"""English words that look as if a program had put them in another's place.

Somebody who chooses a word chooses it for its neighbours: "a reliable guide", "town hall". A program that takes entries
of a thesaurus does not, so that another word of about that sense goes far better with the words beside it than the one
that stands there ("a dependable guide", "town corridor"). Single words of that kind stand in every text. What tells is
how many there are, and how clearly each is one: `replaced.tsv` says what each trait of a place weighs.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.expressions import late
from auditor.text.pairs import common, met, number, unmet, word_of
from auditor.text.synonyms import SAME, marked
from auditor.words.weights import weights

COMMONEST = 150  # words that hold sentences together, and that no program exchanges
BESIDE = (-2, -1.25, -0.75, -0.4, 0.5, 2, 3.5)  # how much oftener a word stands beside its neighbour than elsewhere
BETTER = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12)  # how much better the best other word goes with both neighbours
COMMONER = (-3, -2, -1, 0, 1, 2, 3, 4)  # how much commoner that word is
CONSTANT = ""
# What a word must weigh beside its own neighbours for others to be tried: two of three weigh less, and they hold a
# twentieth of what is found in spun texts.
_AT_HOME = -0.125
_WORD = late(r"[A-Za-z]++(?:['’][A-Za-z]++)*+")
_OPENS = late(r"[.!?:;\"“”•|\n]")  # after it a capital tells nothing


class Word(NamedTuple):
    start: int
    end: int
    known: int | None  # of names and strange words nothing is known


class Replaced(NamedTuple):
    """A word between its neighbours, of which one may be missing, and the one that goes better with them."""

    start: int
    end: int
    word: str
    instead: str
    weight: float


def rows(text: str) -> Iterator[list[Word]]:
    """Words with nothing but blanks between them."""
    row: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between, told = text[end : match.start()], match[0]
        opens = not end
        if row and not between.isspace():
            yield row
            row, opens = [], bool(_OPENS.search(between))
        end = match.end()
        name = told[0].isupper() and (not opens or (len(told) > 1 and told.isupper()))
        row.append(Word(match.start(), end, None if name else number(told.lower().replace("’", "'"))))
    if row:
        yield row


def replaced(row: Sequence[Word]) -> Iterator[Replaced]:
    """The words of a row that weigh something."""
    for at, word in enumerate(row):
        if word.known is None or word.known < COMMONEST:
            continue
        before = at - 1 if at and row[at - 1].known is not None else at
        after = at + 1 if at + 1 < len(row) and row[at + 1].known is not None else at
        left, right = row[before].known if before < at else None, row[after].known if after > at else None
        if before < after and (found := _weighed(left, word.known, right)):
            weight, instead = found
            yield Replaced(row[before].start, row[after].end, word_of(word.known), word_of(instead), weight)


class Place(NamedTuple):
    """The traits of a word between its neighbours: each the number of a step."""

    before: int
    after: int
    better: int
    commoner: int
    same: int  # whether both words are of one sense


NONE_BESIDE = len(BESIDE) + 1
STEPS = Place(NONE_BESIDE + 1, NONE_BESIDE + 1, len(BETTER) + 1, len(COMMONER) + 1, 2)


def place(left: int | None, word: int, right: int | None) -> tuple[Place, int] | None:
    """Its traits, and the word that goes best there instead; None where no other goes better."""
    if (best := _best(left, word, right)) is None:
        return None
    gain, more, same, other = best
    before = NONE_BESIDE if left is None else _beside(left, word)
    after = NONE_BESIDE if right is None else _beside(word, right)
    return Place(before, after, bisect_right(BETTER, gain), bisect_right(COMMONER, more), same), other


def _weighed(left: int | None, word: int, right: int | None) -> tuple[float, int] | None:
    table = _weights()
    known = table.before[NONE_BESIDE if left is None else _beside(left, word)]
    known += table.after[NONE_BESIDE if right is None else _beside(word, right)]
    if known < _AT_HOME or (best := _best(left, word, right)) is None:
        return None
    gain, more, same, other = best
    weight = known + table.better[bisect_right(BETTER, gain)] + table.commoner[bisect_right(COMMONER, more)]
    weight += table.same[same]
    return (weight, other) if weight > 0 else None


def _beside(one: int, other: int) -> int:
    return bisect_right(BESIDE, unmet(one) + met(one, other))


def _best(left: int | None, word: int, right: int | None) -> tuple[float, float, int, int] | None:
    """By how much it goes better, how much commoner it is, whether both are of one sense, and which it is."""
    own = (0 if left is None else met(left, word)) + (0 if right is None else met(word, right) + unmet(word))
    alone, best = common(word), None
    for told in marked(word):
        other = told & ~SAME
        one = 0 if left is None else met(left, other)
        two = 0 if right is None else met(other, right)
        if not one and not two:
            continue  # it is met in neither place
        more = common(other) - alone
        # Only what holds however common the two words are: a rare word is no worse for being rare.
        gain = one + two + (0 if right is None else unmet(other)) - own + min(more, 0)
        if gain > 0 and (best is None or gain > best[0]):
            best = (gain, more, int(told != other), other)
    return best


class _Table(NamedTuple):
    before: tuple[float, ...]  # with the constant
    after: tuple[float, ...]
    better: tuple[float, ...]
    commoner: tuple[float, ...]
    same: tuple[float, ...]


@cache
def _weights() -> _Table:
    told = weights("en", "replaced")
    before, after, better, commoner, same = (
        tuple(told.get(f"{name} {step}", 0.0) for step in range(steps))
        for name, steps in zip(Place._fields, STEPS, strict=True)
    )
    return _Table(tuple(weight + told[CONSTANT] for weight in before), after, better, commoner, same)
