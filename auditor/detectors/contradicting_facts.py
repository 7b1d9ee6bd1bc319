"""Facts of one profile that rule each other out."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Author, Block, Field, Hit
from auditor.signals import Signals
from auditor.words import words as listed
from auditor.words.notation import expression
from auditor.world.dates.figures import read
from auditor.world.names import letters

_MOST_DIGITS = 3  # of an age


def _one_of(key: str) -> str:
    return "|".join(map(expression, listed("names", key)))


_MALE = late(rf"^(?:{_one_of('titles-of-men')})\b\.?\s", re.IGNORECASE)
_FEMALE = late(rf"^(?:{_one_of('titles-of-women')})\b\.?\s", re.IGNORECASE)
_DEGREE = late(rf"[\s,](?:{_one_of('doctors-of-medicine')})\.?$")
_MEN = frozenset(map(letters, listed("profiles", "man")))
_WOMEN = frozenset(map(letters, listed("profiles", "woman")))
_TRADES = frozenset(listed("roles", "trades"))


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each pair: title and gender, doctor's degree and trade, two ages, two birth dates."""
    for author in signals.document.authors:
        for one, other, words in (*_title(author), *_degree(author), *_twice(author)):
            yield Hit(one.span, {"one": one.value[:60], "other": other.value[:60], "what": words}, (other.span,))


def _title(author: Author) -> Iterator[tuple[Field, Field, str]]:
    name, gender = author.first("name"), author.first("gender")
    if name and gender:
        said = letters(gender.value)
        if (_MALE.search(name.value) and said in _WOMEN) or (_FEMALE.search(name.value) and said in _MEN):
            yield name, gender, "title and gender"


def _degree(author: Author) -> Iterator[tuple[Field, Field, str]]:
    name, job = author.first("name"), author.first("job")
    if name and job and _DEGREE.search(name.value):
        words = [letters(word) for word in job.value.split()]
        if len(words) > 1 and words[-1] in _TRADES:
            yield name, job, "a doctor's degree and a trade"


def _twice(author: Author) -> Iterator[tuple[Field, Field, str]]:
    ages = [field for field in author.all("age") if _is_age(field.value.strip())]
    if len(ages) > 1 and len({int(field.value) for field in ages}) > 1:
        yield ages[0], next(f for f in ages if int(f.value) != int(ages[0].value)), "two ages"
    births = [(field, born) for field in author.all("birthdate") if (born := read(field.value))]
    differing = [field for field, born in births if births and born.year != births[0][1].year]
    if differing:
        yield births[0][0], differing[0], "two years of birth"


def _is_age(value: str) -> bool:
    return value.isdecimal() and len(value) <= _MOST_DIGITS
