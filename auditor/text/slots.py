"""Slots in the place of sources: "Source 2 states", "said Councillor Name", "the provided text does not mention".

A source has a world: it is a person, a body, or a document with a name. What speaks here has none: it is numbered,
bracketed, was given to whoever wrote the sentence, or is the empty place where a name belongs. The words come from
the folders of the languages; the grammar is the same in all that put the speaker beside its verb.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from msgspec import Struct

from auditor.expressions import compiled, late
from auditor.model import Block, Span
from auditor.remembering import remembered
from auditor.text.beside_verbs import REACH, SET_IN, is_led, next_verb
from auditor.text.introduced import is_called_so, is_presented
from auditor.text.nobody import may_be_vague, may_speak, nobody
from auditor.text.slot_forms import EMPTY, Telling, either, is_empty, listed, possible, slot
from auditor.words import words
from auditor.words.notation import expression

_REACH = 40  # characters before a slot in which its verb stands
_AS, _PUT = late(r"(?<!\w)[Aa]s\s(?:the\s)?$"), late(r"\s(?:has\s|had\s)?puts?\sit")
_TO_WHOM = r"(?:\s(?:us|me|reporters|(?:the|this|a)\s\w{3,14}))?"  # "told the hearing that"
_CONTENT = late(rf"{_TO_WHOM}(?:(?:,?\s(?:that|how))?[,:]?\s?[\"“„«]|,?\s(?:that|how)(?!\w)|:|,)")
_SAYS_SOON = late(r"(?:\s\w{1,12}){1,4}:\s?[\"“„«]")  # "puts it like this: "
_SAID = late(r"[\"”»’'],?\s(?:the\s)?$")
# A numbered slot that is a subject at all speaks: "Passage 4 goes further".
_ANY_VERB = late(
    r"\s(?:\w{2,14}ly\s)?((?!(?:is|was|has|its|his|as|us|this)\s)[a-z]{2,14}(?:s|ed)"
    rf"|{'|'.join(words('sources', 'irregular'))})(?=[\s:])"
)
_INVERTED = r"[,.!?…][\"”»'’]{1,2}\s|,\s"
_TITLED = late(r"\s(?:[A-Z]\w{0,14}\.?\s){1,2}[\[{<(]?$")  # "said Dr. [Name]"


_NAMES = frozenset({"numbered", "listed", "heading"})  # that somebody or something may bear


class Slot(Struct, frozen=True):
    """A slot that is said to state something."""

    span: Span
    kind: str  # a group of `slot_forms.slot`
    family: str  # what slots share that differ in number or spelling
    verb: str  # with which it speaks, or the words that introduce it
    negated: bool  # "does not mention"
    firm: bool  # a clause, a quotation or a colon follows, or the slot itself follows "according to"


_Speaking = tuple[tuple[int, int], str, str, str, bool, bool]


def slots(block: Block, told: Sequence[str], vocabulary: AbstractSet[str], telling: Telling) -> Iterator[Slot]:
    """The slots that speak of a block with these words, in order; `vocabulary`: each of the words once.

    `telling`: what its document holds of the words that tell of slots.
    """
    kinds, nobodies = possible(block.text, told, vocabulary, telling), may_speak(vocabulary)
    vague = nobodies and may_be_vague(vocabulary)
    for (start, end), kind, family_, verb, negated, firm in (
        _speaking(block.text, kinds, nobodies, vague) if kinds or nobodies else ()
    ):
        yield Slot(Span(block, start, end), kind, family_, verb, negated, firm)


@remembered
def _speaking(text: str, kinds: frozenset[str], nobodies: bool, vague: bool) -> list[_Speaking]:
    """The slots of a text that may hold some: where they stand, and the rest of what a `Slot` says."""
    return [*(_nobodies(text, vague) if nobodies else ()), *(_named(text, kinds) if kinds else ())]


def _named(text: str, kinds: frozenset[str]) -> Iterator[_Speaking]:
    for found in slot(kinds).finditer(text):
        kind = found.lastgroup or ""
        if kind in EMPTY and not is_empty(found[kind], bracketed=kind == "bracketed"):
            continue
        if kind in _NAMES and _is_a_name(text, *found.span(kind)):
            continue
        spoken = _spoken(text, found)
        if spoken and (kind != "listed" or _is_of_people(spoken[0])):
            yield found.span(kind), kind, family(found[kind]), *spoken


def _is_a_name(text: str, start: int, end: int) -> bool:
    """Whether the sentence says who goes by it; without a number it may be the name of a firm or a magazine."""
    led = is_led(text[max(0, start - REACH) : start], "en")
    named = not text[end - 1].isdigit() and not led and is_presented(text, end, "en")
    return named or is_called_so(text, start, end)


def _is_of_people(verb: str) -> bool:
    """Whether none but people do it: points and samples may say and show something."""
    return verb in listed("only-people") or " quoted" in verb


def _nobodies(text: str, vague: bool) -> Iterator[_Speaking]:
    """Those who stand behind a quotation in the place of a speaker."""
    for found in nobody(vaguely=vague).finditer(text):
        group = "who" if found["who"] else "subject"
        yield found.span(group), "nobody", family(found[group]), (found["verb"] or found["said"]).lower(), False, True


def family(label: str) -> str:
    """A label without what differs among members of one family: number, case, hyphens, humps."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label)
    return " ".join(re.findall(r"[^\W\d_]{2,}", spaced)).casefold()


