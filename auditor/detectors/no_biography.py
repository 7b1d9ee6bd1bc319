"""Biographies that say nothing of the author, and names that nobody bears."""

from collections.abc import Iterator, Sequence

from auditor.model import Author, Block, Document, Field, Hit, Span
from auditor.signals import Signals
from auditor.text.torn_middles import pair
from auditor.world.lives import Fault, fault, is_mashed
from auditor.world.lives_doubtful import doubt
from auditor.world.lives_elsewhere import fault_elsewhere
from auditor.world.lives_mixed import fault as another
from auditor.world.lives_told import is_scene
from auditor.world.names import parts
from auditor.world.nonsense import nonsense

_CAP = 2_000  # characters of a biography that are read


def detect(blocks: Sequence[Block], signals: Signals, *, doubtful: bool = False) -> Iterator[Hit]:
    """One hit for each biography, on what shows it, and for each name of keys hit at random; each text once.

    Args:
        doubtful: only signs that are sometimes wrong, in texts that have no sure one.
    """
    if doubtful:
        yield from _doubtful(signals)
        return
    seen: set[str] = set()
    named = _named(signals.document)
    for author in signals.document.authors:
        for field in author.all("name", "job", "biography"):
            if field.value in seen:
                continue
            seen.add(field.value)
            if field.key == "name":
                if any(is_mashed(part) for part in field.value.split()):
                    yield Hit(field.span, {"why": "the name is random keystrokes"})
            elif found := _fault(field, author, signals.document.language or "en", named):
                span = Span(field.span.block, field.span.start + found.start, field.span.start + found.end)
                yield Hit(span, {"why": found.why})


def _doubtful(signals: Signals) -> Iterator[Hit]:
    """One hit for each author at most, in English; a box in which another line has a life in it has one."""
    language, authors = signals.document.language or "en", signals.document.authors
    named = _named(signals.document)
    seen: set[str] = set()
    for author in authors if language == "en" else ():
        name, lines = parts(author.name), author.all("biography")
        texts = [line.span.text[:_CAP] for line in lines]
        if not seen.isdisjoint(texts) or any(_fault(line, author, language, named) for line in lines):
            continue
        seen.update(texts)
        for line, text in zip(lines, texts, strict=True):
            if found := doubt(text, name, named - {*name}, alone=len(lines) == 1):
                span = Span(line.span.block, line.span.start + found.start, line.span.start + found.end)
                yield Hit(span, {"why": found.why})
                break


def _named(document: Document) -> frozenset[str]:
    """First names of all whom the page names as authors."""
    named = (parts(name) for name in (*document.byline, *(author.name for author in document.authors)))
    return frozenset(name[0] for name in named if name)


def _fault(field: Field, author: Author, language: str, named: frozenset[str]) -> Fault | None:
    text, name = field.span.text[:_CAP], parts(author.name)
    if language == "en":
        found = fault(text, name) or (_of_another(field, author, named) if field.key == "biography" else None)
    else:
        found = fault_elsewhere(text, author, language)
    return found or (Fault(why, 0, len(text)) if (why := nonsense(text)) else None)


def _of_another(field: Field, author: Author, named: frozenset[str]) -> Fault | None:
    """Why it is the life of somebody else, or a scene, where nothing else is said of the author."""
    text, name = field.span.text[:_CAP], parts(author.name)
    if found := another(text, name, named - {*name}):
        return found
    if met := pair(text):
        return Fault(f'"{met}" belongs in no sentence', text.index(met), text.index(met) + len(met))
    alone = len(author.all("biography")) == 1
    return Fault("it is a scene of a story", 0, len(text)) if alone and is_scene(text, name) else None
