"""Labels that state things and are no person, body or document."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.speaking import speaking_slots, weight
from auditor.text.reporting import DOCUMENT_VERBS, SPEECH_VERBS, Statement
from auditor.text.slots import Slot, family
from auditor.text.words import words
from auditor.words import words as listed

_VARIABLE = late(r"\{[^{}]{1,60}\}|<[a-z_ ]{1,60}>")
_PIECE = late(r"[^\W\d_]+|\d+")
_HUMP = late(r"(?<=[a-z])(?=[A-Z])")
_INTRODUCED = late(r"[\"”’'»]?,? (?:by|from) [A-Z]|[\"”’'»]? \(|[\"”’'»]?, (?:an?|the|his|her|their) ")
_CLAUSE_END = late(r"[.!?…:;][\"”’)]*\s")
_JOINTS = frozenset(listed("sources", "joints"))
# English words that stand without an article or are names of people and towns too.
_NOT_ALONE = frozenset(listed("sources", "also-alone"))
_FIRST_NAME = late(rf"(?:^|\s)(?!(?:{'|'.join(listed('sources', 'opens-a-sentence'))})\s)[^\W\d_a-z][\w.’'-]+\s$")
_NAMING = DOCUMENT_VERBS | {"based"}  # with which a label counts whatever follows
_MENTIONS = {"slot": 2, "label": 2, "voice": 1}  # places of a label for each statement; more, and it is a subject
_MOST = 20  # labels
_MOST_SHOWN = 4  # labels and verbs in one message
_MOST_PLACES = 50  # of a label; nobody reads more
_LONGEST = 60  # characters of a label
_MOST_FORMS = 200  # of one, as statements write it: a text in which each source has a number of its own has thousands
_QUOTED_BY_THE_PRESS = frozenset(listed("sources", "quoted-by-the-press"))
_PRESS = frozenset(listed("reporting", "of-papers"))  # the verb of papers, whose names stand in quotation marks too


def detect(
    blocks: Sequence[Block], signals: Signals, *, slots: Lexicon, giving: Lexicon, works: Lexicon, at_least: int
) -> Iterator[Hit]:
    """One hit for each label, at its first place; its other places are related. One for all further slots together.

    Args:
        slots: words of prompts, fields and columns; a label made of them alone is no source.
        giving: participles of giving; beside any noun they make a slot ("the provided passage").
        works: words that introduce or make up titles; a quoted label beside one is a title.
        at_least: times that a label must state something, or slots of any label.
    """
    hits = list(_labels(blocks, signals, (slots, giving, works), at_least))
    yield from hits
    known = {(place.block.start, place.start) for hit in hits for place in (hit.span, *hit.related) if place}
    speaking = speaking_slots(signals)
    if sum(weight(slot, at_least) for slot in speaking) >= at_least:
        yield from _together([slot for slot in speaking if (slot.span.block.start, slot.span.start) not in known])


def _together(found: Sequence[Slot]) -> Iterator[Hit]:
    """One hit for slots of any labels: a family differs in its numbers, and some pages take a new label each time."""
    if found:
        labels = dict.fromkeys(slot.span.text for slot in found)
        facts = {
            "label": '", "'.join(list(labels)[:_MOST_SHOWN]),
            "times": len(found),
            "verbs": ", ".join(list(dict.fromkeys(slot.verb for slot in found))[:_MOST_SHOWN]),
        }
        yield Hit(found[0].span, facts, tuple(slot.span for slot in found[1:_MOST_PLACES]))


def _labels(
    blocks: Sequence[Block], signals: Signals, lists: tuple[Lexicon, Lexicon, Lexicon], at_least: int
) -> Iterator[Hit]:
    """Labels that state things time after time."""
    slots, giving, works = lists
    spoken: dict[str, list[Statement]] = {}
    for statement in signals.statements:
        if statement.content or statement.verb in _NAMING or (statement.quoted and statement.verb == "according"):
            label = statement.label.text
            spoken.setdefault(family(label).replace(" ", "") or label.casefold(), []).append(statement)
    often = [said for said in spoken.values() if len(said) >= at_least]
    suspects = [(said, shape) for said in often if (shape := _shape(said, signals, slots, giving, works))]
    for said, shape in suspects[:_MOST]:
        places = _places(blocks, said)
        known = _is_surname(places) or (shape != "slot" and _is_title(places, works))
        if len(places) <= _MENTIONS[shape] * len(said) and not known and not _is_topic(said, shape, blocks, signals):
            verbs = ", ".join(list(dict.fromkeys(s.verb for s in said))[:_MOST_SHOWN])
            facts = {"label": said[0].label.text, "times": len(places), "verbs": verbs}
            yield Hit(places[0], facts, tuple(places[1:_MOST_PLACES]), needs=at_least)


def _shape(said: Sequence[Statement], signals: Signals, slots: Lexicon, giving: Lexicon, works: Lexicon) -> str:
    """What makes a label suspect: its words, its quotation marks, or that it only ever states quotations."""
    if _is_slot(said, signals, slots, giving):
        return "slot"
    pieces = _pieces(said[0].label.text)
    firm = [s for s in said if s.content and (s.verb in DOCUMENT_VERBS or s.verb == "according")]
    verbs = {s.verb for s in firm if s.quotes} - _PRESS
    label = said[0].label.text
    if len(label) > _LONGEST or (not works.isdisjoint(pieces) and (slots.isdisjoint(pieces) or len(firm) < 4)):
        return ""
    if 2 * sum(s.quoted for s in said) > len(said):
        enough = 2 if any(s.article for s in firm) and len(pieces) > 1 else 3
        return "label" if len(firm) >= enough and len(verbs) >= enough - 1 else ""
    slot = label in slots and label not in _QUOTED_BY_THE_PRESS
    odd = slot or (label[0].isupper() and len(pieces) > 1)
    always = len(firm) == len(said) >= 4 - slot and all(s.quotes for s in firm) and len(verbs) >= 3 - slot
    return "voice" if always and odd else ""


def _is_slot(said: Sequence[Statement], signals: Signals, slots: Lexicon, giving: Lexicon) -> bool:
    """Made of the words of prompts and fields alone."""
    label = said[0].label.text
    pieces = [p for p in _pieces(label) if p not in _JOINTS]
    if _VARIABLE.search(label):
        return True
    given = [p for p in pieces if p not in giving]
    if 0 < len(given) < len(pieces):
        return slots.issuperset(given) or sum(s.content for s in said) > 1
    if not pieces or pieces[0] not in slots or not all(p in slots or p.isdigit() or len(p) == 1 for p in pieces):
        return False
    if any(s.quoted for s in said):
        return True
    if len(pieces) > 1:  # "data sources" in running text may be real ones
        return not label.islower() or any(p.isdigit() for p in pieces) or sum(s.quotes for s in said) > 1
    return _is_name_like(label, said, signals)


def _is_name_like(label: str, said: Sequence[Statement], signals: Signals) -> bool:
    """A capital where the language has none: after an article, or where an English noun would need one."""
    if signals.document.language == "de" or label[0].islower() or any(s.verb in SPEECH_VERBS for s in said):
        return False
    named = any(s.article and not s.label.text[0].islower() for s in said)
    return named or (label.lower() not in _NOT_ALONE and not label.endswith("s"))


def _is_surname(places: Sequence[Span]) -> bool:
    """A single word that somewhere follows a first name."""
    befores = (place.block.text[max(0, place.start - 25) : place.start] for place in places)
    return " " not in places[0].text and any(map(_FIRST_NAME.search, befores))


def _is_title(places: Sequence[Span], works: Lexicon) -> bool:
    """Introduced once in a few mentions, as the title of something that exists is."""
    return 4 * sum(_introduced(place, works) for place in places) >= len(places)


def _introduced(label: Span, works: Lexicon) -> bool:
    text = label.block.text
    before = _CLAUSE_END.split(text[max(0, label.start - 40) : label.start])[-1].strip("\"“„«‘' ")
    near = [piece for piece in _pieces(before) if piece not in _JOINTS][-2:]
    return before.endswith(("'s", "’s")) or not works.isdisjoint(near) or bool(_INTRODUCED.match(text, label.end))


def _pieces(label: str) -> list[str]:
    return _PIECE.findall(_HUMP.sub(" ", label).lower())


def _places(blocks: Sequence[Block], said: Sequence[Statement]) -> list[Span]:
    forms = "|".join(map(re.escape, sorted(dict.fromkeys(s.label.text for s in said[:_MOST_FORMS]))))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    return [Span(b, m.start(), m.end()) for b in blocks for m in pattern.finditer(b.text)]


def _is_topic(said: Sequence[Statement], shape: str, blocks: Sequence[Block], signals: Signals) -> bool:
    """The article is about it, or links to it; a slot leads nowhere, linked or not."""
    wanted = _spaced(said[0].label.text)
    titles = [b.text for b in signals.document.blocks if b.kind in (Kind.HEADING, Kind.TITLE)]
    links = [link.text for b in blocks for link in b.links] if shape != "slot" else []
    return any(wanted in _spaced(text) for text in [signals.document.title or "", *titles, *links])


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "
