"""What a text counts: "26 entries", "all five brothers", "a crew of four", "both of her children"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.remembering import remembered
from auditor.text.numerals import first_words, number, value
from auditor.words import words

_WORD = late(r"[^\W_]+(?:[-'’][^\W_]+)*")
_AFTER = late(r"\s{0,2}([^\W_]+|[^\w\s])")
_DIGIT = late(r"\d")
_MOST = 3  # words from a number to what it counts: "the four young Pascoe brothers"
_SHORTEST = 4  # letters of a noun
_READ = 200  # mentions of a thing in one block
_BEFORE, _BEHIND = 60, 40  # characters in which number and noun stand
_ALONE = r"(?<![\w$£€¥.,:/%–-])"  # no part of a sum, a range, a time or a name


class Counted(NamedTuple):
    """A number of things, where it stands."""

    thing: str
    number: int
    start: int
    end: int
    whole: str  # "the", "all", "own", "both": of what the text has named before; "" if it names them here
    between: tuple[str, ...]  # the number and the noun
    after: str  # the word or sign behind it


def may_count(text: str, vocabulary: frozenset[str], code: str) -> bool:
    """Whether a text of these words may say "the" or "all" before a number; spares most texts the search."""
    known, numbers, both = _telling(code)
    counts = not vocabulary.isdisjoint(numbers) or _DIGIT.search(text) is not None
    return (counts and not vocabulary.isdisjoint(known)) or not vocabulary.isdisjoint(both)


@remembered
def known_things(text: str, code: str) -> frozenset[str]:
    """What a text has a number of behind a word like "the" or "all"."""
    near = ((found.start() - _BEFORE, found.end() + _BEHIND) for found in _wholes(code).finditer(text.lower()))
    return frozenset(one.thing for start, end in near for one in _within(text, start, end, code) if one.whole)


@remembered
def counted(text: str, thing: str, code: str) -> list[Counted]:
    """The numbers that a text has of a thing, in their order."""
    near = (
        (at.start() - _BEFORE, at.end() + _BEHIND) for at in islice(re.finditer(re.escape(thing), text.lower()), _READ)
    )
    found = {one for start, end in near for one in _within(text, start, end, code) if one.thing == thing}
    return sorted(found, key=lambda one: one.start)


def _within(text: str, start: int, end: int, code: str) -> Iterator[Counted]:
    """What is counted in a part of a text: to look for numbers everywhere takes ten times as long."""
    start = max(0, start)
    for found in _numbers(code).finditer(text, start, end):
        number = value(found["n"], code) if found["n"] else 2
        noun = _noun(text, found.end(), code) if number == int(number) > 1 else None
        if noun:
            *between, last = (word[0].lower() for word in noun)
            behind = noun[-1].end()
            yield Counted(last, int(number), found.start(), behind, _whole(found), tuple(between), _after(text, behind))
    for found in _grouped(code).finditer(text, start, end) if words("figures", "groups", code) else ():
        number = value(found["of"] or found["n"], code)
        if number == int(number) > 1:
            group, behind = (found["group"] or found["members"]).lower(), found.end()
            yield Counted(group, int(number), found.start(), behind, _whole(found), (), _after(text, behind))


def _whole(found: re.Match[str]) -> str:
    parts = found.groupdict()
    return next((name for name in ("all", "the", "own", "both") if parts.get(name)), "")


def _after(text: str, end: int) -> str:
    after = _AFTER.match(text, end)
    return after[1].lower() if after else ""


def _noun(text: str, start: int, code: str) -> list[re.Match[str]] | None:
    """The words from a number to the first plural, with nothing in between that ends the phrase."""
    taken: list[re.Match[str]] = []
    while len(taken) < _MOST and text[start : start + 1] == " " and (word := _WORD.match(text, start + 1)):
        name, start = word[0].lower(), word.end()
        if name in words("figures", "no-noun", code):
            return None
        taken.append(word)
        if _is_plural(word[0], code):
            return None if name in _counted_anew(code) else taken
    return None


def _is_plural(word: str, code: str) -> bool:
    """Whether it ends like a noun in the plural, and begins like a noun where those have capitals."""
    name = word.lower()
    ends = name.endswith(words("figures", "plural-endings", code)) and not name.endswith("ss")
    begins = word[0].isupper() or not words("figures", "nouns-begin", code)
    return (ends and begins and len(name) >= _SHORTEST) or name in words("figures", "plural-nouns", code)


@cache
def _counted_anew(code: str) -> frozenset[str]:
    return frozenset(map(str.lower, words("figures", "counted-anew", code)))


@cache
def _telling(code: str) -> tuple[frozenset[str], ...]:
    known = {phrase.split()[0] for key in ("the", "own", "all") for phrase in words("figures", key, code)}
    return (
        frozenset(known),
        frozenset(first_words(code)),
        frozenset(p.split()[0] for p in words("figures", "both", code)),
    )


@cache
def _wholes(code: str) -> re.Pattern[str]:
    """For text in lower case. It asks for the beginnings of number words only, which is quick."""
    before = {phrase.split()[-1] for key in ("the", "own", "all", "of") for phrase in words("figures", key, code)}
    both = {phrase.split()[0] for phrase in words("figures", "both", code)}
    begins = rf"(?:\d|{'|'.join(first_words(code))})"
    return compiled(rf"(?:{'|'.join(sorted(before))})\s{begins}|(?:{'|'.join(sorted(both)) or '(?!)'})\s")


@cache
def _numbers(code: str) -> re.Pattern[str]:
    both = rf"(?P<both>{_any('both', code)})|" if words("figures", "both", code) else ""
    return compiled(
        rf"{_ALONE}(?:{both}(?:{_wholly(code)}\s)?(?<![$£€¥.,:/–-])(?P<n>{number(code)}))(?=\s[^\W\d])", re.IGNORECASE
    )


@cache
def _grouped(code: str) -> re.Pattern[str]:
    groups, of, members = (_any(key, code) for key in ("groups", "of", "group-members"))
    return compiled(
        rf"{_ALONE}(?:{_wholly(code)}\s)?"
        rf"(?:(?P<group>{groups})\s(?:{of})\s(?P<of>{number(code)})(?![\w,.-]*\d|-)"
        rf"|(?P<n>{number(code)})\s(?P<members>{groups})\s(?:{members}))\b",
        re.IGNORECASE,
    )


def _wholly(code: str) -> str:
    own = rf"|(?P<own>{_any('own', code)})" if words("figures", "own", code) else ""
    return rf"(?:(?P<all>{_any('all', code)})|(?P<the>{_any('the', code)}){own})"


def _any(key: str, code: str) -> str:
    """One expression for the phrases of a list, the longest first."""
    return "|".join(map(re.escape, sorted(words("figures", key, code), key=len, reverse=True)))
