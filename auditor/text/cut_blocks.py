"""Quotations that are set off from the text, with marks or without, and begin or end where no sentence does."""

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import late
from auditor.model import Block, Kind, Span
from auditor.model.scripts import count_words
from auditor.text.cut_ends import cut_end
from auditor.text.loose_ends import block_end
from auditor.text.title_case import in_title_case
from auditor.words import words

_STOP = ".,!?…;:—–-"
_CLOSERS = "\"'”’»)]"
_COMMA = late(r"[,.;:!?]\s")
_FEWEST = 8  # words of one that begins within a sentence; shorter ones are lines of verse and messages


def cut_blocks(blocks: Sequence[Block], language: str, min_words: int) -> Iterator[tuple[Span, str]]:
    """Those that were cut, and where. Verse and letters run on from one block into the next, so only the last of a
    row is asked for its end, and one that stands alone for its beginning."""
    before: Block | None = None
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if block.kind is Kind.QUOTATION and (after is None or after.kind is not Kind.QUOTATION):
            span = Span(block, 0, len(block.text))
            if last := _end(block.text, language, min_words):
                yield span, f'it breaks off at "{last}"'
            elif language == "en" and not _is_quotation(before) and _begins_amid(block.text):
                yield span, "it ends as a whole sentence, but its beginning is missing"
            elif language == "en" and after is not None and _runs_out(block.text, after):
                yield span, "the text behind it goes on in the middle of its sentence"
        before = block


def _end(text: str, language: str, min_words: int) -> str:
    bare = text.rstrip(_CLOSERS + " ")
    if bare[-1:] in _STOP or count_words(bare) < min_words or in_title_case(bare):
        return ""
    return block_end(bare) if language == "en" else cut_end(bare, language)


def _begins_amid(text: str) -> bool:
    """Whether it begins with a joint in small letters ("and the horses were running …") and ends as a sentence."""
    told = text.split()
    return len(told) >= _FEWEST and told[0] in _joints() and text.rstrip(_CLOSERS + " ")[-1:] == "."


def _runs_out(text: str, after: Block) -> bool:
    """Whether prose stops at a word and the paragraph behind it ends its sentence. Verse without stops may do so."""
    whole = text[:1].isupper() and text[-1:].isalpha() and _COMMA.search(text) and len(text.split()) >= _FEWEST
    return bool(whole) and after.kind is Kind.PARAGRAPH and after.text[:1].islower() and after.text[-1:] in ".!?"


def _is_quotation(block: Block | None) -> bool:
    return block is not None and block.kind is Kind.QUOTATION


@cache
def _joints() -> frozenset[str]:
    return frozenset(words("quotation", "joints", "en"))