def _spoken(text: str, found: re.Match[str]) -> tuple[str, bool, bool] | None:
    """The verb with which a slot speaks, after it or before, or the words that introduce it; negated; firm."""
    before = text[max(0, found.start() - _REACH) : found.start()]
    if found.lastgroup == "bracketed":
        before = _TITLED.sub(" ", before)
    end = found.end()
    after = _after().match(text, end)
    if not after and (beside := (_beside() if found.lastgroup in EMPTY else SET_IN).match(text, end)):
        end = beside.end()
        after = _after().match(text, end)
    if after:
        return after["verb"].lower(), bool(after["negated"]), _is_firm(text, before, after.end())
    if found.lastgroup != "listed" and _is_numbered(found) and (any_verb := _ANY_VERB.match(text, end)):
        return any_verb[1], False, _is_firm(text, before, any_verb.end(1))
    verb = next_verb(text[end : end + REACH], "en") if found.lastgroup == "bracketed" else ""
    if verb and _is_firm(text, before, text.find(verb, end) + len(verb)):
        return verb, False, True
    if led := _before(empty=found.lastgroup in EMPTY).search(before):
        return (led["verb"] or led["led"]).lower(), False, True
    return ("put", False, True) if _AS.search(before) and _PUT.match(text, found.end()) else None


def _is_firm(text: str, before: str, end: int) -> bool:
    """Whether what is said follows its verb, stands before the slot, or the slot is led in by "as"."""
    if _CONTENT.match(text, end) or _AS.search(before) or _SAYS_SOON.match(text, end):
        return True
    return bool(_SAID.search(before)) or (before.endswith(", ") and text[end : end + 1] in ".,")


def _is_numbered(found: re.Match[str]) -> bool:
    """Whether a label with a number or letter is surely no union, prize or product that has one, too."""
    label = found[0].strip("\"“”„'‘’[]()")
    told = re.findall(r"[^\W\d_]+", label.lower())
    counted = label[-1].isdigit() or (len(told) > 1 and len(told[-1]) == 1)
    return counted and not label.islower() and (" " in label.rpartition(" ")[0] or listed("counted").isdisjoint(told))


@cache
def _after() -> re.Pattern[str]:
    between = rf"(?:\w{{2,14}}ly|{either('between')})"
    return compiled(
        rf"(?:\s{between}){{0,3}}(?P<negated>n['’]t|\snot|\snever)?(?:\s{between}){{0,2}}"
        rf"\s(?P<verb>{_verbs()}|{'|'.join(map(expression, words('sources', 'is-quoted')))})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _before(*, empty: bool) -> re.Pattern[str]:
    """What introduces a slot; before the place of a name a verb alone does, elsewhere it may have another subject."""
    led = "|".join(map(expression, (*words("sources", "introductions"), *words("reporting", "according"))))
    opens, verbs = (r"(?<!\w)", "|".join(words("reporting", "people"))) if empty else (_INVERTED, _verbs())
    return compiled(
        rf"(?:(?<!\w)(?P<led>{led})|(?:{opens})(?P<verb>{verbs}))\s(?:the\s|an?\s)?[\"“„«'‘\[]{{0,2}}$",
        re.IGNORECASE,
    )


@cache
def _beside() -> re.Pattern[str]:
    """Whose place it is: "[Expert Name], a biologist, says"."""
    return compiled(
        rf",\s[^.,;:!?\n]{{2,60}},|\s(?:of|from|at)\s(?:(?!\s(?:and|or|but)\s)[^.,;:!?\n]){{2,40}}?(?=\s(?:{_verbs()})(?!\w))"
    )


@cache
def _verbs() -> str:
    people = (*words("reporting", "documents"), *words("reporting", "people"))
    return "|".join(sorted({either("saying"), *map(re.escape, people)}))
