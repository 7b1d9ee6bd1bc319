"""What a page says that it is about."""

from collections.abc import Callable, Sequence

from auditor.model import Block, Document, Kind
from auditor.model.members import HEADLINE
from auditor.text.phrases import within
from auditor.text.relevance import stems
from auditor.text.words import words
from auditor.web import last_part

_LEAD = 1_000  # characters: what a reader sees before scrolling


def titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(b for b in blocks if b.zone is HEADLINE or b.kind is Kind.TITLE)


def lead_stems(body: Sequence[Block], words_of: Callable[[Block], list[str]]) -> set[str]:
    found, room = set[str](), _LEAD
    for block in body:
        found |= stems(words_of(block) if len(block.text) <= room else words(block.text[:room]))
        room -= len(block.text)
        if room <= 0:
            break
    return found


def sought(document: Document) -> frozenset[tuple[str, ...]]:
    kinds = (Kind.TITLE, Kind.KEYWORDS)
    texts = [b.text for b in document.blocks if b.zone is HEADLINE or b.kind in kinds]
    own_names = within([document.site or "", *document.byline])
    return within([document.title or "", *texts, last_part(document.url or "")]) - own_names
