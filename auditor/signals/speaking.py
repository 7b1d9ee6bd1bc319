"""Slots of prompts and templates that speak where a source should: which of them count, and how much."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.model import Kind
from auditor.signals.subjects import is_subject
from auditor.text.reporting import SPEECH_VERBS
from auditor.text.slot_forms import EMPTY, is_role
from auditor.text.slots import Slot, family
from auditor.text.words import words
from auditor.words import words as listed
from auditor.world.names import given_names

if TYPE_CHECKING:
    from auditor.signals import Signals

_MOST_MENTIONS = 3  # of a label for each time that it speaks; more, and it is what the text is about
_EXPLAINED = 3  # words of the trade; fewer stand in any text about computers
_HIDDEN = 2
_GIVEN = ("given ", "provided ", "supplied ")  # as lessons give texts, too; nobody but a machine gets them pasted
_MOST_DEFINITE = 6  # times that a thing is named which nothing introduces
_MOST_LABELS = 50  # that are looked for in the text; nobody takes more


def speaking_slots(signals: "Signals") -> list[Slot]:
    """Those of a document that count; two rules ask for them."""
    return signals.once("slots that speak", lambda: unexplained(signals.slots, signals))


def unexplained(found: Sequence[Slot], signals: "Signals") -> list[Slot]:
    """Those that the text neither explains nor introduces. Where it hides names, numbered people are theirs."""
    if not found:
        return []  # nearly every text
    trade, hidden = explains(signals), _uses("hides", signals)
    named = [word for slot in found if slot.kind == "nobody" for word in words(slot.span.text)]
    own = sum(word in listed("sources", "hides") for word in named)
    speaks = Counter(slot.span.text.casefold() for slot in found)
    introduced = {label for label in list(speaks)[:_MOST_LABELS] if is_introduced(label, speaks[label], signals)}

    def counts(slot: Slot) -> bool:
        if slot.kind in EMPTY:
            if slot.span.text[0] in "{<[" and is_subject((*signals.titles, *signals.body), signals, "slots"):
                return False
            return slot.kind == "bracketed" or is_role(slot.span.text) or _is_unheard_of(slot)
        if slot.kind == "nobody":
            return hidden - own < _HIDDEN and not _is_grouped(slot, signals) and not _is_borne(slot, signals)
        if _is_person(slot):
            return hidden < (1 if _is_counted(slot) else _HIDDEN) and not has_fellows(slot.family, signals)
        new = slot.span.text.casefold() not in introduced
        return not trade and new and (slot.kind != "definite" or not _is_explained(slot.family, signals))

    return [slot for slot in found if counts(slot)]


def explains(signals: "Signals") -> bool:
    """Whether a text is about the texts that models are given."""
    return _uses("explains", signals) >= _EXPLAINED


def hides(signals: "Signals") -> bool:
    """Whether it speaks of people whose names are hidden, or says what takes the place of these."""
    return _uses("hides", signals) >= _HIDDEN or _gives_numbers(signals)


def _gives_numbers(signals: "Signals") -> bool:
    code = signals.document.language or ""
    instead, names = (frozenset(listed("sources", key, code)) for key in ("stands-for-names", "names"))
    return bool(names) and any(
        not instead.isdisjoint(said) and not names.isdisjoint(said)
        for block in signals.body
        if not names.isdisjoint(signals.vocabulary_of(block))
        for said in signals.sentence_words(block)
    )


def _is_unheard_of(slot: Slot) -> bool:
    """A trade before "Name" that nobody listed: no first name, and it speaks as people do."""
    first = slot.span.text.split()[0]
    return slot.verb in SPEECH_VERBS and not first.endswith(".") and first.casefold() not in given_names()


def _is_grouped(slot: Slot, signals: "Signals") -> bool:
    """Whether the text has several of those who hide their names: "the respondents"."""
    hiding = frozenset(listed("sources", "hides"))
    said = signals.once("words of the prose", lambda: frozenset(signals.prose_words))
    return any(word in hiding and f"{word}s" in said for word in words(slot.span.text))


def has_fellows(label: str, signals: "Signals") -> bool:
    """Whether it is somebody of a kind that reports number ("Resident 7"), and the text speaks of several of them."""
    kind = label.rpartition(" ")[2]
    said = signals.once("words of the prose", lambda: frozenset(signals.prose_words))
    return kind in listed("sources", "counted") and f"{kind}s" in said


def _is_borne(slot: Slot, signals: "Signals") -> bool:
    """Whether a role is somebody's name: "Ann Resident", "Mr. Speaker"."""
    label = slot.span.text
    if label[-1] == ")" or not label[0].isupper():
        return False
    if label.split()[0].casefold() in given_names():
        return True
    return signals.once(("borne", label), lambda: _bears(label, signals))


