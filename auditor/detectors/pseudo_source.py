"""Labels that state things and are no person, body or document."""

import re
from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.reporting import DOCUMENT_VERBS, Statement
from auditor.text.words import words

_IDENTIFIER = re.compile(r"[\[{<]{1,2}[^\]}>]{1,60}[\]}>]{1,2}|[^\W_]+(?:_[^\W_]+)+")
_PIECE = re.compile(r"[^\W\d_](?:[^\W\d_]|-(?=\w))*|\d+")
_INTRODUCED = re.compile(r"[\"”’'»]?,? (?:by|from) [A-Z]|[\"”’'»]? \(|[\"”’'»]?, (?:an?|the|his|her|their) ")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\s")
_JOINTS = frozenset("de di da do du of des del der the a no nr vol".split())
_MASS = frozenset("data information info material materials content background evidence".split())


def detect(
    blocks: Sequence[Block], signals: Signals, *, slots: Lexicon, giving: Lexicon, works: Lexicon, at_least: int
) -> Iterator[Hit]:
    """One hit for each label, at its first place; its other places are related.

    Args:
        slots: words of prompts, fields and columns; a label made of them alone is no source.
        giving: participles of giving; beside any noun they make a slot ("the provided passage").
        works: words that introduce or make up titles; a quoted label beside one is a title.
        at_least: times that a label must state something.
    """
    spoken: dict[str, list[Statement]] = {}
    for statement in signals.statements:
        if statement.content or statement.verb in DOCUMENT_VERBS:
            spoken.setdefault(statement.label.text.casefold(), []).append(statement)
    for said in spoken.values():
        if len(said) >= at_least and (_is_slot(said, signals, slots, giving) or _is_no_title(said, works)):
            places = _places(blocks, said)
            if len(places) <= 2 * len(said) and not _is_topic(said[0].label.text, blocks, signals):
                verbs = ", ".join(list(dict.fromkeys(s.verb for s in said))[:4])
                facts = {"label": said[0].label.text, "times": len(places), "verbs": verbs}
                yield Hit(places[0], facts, tuple(places[1:]))


def _is_slot(said: Sequence[Statement], signals: Signals, slots: Lexicon, giving: Lexicon) -> bool:
    label = said[0].label.text
    pieces = [p for p in _PIECE.findall(label.lower()) if p not in _JOINTS]
    if _IDENTIFIER.fullmatch(label):
        return True
    if len(pieces) > 1 and giving.intersection(pieces):
        return True
    if not pieces or not all(p in slots or p.isdigit() or len(p) == 1 for p in pieces) or pieces[0] not in slots:
        return False
    return len(pieces) > 1 or any(s.quoted for s in said) or _is_name_like(label, said, signals)


def _is_name_like(label: str, said: Sequence[Statement], signals: Signals) -> bool:
    """A capital where the language has none: after an article, or where an English noun would need one."""
    if signals.document.language == "de" or not label[0].isupper():
        return False
    return any(s.article for s in said) or (label.lower() not in _MASS and not label.endswith("s"))


def _is_no_title(said: Sequence[Statement], works: Lexicon) -> bool:
    """A label in quotation marks of two words, or of one behind an article, that nothing introduces as a title."""
    quoted = [s for s in said if s.quoted and s.content and s.verb in DOCUMENT_VERBS | {"according"}]
    label = said[0].label.text
    if len(quoted) < 2 or not (" " in label or any(s.article for s in quoted)) or len(label) > 60:
        return False
    return works.isdisjoint(_PIECE.findall(label.lower())) and not any(_introduced(s, works) for s in said)


def _introduced(statement: Statement, works: Lexicon) -> bool:
    text, label = statement.label.block.text, statement.label
    before = _SENTENCE_END.split(text[max(0, label.start - 40) : label.start])[-1].strip("\"“„«‘' ")
    near = _PIECE.findall(before.lower())[-4:]
    return before.endswith(("'s", "’s")) or not works.isdisjoint(near) or bool(_INTRODUCED.match(text, label.end))


def _places(blocks: Sequence[Block], said: Sequence[Statement]) -> list[Span]:
    forms = "|".join(re.escape(form) for form in sorted({s.label.text for s in said}))
    pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    return [Span(b, m.start(), m.end()) for b in blocks for m in pattern.finditer(b.text)]


def _is_topic(label: str, blocks: Sequence[Block], signals: Signals) -> bool:
    """The article is about it, or links to it."""
    wanted = _spaced(label)
    titles = [b.text for b in signals.document.blocks if b.kind in (Kind.HEADING, Kind.TITLE)]
    links = [link.text for b in blocks for link in b.links]
    return any(wanted in _spaced(text) for text in [signals.document.title or "", *titles, *links])


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "
