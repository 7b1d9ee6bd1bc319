"""What can be told of a block by its own text."""

from auditor.expressions import late
from auditor.model import Block, Kind, Zone
from auditor.model.scripts import count_words
from auditor.words import listed

_ABBREVIATION = late(rf"(?:\b[A-Za-z]\.){{2,}}$|\b(?:{listed('function-words', 'last-abbreviations')})\.$")
_UNENDED = late(r"[\u0e00-\u0eff]\.$")  # Thai and Lao end sentences with a blank, abbreviations with a full stop
_CLOSERS = "\"'”’»)]」』）"
_STOPS = (".", "!", "?", "。", "！", "？", "।", "؟", "۔", "።", "။", "។")
_LONG_HEADLINE, _LONG_HEADING = 250, 120  # characters; of 2,700 real headlines the longest has 226
_HEADING_WORDS = 16
_PROSE_WORDS = 12


def ends_sentence(text: str) -> bool:
    last = text.rstrip(_CLOSERS)
    if not last.endswith(_STOPS) or last.endswith("..."):
        return False
    return not _ABBREVIATION.search(last[-12:]) and not _UNENDED.search(last[-2:])


def is_line(block: Block) -> bool:
    """Whether it may be a headline, a heading, or the name of another article."""
    text = block.text
    if len(text) > _LONG_HEADLINE or block.kind not in {Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM} or not text:
        return False
    if text.endswith((":", ",", ";", "：", "，", "、", "،")):
        return False
    return not ends_sentence(text) or text.rstrip(_CLOSERS)[-1] in "!?！？؟"


def is_heading(block: Block) -> bool:
    """Whether a line without markup reads as a heading."""
    if block.kind is not Kind.PARAGRAPH or len(block.text) > _LONG_HEADING or not is_line(block):
        return False
    return count_words(block.text) <= _HEADING_WORDS and not block.text[0].islower() and _has_letters(block.text)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text)) and not text.endswith("!")


def is_prose(block: Block) -> bool:
    """Whether it reads as a paragraph of sentences."""
    if block.kind not in {Kind.PARAGRAPH, Kind.QUOTATION}:
        return False
    return len(block.text) > _LONG_HEADLINE or (ends_sentence(block.text) and count_words(block.text) >= _PROSE_WORDS)


def in_body(block: Block) -> bool:
    return block.zone is Zone.BODY