def _bears(label: str, signals: "Signals") -> bool:
    """Whether the text says it behind a name other than its own first word."""
    name = re.compile(rf"(?<![^\W\d_])[A-Z][\w’'-]{{1,20}}\.?\s{re.escape(label.rsplit(maxsplit=1)[-1])}\b")
    return any(found[0] != label for block in signals.body for found in name.finditer(block.text))


def _is_explained(noun: str, signals: "Signals") -> bool:
    return signals.once(("explained", noun), lambda: _explains(noun, signals))


def _explains(noun: str, signals: "Signals") -> bool:
    """Whether a passage is introduced somewhere ("a passage", "the passage from", "Lee's passage"), or a subject."""
    before, after = (frozenset(listed("sources", key)) for key in ("introducing", "belongs-to"))
    told = [word.removesuffix("s") if word == f"{noun}s" else word for word in signals.prose_words]
    places = [i for i, word in enumerate(told) if word == noun]
    beside = ((told[max(0, i - 3) : i], told[i + 1 : i + 2]) for i in places)
    return len(places) > _MOST_DEFINITE or any(
        not before.isdisjoint(ahead) or any(word.endswith(("'s", "’s")) for word in ahead) or after.intersection(behind)
        for ahead, behind in beside
    )


def weight(slot: Slot, alone: int) -> float:
    """An empty place or a text of the reader's counts as `alone` slots, one of common words as half of one."""
    if slot.kind in EMPTY or slot.kind == "addressed":
        return alone
    if slot.kind in ("definite", "nobody", "file"):
        return 1  # nothing introduced it
    last = slot.family.rpartition(" ")[2]
    named = any(c.isdigit() for c in slot.span.text) or not slot.span.text.islower()
    if named and slot.kind != "given":
        return 1
    common = listed("sources", "common-given" if slot.kind == "given" else "common-pairs")
    loaded = slot.kind == "given" and not slot.family.startswith(_GIVEN)
    loaded = loaded or (slot.kind == "compound" and slot.family.partition(" ")[0] in listed("sources", "fed"))
    return 1 if last not in common and (slot.firm or slot.negated or loaded) else 0.5


def _is_counted(slot: Slot) -> bool:
    """Whether courts and studies number such people: one word of theirs tells then."""
    return slot.family.rpartition(" ")[2] in listed("sources", "counted")


def _is_person(slot: Slot) -> bool:
    last = slot.family.rpartition(" ")[2]
    return slot.kind == "identifier" or any(last in listed("sources", key) for key in ("people", "counted"))


def _uses(key: str, signals: "Signals") -> int:
    told = frozenset(listed("sources", key))
    return signals.once(("uses", key), lambda: sum(map(told.__contains__, signals.prose_words)))


def is_introduced(label: str, speaks: int, signals: "Signals") -> bool:
    """Whether a heading or title holds a label, a line opens with it, or it stands about without speaking."""
    bare = f" {family(label)} "
    if bare.strip() and any(bare in title for title in signals.once("titles in words", lambda: _titles(signals))):
        return True
    opening = (f"{label}:", f"{label} –", f"{label}.")
    texts = signals.once("texts without case", lambda: [block.text.casefold() for block in signals.body])
    return (
        any(text.startswith(opening) for text in texts) or sum(t.count(label) for t in texts) > _MOST_MENTIONS * speaks
    )


def _titles(signals: "Signals") -> list[str]:
    """The words of headings and titles, each between blanks."""
    titles = (block for block in signals.document.blocks if block.kind in (Kind.HEADING, Kind.TITLE))
    return [f" {' '.join(words(block.text))} " for block in titles]
