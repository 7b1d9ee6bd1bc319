"""Slots in the place of sources: "Source 2 states", "said Councillor Name", "the provided text does not mention".

A source has a world: it is a person, a body, or a document with a name. What speaks here has none: it is numbered,
bracketed, was given to whoever wrote the sentence, or is the empty place where a name belongs. The words come from
the folders of the languages; the grammar is the same in all that put the speaker beside its verb.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from auditor.model import Block, Span
from auditor.words import words
from auditor.words.notation import expression

_REACH = 40  # characters beside a slot in which its verb stands
_OPEN, _CLOSE = r"[\"“”„«'‘’\[(]{0,2}", r"[\"”“»'’\])]{0,2}"
_NUMBER = r"(?:\s?#?\d{1,3}|\s[A-Z](?![\w.’'-]))"
_INVERTED = r"[,.!?…][\"”»'’]{1,2}\s|,\s"


class Slot(Struct, frozen=True):
    """A slot that is said to state something."""

    span: Span
    kind: str  # numbered, bracketed, unfilled, given, identifier, compound
    family: str  # what slots share that differ in number or spelling
    verb: str  # with which it speaks, or the words that introduce it
    negated: bool  # "does not mention"


def slots(block: Block) -> Iterator[Slot]:
    """The slots of a block that speak, in order."""
    for found in _slot().finditer(block.text):
        kind = found.lastgroup or ""
        if kind == "unfilled" and not _is_unfilled(found[0]):
            continue
        spoken = _spoken(block.text, found)
        if spoken:
            verb, negated = spoken
            yield Slot(Span(block, *found.span(kind)), kind, family(found[kind]), verb, negated)


def family(label: str) -> str:
    """A label without what differs among members of one family: number, case, hyphens, humps."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return " ".join(re.findall(r"[^\W\d_]{2,}", spaced)).casefold()


def _spoken(text: str, found: re.Match[str]) -> tuple[str, bool] | None:
    """The verb with which a slot speaks, after it or before, or the words that introduce it."""
    if after := _after().match(text, found.end()):
        return after["verb"].lower(), bool(after["negated"])
    before = text[max(0, found.start() - _REACH) : found.start()]
    if led := _before().search(before):
        return (led["verb"] or led["led"]).lower(), False
    if _as().search(before) and _put().match(text, found.end()):
        return "put", False
    return None


def _is_unfilled(label: str) -> bool:
    """Whether what stands before "Name" is a role: Ann Name may exist."""
    first = re.findall(r"[^\W\d_]+", label)[0].lower()
    return first in _listed("roles") or first in _listed("text") or first in {"last", "first", "full", "source"}


@cache
def _slot() -> re.Pattern[str]:
    text, given, numbered = (_either(key) for key in ("text", "given", "numbered"))
    role, unfilled = _either("roles"), _either("unfilled")
    compound = "|".join(map(expression, words("slots", "compounds")))
    kinds: Mapping[str, str] = {
        "identifier": rf"(?-i:[A-Z]{{3,}}_\d{{1,3}})|(?:{text}|{role})_(?:\w{{1,20}})",
        "bracketed": r"\[[^\W\d_][\w .'’/-]{1,40}\]|\{\{?\s?[^\W\d_][\w .'’-]{1,40}\}\}?|<[a-z][a-z_ ]{2,40}>",
        "unfilled": rf"(?-i:[A-Z])\w{{1,15}}\.?(?:\s(?-i:[A-Z])\w{{1,15}}\.?){{0,2}}\s(?-i:[A-Z])(?<=[NSLF])"
        rf"(?:{'|'.join(w[1:] for w in words('slots', 'unfilled'))})",
        "given": rf"(?:{given})\s(?:[a-z]{{3,12}}\s)?(?:{text})|(?:{text})\s(?:provided|given|supplied)",
        "compound": rf"(?:{compound})(?:{_NUMBER})?",
        "numbered": rf"(?:(?:{numbered})|(?-i:(?:[A-Z][a-z]+\s)?(?:Expert|Speaker|Analyst|Spokesperson)))(?:{_NUMBER})",
    }
    groups = "|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"(?<![\w@#/]){_OPEN}(?:{groups})(?!\w){_CLOSE}", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    between = rf"(?:\w{{2,14}}ly|{_either('between')})"
    return re.compile(
        rf"(?:\s{between}){{0,3}}(?P<negated>n['’]t|\snot|\snever)?(?:\s{between}){{0,2}}"
        rf"\s(?P<verb>{_either('saying')})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    led = "|".join(expression(phrase) for phrase in words("slots", "introductions") if " " in phrase or phrase == "per")
    verbs = _either("saying")
    return re.compile(
        rf"(?:(?<!\w)(?P<led>{led})|(?:{_INVERTED})(?P<verb>{verbs}))\s(?:the\s|an?\s)?[\"“„«'‘\[]{{0,2}}$",
        re.IGNORECASE,
    )


@cache
def _as() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)as\s(?:the\s)?$", re.IGNORECASE)


@cache
def _put() -> re.Pattern[str]:
    return re.compile(r"\s(?:has\s|had\s)?puts?\sit", re.IGNORECASE)


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("slots", key))


def _either(key: str) -> str:
    return "|".join(sorted(map(re.escape, words("slots", key)), key=len, reverse=True))
