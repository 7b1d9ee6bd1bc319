"""Names of persons: their parts, their short forms, and which words are names at all."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from auditor.expressions import late
from auditor.words import words as listed

PARTICLES = frozenset(listed("names", "particles"))
JOINS = frozenset(listed("names", "joins"))  # words that stand between two surnames
_TITLES = PARTICLES.union(*(listed("names", key) for key in ("titles", "degrees", "generations", "small-words")))
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_OTHER = late(r"[^a-z]++")
_WORD = late(r"[^\W\d_]++(?:['’.][^\W\d_]++)*+\.?")


def letters(text: str) -> str:
    """Lower case, Latin letters without accents; other signs are dropped."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _OTHER.sub("", plain)


def parts(name: str) -> tuple[str, ...]:
    """The parts of a name without titles, degrees and particles, folded; both spellings of an umlaut."""
    before, comma, _ = name.partition(",")
    own = before if comma and " " in before.strip() else name
    found: list[str] = []
    for word in _WORD.findall(own[:120].replace("-", " ")):
        for form in (letters(word), letters(word.casefold().translate(_UMLAUTS))):
            if form and form not in _TITLES and form not in found:
                found.append(form)
    return tuple(found)


@lru_cache(1 << 12)  # asked for names of pages
def short_forms(part: str) -> frozenset[str]:
    """The other forms of a given name: `bob` and `rob` for robert."""
    return frozenset(form for group in _groups() if part in group for form in group) - {part}


@cache
def given_names() -> frozenset[str]:
    return _read("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    return _read("surnames.txt")


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in listed("names", "short-forms"))


def _read(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
