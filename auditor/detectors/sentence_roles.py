"""Sentences in which certain roles meet: an offer, an act of writing, a word for text."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.roles import Reading, readings, role_phrases
from auditor.words.finding import find

_SHOWN = 110  # characters of the sentence in the message; the report shows all of it


def detect(
    blocks: Sequence[Block], signals: Signals, *, subject: str, frames: list[str], unless_about: str = ""
) -> Iterator[Hit]:
    """One hit: the first sentence that fits a frame, the others as related.

    Args:
        subject: the file of the word folders whose lists are the roles.
        frames: roles that one sentence must fill, of one language and each by words of its own, in any order.
            `^role` opens the sentence, `one|other` is either, `!role` must not be filled. The first role of each
            frame decides which blocks are read: it should be the rarest.
        unless_about: a role; where a title of the page fills it, the page is about such sentences and prints them.
    """
    divided = [frame.split() for frame in frames]
    rarest = role_phrases(subject, frozenset(role for frame in divided for role in frame[0].lstrip("^").split("|")))
    found = tuple(
        dict.fromkeys(
            reading.span
            for block in blocks
            if _may_fit(block, signals, rarest)
            for reading in _readings(block, signals, subject)
            if any(map(reading.fits, divided))
        )
    )
    if found and not (unless_about and is_subject(signals.titles, signals, subject, unless_about)):
        yield Hit(found[0], {"match": _shortened(found[0]), "times": len(found)}, found[1:])


def _may_fit(block: Block, signals: Signals, rarest: tuple[str, ...]) -> bool:
    if block.kind is Kind.CODE:
        return False
    vocabulary = signals.once(("vocabulary", block.start), lambda: frozenset(signals.words(block)))
    return any(True for _ in find(block.text, vocabulary, rarest))


def _readings(block: Block, signals: Signals, subject: str) -> tuple[Reading, ...]:
    """The sentences of a block; what is quoted fills no role."""
    key = ("readings", subject, block.start)
    return signals.once(key, lambda: tuple(_said(one, signals) for one in readings(block, subject)))


def _said(reading: Reading, signals: Signals) -> Reading:
    block = reading.span.block
    roles = {
        role: kept
        for role, places in reading.roles.items()
        if (kept := tuple(place for place in places if not signals.quoted(Span(block, *place))))
    }
    return Reading(reading.span, reading.language, roles)


def _shortened(span: Span) -> str:
    text = " ".join(span.text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
