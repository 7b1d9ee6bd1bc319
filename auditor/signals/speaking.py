"""Slots of prompts and templates that speak where a source should: which of them count, and how much."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.model import Kind
from auditor.text.slots import Slot, family
from auditor.text.words import words
from auditor.words import words as listed

if TYPE_CHECKING:
    from auditor.signals import Signals

_ALONE = frozenset({"unfilled", "bracketed"})  # an empty place that speaks is proof by itself
_MOST_MENTIONS = 3  # of a label for each time that it speaks; more, and it is what the text is about
_EXPLAINED = 3  # words of the trade; fewer stand in any text about computers
_HIDDEN = 2
_MOST_LABELS = 50  # that are looked for in the text; nobody takes more


def unexplained(found: Sequence[Slot], signals: "Signals") -> list[Slot]:
    """Those that the text neither explains nor introduces. Where it hides names, numbered people are theirs."""
    if not found:
        return []  # nearly every text
    trade, hides = _uses("explains", signals) >= _EXPLAINED, _uses("hides", signals) >= _HIDDEN
    speaks = Counter(slot.span.text.casefold() for slot in found)
    introduced = {label for label in list(speaks)[:_MOST_LABELS] if _is_introduced(label, speaks[label], signals)}
    return [
        slot
        for slot in found
        if slot.kind in _ALONE
        or (not hides if _is_person(slot) else not trade and slot.span.text.casefold() not in introduced)
    ]


def weight(slot: Slot, alone: int) -> float:
    """An empty place that speaks counts as `alone` slots, one of common words as half of one."""
    if slot.kind in _ALONE:
        return alone
    last = slot.family.rpartition(" ")[2]
    named = any(c.isdigit() for c in slot.span.text) or not slot.span.text.islower()
    if named and slot.kind != "given":
        return 1
    common = listed("prompted", "common-given" if slot.kind == "given" else "common-pairs")
    return 1 if last not in common and (slot.firm or slot.negated) else 0.5


def _is_person(slot: Slot) -> bool:
    return slot.kind == "identifier" or slot.family.rpartition(" ")[2] in listed("prompted", "people")


def _uses(key: str, signals: "Signals") -> int:
    told = frozenset(listed("prompted", key))
    return sum(word in told for word in signals.prose_words)


def _is_introduced(label: str, speaks: int, signals: "Signals") -> bool:
    """Whether a heading or title holds a label, a line opens with it, or it stands about without speaking."""
    bare = f" {family(label)} "
    titles = (b for b in signals.document.blocks if b.kind in (Kind.HEADING, Kind.TITLE))
    if bare.strip() and any(bare in f" {' '.join(words(block.text))} " for block in titles):
        return True
    opening = (f"{label}:", f"{label} –", f"{label}.")
    texts = [block.text.casefold() for block in signals.body]
    return (
        any(text.startswith(opening) for text in texts) or sum(t.count(label) for t in texts) > _MOST_MENTIONS * speaks
    )
