"""Two measures of one thing: an eleven-storey tower, later "the nine-storey tower"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import HEADING, ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import changes, is_corrected
from auditor.text.numerals import number, value
from auditor.words import words
from auditor.words.notation import either

_READ = (PARAGRAPH, ITEM, HEADING)
_MOST = 200  # measures that are looked at: a text with more is a list of them
_TWO = 2  # measures; of three or more each is of a model of its own
_BEFORE, _BEHIND = 24, 24  # characters about the hyphen in which the measure stands
_JOINED = late(r"-(?<=\w-)[a-z]{3,12}\s[a-z]{3}")  # begins with what few texts have, and is found by it


class Measured(NamedTuple):
    """A thing with a measure, where it stands."""

    unit: str
    thing: str
    amount: float
    is_known: bool
    span: Span


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each thing that is known by a measure which stands nowhere else, and had another before."""
    code = signals.document.language or ""
    if not words("figures", "measured-anew", code):
        return
    found: defaultdict[tuple[str, str], list[Measured]] = defaultdict(list)
    read = (block for block in blocks if block.kind in _READ)
    told = (one for block in read for one in (*_sentences(block, signals, code), *_measured(block, code)))
    for one in islice(told, _MOST):
        found[one.unit, one.thing].append(one)
    for first, *said in found.values():
        later = next((one for one in said if one.amount != first.amount), None)
        is_alone = len({one.amount for one in (first, *said)}) == _TWO
        is_new = later and is_alone and later.is_known and not first.is_known
        if later and is_new and not _is_other(first, later, blocks, signals, code):
            facts = {"thing": later.thing, "one": first.span.text, "other": later.span.text}
            yield Hit(later.span, facts, (first.span,))


def _measured(block: Block, code: str) -> Iterator[Measured]:
    """Measures with a hyphen; looked for only about hyphens, as a number may begin anywhere."""
    for near in _JOINED.finditer(block.text):
        for found in _form(code).finditer(block.text, max(0, near.start() - 1 - _BEFORE), near.end() + _BEHIND):
            unit, thing = found["unit"].lower(), found["thing"].lower()
            if thing not in words("figures", "measured-anew", code):
                span = Span(block, found.start("n"), found.end())
                yield Measured(unit, thing, value(found["n"], code), bool(found["the"]), span)


def _sentences(block: Block, signals: Signals, code: str) -> Iterator[Measured]:
    """Somebody is jailed for four years: that is a four-year sentence."""
    may_hold = not signals.vocabulary_of(block).isdisjoint(words("figures", "jails", code))
    for found in _sentenced(code).finditer(block.text) if may_hold else ():
        span = Span(block, *found.span())
        yield Measured(
            found["unit"].lower(),
            words("figures", "sentence", code)[0],
            value(found["n"], code),
            is_known=False,
            span=span,
        )


def _is_other(first: Measured, later: Measured, blocks: Sequence[Block], signals: Signals, code: str) -> bool:
    """Whether the second may be of another thing or time, or is quoted or corrected."""
    amount = later.span.text.split("-")[0].lower()
    often = sum(block.text.lower().count(f"{amount}{mark}{later.unit}") for block in blocks for mark in "- ")
    quoted = any(map(signals.quoted, (first.span, later.span))) or is_corrected(signals)
    within = first.span.block, later.span.block
    behind = later.span.block.text[later.span.end :].split(maxsplit=1)[:1]
    narrowed = any(word in words("figures", "narrows", code) for word in behind)
    return (
        often > 1
        or quoted
        or narrowed
        or changes(later.thing, blocks, within, ("changes", "of-another-measure"), signals)
    )


@cache
def _form(code: str) -> re.Pattern[str]:
    known = "|".join(words("figures", "the", code))
    return compiled(
        rf"(?:\b(?P<the>{known})\s)?(?<![\w$£€¥.,:/–-])(?P<n>{number(code)})-(?P<unit>[a-z]{{3,12}})\s(?P<thing>[a-z]{{3,24}})\b",
        re.IGNORECASE,
    )


@cache
def _sentenced(code: str) -> re.Pattern[str]:
    jailed = either(words("figures", "jailed", code))
    return compiled(rf"\b(?:{jailed})\s(?P<n>{number(code)})\s(?P<unit>[a-z]{{3,12}}?)s?\b", re.IGNORECASE)
