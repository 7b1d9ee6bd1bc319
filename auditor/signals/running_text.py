"""The body as running text: its prose, and the passages in which phrases are counted."""

from collections.abc import Callable, Sequence

from auditor.model import BESIDE_TEXT, Block, Document, Format, Kind
from auditor.model.members import BODY, BOILERPLATE, HEADING, ITEM, LINKS
from auditor.parsing.html.zones.before import SITE
from auditor.text.passages import Passage, Passages
from auditor.text.phrases import plain
from auditor.text.words import length

_LINE = 8  # words; shorter blocks are labels and lines of lists, not running text
_NOT_COUNTED = frozenset({Kind.QUOTATION, Kind.TABLE, Kind.CODE})
_PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION})

WordsOf = Callable[[Block], list[str]]
SentencesOf = Callable[[Block], tuple[list[str], ...]]  # their words


def body(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(b for b in blocks if b.zone is BODY and b.kind not in BESIDE_TEXT)


def stands_alone(document: Document) -> bool:
    """Whether it is no page of HTML, or one with next to nothing of a site around its text."""
    return document.format is not Format.HTML or sum(b.zone in (BOILERPLATE, LINKS) for b in document.blocks) <= SITE


def prose(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(b for b in blocks if b.kind in _PROSE)


def passages(blocks: Sequence[Block], words_of: WordsOf, sentences_of: SentencesOf) -> Passages:
    found: list[Passage] = []
    before = 0
    for block in blocks:
        if block.kind not in _NOT_COUNTED:
            found.append(_passage(block, before, words_of, sentences_of))
            before += len(found[-1].words)
    return Passages(found)


def _passage(block: Block, before: int, words_of: WordsOf, sentences_of: SentencesOf) -> Passage:
    own = words_of(block) if "’" not in block.text else plain(words_of(block))
    inside = () if block.kind is HEADING or length(own) < _LINE else sentences_of(block)
    running = len(inside) if len(inside) > (block.kind is ITEM) else 0
    first, last = (len(inside[i]) for i in (0, -1)) if running > 1 else (0, len(own))
    return Passage(block, own, before, running, first, len(own) - last)
