"""A share that the two numbers beside it do not make: "12 of the 20 ponds, or 45 per cent"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import FIGURE, number, says_it_errs, value
from auditor.words import words

_POINTS, _IN_WORDS = 2.0, 6.0  # per cent: 31 of 90 are "34 per cent" or "a third", 9 of 20 are "half"
_LOOSELY = 2.5  # times as far off may be what "about" or "more than" stands before
_OF_CHANGE = 0.1  # a change is told in fewer figures the larger it is: "up 130 per cent" from 27 to 60
_YEARS = range(1900, 2101)
_REST = r"[^.;:!?()\d%]"  # of a sentence part without other numbers


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each share, with what it should be."""
    code = signals.document.language or ""
    if not words("numbers", "makes", code):
        return
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and _names_share(block.text, signals.vocabulary_of(block), code):
            for found in (found for form in _forms(code) for found in form.finditer(block.text)):
                span, right = Span(block, *found.span()), _right(found, code)
                if right is not None and not signals.quoted(span) and not says_it_errs(block.text, code):
                    yield Hit(span, {"right": f"{right:.0f}", "said": found["share"]}, needs=1)


def _right(found: re.Match[str], code: str) -> float | None:
    """The share that the numbers make, in per cent; none where they are no part and whole, or make what is said."""
    one, other = value(found["a"], code), value(found["b"], code)
    said, off = _share(found, code)
    if found.groupdict().get("change"):
        if not one or (one in _YEARS and other in _YEARS):
            return None
        right = abs(other - one) / one * 100
        off = max(off, _OF_CHANGE * right)
    elif not 0 < one <= other or other in _YEARS:
        return None
    else:
        right = one / other * 100
    return right if abs(right - said) > off * (_LOOSELY if found["loosely"] else 1) else None


def _share(found: re.Match[str], code: str) -> tuple[float, float]:
    """The share that is said, and by how much it may be off."""
    if found["cent"]:
        return value(found["cent"], code), _POINTS
    return _fractions(code)[found["fraction"].lower().replace("-", " ")], _IN_WORDS


@cache
def _fractions(code: str) -> dict[str, float]:
    """Words for shares, in per cent; the list has them as "1/3=a-third"."""
    pairs = (item.split("=") for item in words("numbers", "fractions", code))
    return {name.replace("-", " ").lower(): 100 / int(of.split("/")[1]) * int(of.split("/")[0]) for of, name in pairs}


def _names_share(text: str, vocabulary: frozenset[str], code: str) -> bool:
    """Whether a text of these words may tell a share and what it is of; spares most texts the search."""
    shares, of = _words_of_shares(code)
    return ("%" in text or not vocabulary.isdisjoint(shares)) and not vocabulary.isdisjoint(of)


@cache
def _words_of_shares(code: str) -> tuple[frozenset[str], frozenset[str]]:
    of = (*words("numbers", "part-of", code), *words("numbers", "change-from", code))
    named = (*_fractions(code), *words("numbers", "per-cent", code))
    return frozenset(name.lower().split()[-1] for name in named), frozenset(name.split()[0] for name in of)


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    """A part of a whole, of a whole a part, from one number to another."""
    part, whole, makes = (_any(key, code) for key in ("part-of", "whole-is", "makes"))
    start, end, changes, apposed = (_any(k, code) for k in ("change-from", "change-to", "changes-by", "apposed"))
    cents = _any("per-cent", code)
    of = rf"(?:{part})\s(?:(?:{whole})\s)?"
    a, b, share = _number("a", code), _number("b", code), _share_form(code)
    joint, joint_or_comma = rf"(?:,\s(?:{makes})\s|\s\()", rf"(?:,\s(?:(?:{makes})\s)?|\s\()"
    change = rf"(?:{start})\s(?P<a>{FIGURE})\s(?:[^\W\d]+\s){{0,2}}?(?:{end})\s(?P<b>{FIGURE})(?!\s?%|\s(?:{cents})\b)"
    forms = (
        rf"{a}\s(?:[^\W\d]+\s){{0,2}}?{of}{b}{_REST}{{0,60}}?{joint}{share}",
        rf"\b{of}{b}{_REST}{{1,60}}?,\s{a}{_REST}{{0,40}}?{joint_or_comma}{share}",
        rf"\b{change}{_REST}{{0,60}}?,\s(?:{apposed})\s(?P<change>{changes})\s{share}",
    )
    return tuple(compiled(form, re.IGNORECASE) for form in forms)


def _number(name: str, code: str) -> str:
    """A count: no sum, share, time, or part of another number."""
    return rf"(?<![\w$£€¥.,:/–-])(?P<{name}>{number(code)})(?![\w/%:–-]|[.,]\d|\s?%)"


def _share_form(code: str) -> str:
    cents, loosely = _any("per-cent", code), _any("hedges", code)
    of = rf"(?P<cent>\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?(?:%|(?:{cents})\b)|(?P<fraction>{_fraction(code)})\b"
    return rf"(?P<loosely>(?:(?:{loosely})\s){{1,4}})?(?P<share>{of})(?!\s(?:{_any('part-of', code)})\b)"


@cache
def _fraction(code: str) -> str:
    return "|".join(name.replace(" ", "[ -]") for name in sorted(_fractions(code), key=len, reverse=True))


def _any(key: str, code: str) -> str:
    return "|".join(map(re.escape, sorted(words("numbers", key, code), key=len, reverse=True)))
