"""Biographies that say nothing of the author, and names that nobody bears."""

from collections.abc import Iterator, Sequence

from auditor.model import Author, Block, Hit, Span
from auditor.signals import Signals
from auditor.world.lives import Fault, fault, is_mashed
from auditor.world.lives_elsewhere import fault_elsewhere
from auditor.world.names import parts

_CAP = 2_000  # characters of a biography that are read


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each biography, on what shows it, and for each name of keys hit at random; each text once."""
    seen: set[str] = set()
    for author in signals.document.authors:
        for field in author.all("name", "job", "biography"):
            if field.value in seen:
                continue
            seen.add(field.value)
            if field.key == "name":
                if any(is_mashed(part) for part in field.value.split()):
                    yield Hit(field.span, {"why": "the name is random keystrokes"})
            elif found := _fault(field.span.text[:_CAP], author, signals.document.language or "en"):
                span = Span(field.span.block, field.span.start + found.start, field.span.start + found.end)
                yield Hit(span, {"why": found.why})


def _fault(text: str, author: Author, language: str) -> Fault | None:
    return fault(text, parts(author.name)) if language == "en" else fault_elsewhere(text, author, language)
