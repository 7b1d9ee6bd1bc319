"""Facts of one profile that rule each other out."""

import re
from collections.abc import Iterator, Sequence

from auditor.model import Author, Block, Field, Hit
from auditor.signals import Signals
from auditor.world.dates import read
from auditor.world.names import letters

_MALE = re.compile(r"^(?:mr|sir|herr|sig|don|señor|sr)\b\.?\s", re.IGNORECASE)
_FEMALE = re.compile(r"^(?:mrs|ms|miss|mme|frau|sig\.ra|signora|doña|señora|sra)\b\.?\s", re.IGNORECASE)
_DEGREE = re.compile(r"[\s,](DVM|MD|M\.D\.|DDS|D\.D\.S\.|VMD|DMD)\.?$")
_MEN = frozenset("male m man mann masculine homme hombre uomo homem maschio masculino pria lelaki mannlich".split())
_WOMEN = frozenset(
    "female f woman frau feminine femme mujer donna mulher femmina feminino wanita perempuan weiblich".split()
)
# Trades and routine work, by the last word of the title, which nobody takes up with a doctor's licence.
_TRADES = frozenset(
    """worker workers operator operators tender tenders assembler assemblers setter packer machinist welder driver
    cashier janitor cleaner porter roofer plumber mason cutter fabricator installer repairer clerk molder grinder
    loader handler helper laborer miner logger dispatcher telemarketer typist usher attendant maid drafter
    upholsterer rigger""".split()
)


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
    ages = [field for field in author.all("age") if field.value.strip().isdecimal()]
    if len(ages) > 1 and len({int(field.value) for field in ages}) > 1:
        yield ages[0], next(f for f in ages if int(f.value) != int(ages[0].value)), "two ages"
    births = [(field, born) for field in author.all("birthdate") if (born := read(field.value))]
    differing = [field for field, born in births if births and born.year != births[0][1].year]
    if differing:
        yield births[0][0], differing[0], "two years of birth"
