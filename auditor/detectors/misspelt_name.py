"""A person whose surname is spelt in two ways: Joanna Gaines and Joanna Gains."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import is_corrected
from auditor.world.names import given_names

_PERSON = late(r"\b(?P<given>[A-Z][\w'’-]{2,20}) (?=(?P<surname>[A-Z](?:[^\W\d_]|-){3,24})(?![\w-]))")
_SHORTEST, _OF_ANOTHER = 5, 7  # letters: below them two names are often alike; where first names differ, too
_SLIPS = 2  # letters; with three Boulud would be Bouley
_ALIKE = 5  # letters with which both surnames begin, where first names differ, too: Ellingham, Ellington
_NAMES = 300  # that are looked at: a text with more is a list of people

Named = dict[tuple[str, str], list[Span]]


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each pair: where the rarer spelling stands first, the first of the other as related."""
    by_beginning: defaultdict[str, Named] = defaultdict(dict)
    for given, surname, span in _people(blocks):
        named = by_beginning[surname[:2]]
        if (given, surname) in named or sum(map(len, by_beginning.values())) < _NAMES:
            named.setdefault((given, surname), []).append(span)
    for named in by_beginning.values():
        for one, other in combinations(named, 2):
            if _may_be_one(one, other) and not is_corrected(signals):
                rarer, usual = sorted((other, one), key=lambda name: len(named[name]))
                spans = named[rarer][0], named[usual][0]
                if not any(map(signals.quoted, spans)):
                    yield Hit(spans[0], {"one": " ".join(usual), "other": " ".join(rarer)}, spans[1:])


def _people(blocks: Sequence[Block]) -> Iterator[tuple[str, str, Span]]:
    for block in (block for block in blocks if block.kind in (PARAGRAPH, ITEM)):
        for found in _PERSON.finditer(block.text):
            yield found["given"], found["surname"], Span(block, found.start(), found.end("surname"))


def _may_be_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two names are one person's, one of them misspelt."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - 13 ms, needed by few pages

    (given, surname), (other_given, other_surname) = one, other
    known = given.lower() in given_names() or other_given.lower() in given_names()
    shortest = min(len(name.rpartition("-")[2]) for name in (surname, other_surname))  # Jong-il, Jong-un
    if not known or surname.lower() == other_surname.lower() or surname.rstrip("s") == other_surname.rstrip("s"):
        return False
    if given == other_given:
        return shortest >= _SHORTEST and Levenshtein.distance(surname, other_surname) <= _SLIPS
    alike = surname[:_ALIKE] == other_surname[:_ALIKE] and given[:3] == other_given[:3]
    return alike and shortest >= _OF_ANOTHER and Levenshtein.distance(surname, other_surname) <= _SLIPS + 1
