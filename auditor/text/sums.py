"""Sums of money in a text: "£85,000", "$1.2 million", "900.000 Euro"."""

import re
from functools import cache
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.text.numerals import FIGURE, value
from auditor.words import words

SIGNS = "$£€¥"
_SIGN = late(f"[{SIGNS}]")
_TIMES = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_CURRENCIES = {"dollars": "$", "pounds": "£", "euros": "€"}


class Sum(NamedTuple):
    """An amount, and where it stands."""

    currency: str
    amount: float
    start: int
    end: int


def may_hold(text: str, vocabulary: frozenset[str], code: str) -> bool:
    """Whether a text of these words names a currency; spares most texts the search."""
    return _SIGN.search(text) is not None or not vocabulary.isdisjoint(_names(code))


def sums(text: str, code: str) -> list[Sum]:
    """The sums of a text in its order."""
    signed = ((match, match["sign"]) for match in _signed(code).finditer(text))
    named = ((match, _names(code)[match["name"].lower()]) for match in _named_behind(code).finditer(text))
    return sorted((_sum(match, currency, code) for match, currency in (*signed, *named)), key=lambda one: one.start)


def _sum(found: re.Match[str], currency: str, code: str) -> Sum:
    times = _multiples(code)[found["times"].lower()] if found["times"] else 1
    return Sum(currency, round(value(found["n"], code) * times, 2), *found.span())


@cache
def _names(code: str) -> dict[str, str]:
    """Names of currencies, and their signs."""
    named = {name: sign for key, sign in _CURRENCIES.items() for name in words("figures", key, code)}
    return {**named, **{sign: sign for sign in SIGNS}}


@cache
def _multiples(code: str) -> dict[str, int]:
    return {name: times for key, times in _TIMES.items() for name in words("figures", key, code)}


@cache
def _number(code: str) -> str:
    times = "|".join(map(re.escape, sorted(_multiples(code), key=len, reverse=True)))
    return rf"(?P<n>{FIGURE})(?:[\s-]?(?P<times>{times or '(?!)'})(?!\w))?"


@cache
def _signed(code: str) -> re.Pattern[str]:
    return compiled(rf"(?<![\d.,])(?P<sign>[{SIGNS}])\s?{_number(code)}", re.IGNORECASE)


@cache
def _named_behind(code: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_names(code), key=len, reverse=True)))
    return compiled(rf"(?<![\w.,{SIGNS}]){_number(code)}[\s-]?(?P<name>{names})(?![\w])(?!\s?\d)", re.IGNORECASE)
