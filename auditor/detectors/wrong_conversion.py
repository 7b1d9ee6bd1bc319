"""A measure in two units that are not the same length, weight, area, speed or temperature: "12 km (20 miles)"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import FIGURE, says_it_errs, value
from auditor.words import words
from auditor.world.units import Unit, converted, units

_MAY_HOLD = late(r"\d[\s-]?[^\W\d_°º]{0,12}[^.!?]{0,16}?(?:\(|, |\s/|/\s?)[^.!?\d]{0,16}\d")
_WHOLE = 100  # from here on a message needs no decimals
_LOOSE = 0.05  # of a number: what is rounded twice
_DEGREES = 5.0  # "over 30C (85F)"
_OVEN, _OF_OVENS = 100.0, 15.0  # the degrees C from which steps of ovens stand, and half a step of degrees F more


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each pair."""
    code = signals.document.language or ""
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and signals.figures(block) > 1 and _MAY_HOLD.search(block.text):
            for found in _pairs(code).finditer(block.text):
                right = _right(found, code)
                span = Span(block, *found.span())
                if right and not signals.quoted(span) and not says_it_errs(block.text, code):
                    yield Hit(
                        span,
                        {"said": f"{found['b']} {found['v']}", "right": right, "of": f"{found['a']} {found['u']}"},
                        needs=1,
                    )


def _right(found: re.Match[str], code: str) -> str:
    """What the second number should be; empty if it may be what it is."""
    one, other = (_unit(found[name], code) for name in "uv")
    if one.measures != other.measures or one.is_metric == other.is_metric:
        return ""
    first, second = (value(found[name], code) for name in "ab")
    wanted = converted(first, one, other)
    if one.measures == "temperature":
        return "" if _same_degrees(first, second, wanted, from_celsius=one.is_metric) else f"{wanted:.0f} {found['v']}"
    low, high = (converted(end, one, other) for end in _around(first, found["a"]))
    least, most = _around(second, found["b"])
    return (
        ""
        if least <= high and low <= most
        else f"{wanted:,.0f} {found['v']}"
        if wanted >= _WHOLE
        else f"{wanted:.3g} {found['v']}"
    )


def _unit(written: str, code: str) -> Unit:
    known = units(code)
    return known.get(written) or known[next(name for name in known if name.lower() == written.lower())]


def _around(number: float, written: str) -> tuple[float, float]:
    """Between what a rounded number may lie: a step of its last figure that is no zero, and a little more."""
    decimals = len(re.split("[.,]", written)[-1]) if number != int(number) else 0
    figures = str(int(number))
    step = 10.0**-decimals if decimals else 10.0 ** (len(figures) - len(figures.rstrip("0")))
    off = max(min(step, number / 2), _LOOSE * number)
    return number - off, number + off


def _same_degrees(first: float, second: float, wanted: float, *, from_celsius: bool) -> bool:
    """Whether both are one temperature, or one difference between temperatures."""
    celsius, difference = (first, first * 9 / 5) if from_celsius else (second, first * 5 / 9)
    off = _OF_OVENS if celsius >= _OVEN else _DEGREES
    return abs(wanted - second) <= off or abs(difference - second) <= max(1, _LOOSE * second)


@cache
def _pairs(code: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(units(code), key=len, reverse=True)))
    about, either = ("|".join(map(re.escape, words("units", key, code))) for key in ("about", "or"))
    unit = rf"(?:{names})(?![\w²³/-])"
    joint = rf"(?:\s?\(|,\s(?:{either})\s|\s?/\s?)" if either else r"(?:\s?\(|\s?/\s?)"
    loosely = rf"(?:(?:{about})\s)?" if about else ""
    return compiled(
        rf"(?<![\w$£€.,:/×x–-])(?<![–×x-]\s)(?P<a>{FIGURE})[\s-]?(?P<u>{unit}){joint}{loosely}(?P<b>{FIGURE})[\s-]?(?P<v>{unit})(?!\s?[x×–-])\)?"
    )
