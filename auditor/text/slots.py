"""Slots in the place of sources: "Source 2 states", "said Councillor Name", "the provided text does not mention".

A source has a world: it is a person, a body, or a document with a name. What speaks here has none: it is numbered,
bracketed, was given to whoever wrote the sentence, or is the empty place where a name belongs. The words come from
the folders of the languages; the grammar is the same in all that put the speaker beside its verb.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from msgspec import Struct

from auditor.model import Block, Span
from auditor.words import words
from auditor.words.notation import expression

_REACH = 40  # characters beside a slot in which its verb stands
_OPEN, _CLOSE = r"[\"“”„«'‘’\[(]{0,2}", r"[\"”“»'’\])]{0,2}"
_NUMBER = r"(?:\s?#?\d{1,3}|\s(?-i:[A-Z])(?![\w-]|[’']s|\.\w))"
_AS, _PUT = re.compile(r"(?<!\w)[Aa]s\s(?:the\s)?$"), re.compile(r"\s(?:has\s|had\s)?puts?\sit")
_CONTENT = re.compile(r"(?:,?\s(?:that|how))?[,:]?\s?[\"“„«]|,?\s(?:that|how)(?!\w)|:|,")
# A numbered slot that is a subject at all speaks: "Passage 4 goes further".
_ANY_VERB = re.compile(r"\s(?:\w{2,14}ly\s)?((?!(?:is|was|has|its|his|as|us|this)\s)[a-z]{2,14}(?:s|ed))\s")
_INVERTED = r"[,.!?…][\"”»'’]{1,2}\s|,\s"


_EMPTY = frozenset({"unfilled", "bracketed"})
_FIRST = frozenset({"last", "first", "full"})
_SIGNS = frozenset("[{<_")


class Slot(Struct, frozen=True):
    """A slot that is said to state something."""

    span: Span
    kind: str  # numbered, bracketed, unfilled, given, identifier, compound
    family: str  # what slots share that differ in number or spelling
    verb: str  # with which it speaks, or the words that introduce it
    negated: bool  # "does not mention"
    firm: bool  # a clause, a quotation or a colon follows, or the slot itself follows "according to"


def slots(block: Block) -> Iterator[Slot]:
    """The slots of a block that speak, in order."""
    for found in _slot().finditer(block.text):
        kind = found.lastgroup or ""
        if kind in _EMPTY and not _is_empty(found[kind], bracketed=kind == "bracketed"):
            continue
        spoken = _spoken(block.text, found)
        if spoken:
            verb, negated, firm = spoken
            yield Slot(Span(block, *found.span(kind)), kind, family(found[kind]), verb, negated, firm)


def family(label: str) -> str:
    """A label without what differs among members of one family: number, case, hyphens, humps."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return " ".join(re.findall(r"[^\W\d_]{2,}", spaced)).casefold()


def _spoken(text: str, found: re.Match[str]) -> tuple[str, bool, bool] | None:
    """The verb with which a slot speaks, after it or before, or the words that introduce it; negated; firm."""
    before = text[max(0, found.start() - _REACH) : found.start()]
    if after := _after().match(text, found.end()):
        firm = _CONTENT.match(text, after.end()) or _AS.search(before)
        return after["verb"].lower(), bool(after["negated"]), bool(firm)
    if _is_numbered(found[0]) and (any_verb := _ANY_VERB.match(text, found.end())):
        return any_verb[1], False, False
    if led := _before().search(before):
        return (led["verb"] or led["led"]).lower(), False, True
    return ("put", False, True) if _AS.search(before) and _PUT.match(text, found.end()) else None


def _is_numbered(label: str) -> bool:
    return any(c.isdigit() for c in label) and not label.lstrip("\"“'‘[(").islower()


def may_hold(text: str, found: Collection[str]) -> bool:
    """Whether a text with these words can hold a slot; spares most texts the search."""
    if not _SIGNS.isdisjoint(text):
        return True
    nouns = _listed("text").intersection(found)
    if len(nouns) > 1 or (nouns and not _listed("given").isdisjoint(found)):
        return True
    if not _listed("unfilled").isdisjoint(found):
        return True
    numbered = any(word.isdigit() or len(word) == 1 for word in found)
    return numbered and not _speakers().isdisjoint(found)


def _is_empty(label: str, *, bracketed: bool) -> bool:
    """Whether it is the place of a name: a role before "Name" (Ann Name may exist), between brackets that alone."""
    told = [word.lower() for word in re.findall(r"[^\W\d_]+", label)]
    places = [word in _listed("roles") or word in _listed("text") or word in _FIRST for word in told]
    if not bracketed:
        return places[0]
    return any(places) and (
        "{" in label or all(place or word in _listed("unfilled") for place, word in zip(places, told, strict=True))
    )


@cache
def _speakers() -> frozenset[str]:
    return _listed("numbered") | _listed("people") | {"search"}


@cache
def _slot() -> re.Pattern[str]:
    text, given, numbered = (_either(key) for key in ("text", "given", "numbered"))
    role = _either("roles")
    people, texts = ("|".join(word.capitalize() for word in words("prompted", key)) for key in ("people", "text"))
    compound = "|".join(map(expression, words("prompted", "compounds")))
    kinds: Mapping[str, str] = {
        "identifier": rf"(?-i:[A-Z]{{3,}}_\d{{1,3}})|(?:{text}|{role})_(?:\w{{1,20}})",
        "bracketed": r"\[[^\W\d_][\w .'’/-]{1,40}\]|\{\{?\s?[^\W\d_][\w .'’-]{1,40}\}\}?|<[a-z][a-z_ ]{2,40}>",
        "unfilled": rf"(?-i:[A-Z])\w{{1,15}}\.?(?:\s(?-i:[A-Z])\w{{1,15}}\.?){{0,2}}\s(?-i:[A-Z])(?<=[NSLF])"
        rf"(?:{'|'.join(w[1:] for w in words('prompted', 'unfilled'))})",
        "given": rf"(?:{given})\s(?:[a-z]{{3,12}}\s)?(?:{text})|(?:{text})\s(?:provided|given|supplied)",
        "compound": rf"(?:{compound}|(?-i:(?:{texts})\s(?:{texts})))(?:{_NUMBER})?",
        "numbered": rf"(?:(?:{numbered})|(?-i:(?:[A-Z][a-z]+\s)?(?:{people})))(?:{_NUMBER})",
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
    led = "|".join(
        expression(phrase) for phrase in words("prompted", "introductions") if " " in phrase or phrase == "per"
    )
    verbs = _either("saying")
    return re.compile(
        rf"(?:(?<!\w)(?P<led>{led})|(?:{_INVERTED})(?P<verb>{verbs}))\s(?:the\s|an?\s)?[\"“„«'‘\[]{{0,2}}$",
        re.IGNORECASE,
    )


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(words("prompted", key))


def _either(key: str) -> str:
    return "|".join(sorted(map(re.escape, words("prompted", key)), key=len, reverse=True))
