"""Sentences that the border between two paragraphs, items, cells or headings cuts: each is a block of its own.

A reader reads on, and a sentence that must not be found is easily cut. The block stands beside the text like what a
page says in fields and hints: nothing that is counted in the body changes.
"""

from collections.abc import Iterable, Iterator, Sequence

from auditor.model import BESIDE_TEXT, Block, Span, Syntax
from auditor.model.members import BODY, HEADING, ITEM, METADATA, PARAGRAPH, TABLE
from auditor.model.scripts import is_unspaced
from auditor.text.words import sentences

REASON = "a sentence over the border of paragraphs"
_LONGEST = 400  # characters of a paragraph in which its first and last sentence are looked for
_MOST = 6  # paragraphs; what has no stop for longer is a list or a poem
_MOST_OF_WORDS, _FEW = 30, 24  # blocks of a word or two each, and their characters
_CUT = (PARAGRAPH, ITEM, TABLE, HEADING)
_GOES_ON, _AFTER_WORDS = ",;-–—،、", ",.;:!?…\"'”’)"


def run_on(blocks: Iterable[Block]) -> Iterator[tuple[Block, tuple[Span, ...]]]:
    """The blocks, with the pieces of paragraphs that each is put together from."""
    before: Block | None = None  # that ends within a sentence
    pieces: list[Span] = []
    for block in blocks:
        if block.zone is not BODY or block.kind in BESIDE_TEXT:
            continue
        if before and block.kind is before.kind and _carries_on(block):
            pieces = [*(pieces or [_last(before)]), _first(block)]
            if _has_room(pieces) and _is_open(block) and pieces[-1].end == len(block.text):
                before = block
                continue
        if pieces:
            yield _joined(pieces), tuple(pieces)
        before, pieces = block if block.kind in _CUT and _is_open(block) else None, []
    if pieces:
        yield _joined(pieces), tuple(pieces)


def _has_room(pieces: Sequence[Span]) -> bool:
    most = _MOST_OF_WORDS if all(piece.end - piece.start <= _FEW for piece in pieces) else _MOST
    return len(pieces) < most


def _is_open(block: Block) -> bool:
    """Whether it ends within a sentence, as far as signs tell."""
    last = block.text[-1]
    return last.isalnum() or last in _GOES_ON


def _carries_on(block: Block) -> bool:
    """Whether it may begin within a sentence: with a small letter, a word all in capitals, or where there are none."""
    word = block.text.split(maxsplit=1)[0].rstrip(_AFTER_WORDS)
    return word[:1].isalpha() and (not word[0].isupper() or word.isupper())


def _first(block: Block) -> Span:
    return Span(block, *sentences(block.text[:_LONGEST])[0])


def _last(block: Block) -> Span:
    before = max(0, len(block.text) - _LONGEST)
    start, end = sentences(block.text[before:])[-1]
    return Span(block, before + start, before + end)


def _joined(pieces: Sequence[Span]) -> Block:
    first, last = pieces[0].block, pieces[-1].block
    between = "" if is_unspaced(pieces[0].text[-1] + pieces[1].text[0]) else " "
    text = between.join(piece.text for piece in pieces)
    return Block(METADATA, PARAGRAPH, text, first.end, last.start, Syntax.TEXT, reason=REASON)


def pieces_of(span: Span, pieces: Sequence[Span]) -> Iterator[Span]:
    """What of each piece a place of their block holds."""
    text, at = span.block.text, 0
    for piece in pieces:
        at = text.index(piece.text, at)
        start, end = max(span.start, at), min(span.end, at + len(piece.text))
        if start < end:
            yield Span(piece.block, piece.start + start - at, piece.start + end - at)
        at += len(piece.text)
