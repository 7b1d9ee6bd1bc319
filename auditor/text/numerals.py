"""Numbers of a text, in figures and in the words of its language."""

import re
from functools import cache

from auditor.expressions import compiled, late
from auditor.remembering import remembered
from auditor.words import words
from auditor.words.notation import matcher

FIGURE = r"(?:\d{1,3}(?:[,.]\d{3})+(?![\d])|\d{1,9}(?:[.,]\d{1,2}(?!\d))?)"
_TEN, _TWENTY = 10, 20
_GROUPED = late(r"\d{1,3}(?:[,.]\d{3})+")


@cache
def number(code: str) -> str:
    """An expression, to be compiled without case, for a number as it may stand in a text of this language."""
    small, tens, units = _small(code), _tens(code), _units(code)
    joined = [
        re.escape(form).replace("tens", f"(?:{'|'.join(tens)})").replace("unit", f"(?:{'|'.join(units)})")
        for form in words("numbers", "tens-and-units", code)
    ]
    letters = "".join(
        sorted({name[0] for name in (*small, *tens, *units)})
    )  # seen first, as most words begin otherwise
    return rf"(?=[\d{letters}])(?:{'|'.join((FIGURE, *joined, *sorted((*small, *tens), key=len, reverse=True)))})"


def value(said: str, code: str) -> float:
    """What a number says that `number` found."""
    name = said.lower()
    if not name[0].isdigit():
        return _named(code)[name]
    return float(re.sub(r"[,.]", "", name) if _GROUPED.fullmatch(name) else name.replace(",", "."))


def numbers(text: str, code: str) -> set[float]:
    """All numbers of a text."""
    return {value(found[0], code) for found in _alone(code).finditer(text)}


@cache
def _alone(code: str) -> re.Pattern[str]:
    return compiled(rf"(?<![\w.,]){number(code)}(?!\w)", re.IGNORECASE)


@cache
def _named(code: str) -> dict[str, int]:
    """Number words from two to ninety-nine. The language says how tens and units are joined: "tens-unit"."""
    small, tens, units = _small(code), _tens(code), _units(code)
    joined = {
        form.replace("tens", ten).replace("unit", unit): tens[ten] + units[unit]
        for form in words("numbers", "tens-and-units", code)
        for ten in tens
        for unit in units
    }
    return {**small, **tens, **joined}


@cache
def _small(code: str) -> dict[str, int]:
    return dict(zip(words("numbers", "from-two", code), range(2, _TWENTY + 1), strict=False))


@cache
def _tens(code: str) -> dict[str, int]:
    names = [name for name, of in _small(code).items() if of == _TWENTY]
    return {name: 10 * tens for tens, name in enumerate((*names, *words("numbers", "tens-from-thirty", code)), 2)}


@cache
def _units(code: str) -> dict[str, int]:
    one = dict.fromkeys(words("numbers", "one-in-tens", code), 1)
    return {**one, **{name: of for name, of in _small(code).items() if of < _TEN}}


@cache
def first_words(code: str) -> tuple[str, ...]:
    """What the number words of a language begin with, each once."""
    return tuple(sorted({name.replace("-", " ").partition(" ")[0] for name in _named(code)}))


def are_swapped(one: float, other: float) -> bool:
    """Whether two neighbouring figures have changed places, 64 and 46: a slip of the hand, no change of a number."""
    a, b = f"{one:.2f}", f"{other:.2f}"
    apart = [at for at, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]]
    return (
        len(a) == len(b)
        and bool(apart)
        and apart[1:] == [apart[0] + 1]
        and (a[apart[0]], a[apart[1]]) == (b[apart[1]], b[apart[0]])
    )


@remembered
def says_it_errs(text: str, code: str) -> bool:
    """Whether somebody says here that a figure was wrong."""
    listed = words("numbers", "says-it-errs", code)
    return bool(listed) and matcher(listed).search(text) is not None
