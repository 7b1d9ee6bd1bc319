"""Prose that stands in a code block is read like any other: else junk would only have to be indented."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Kind

LABEL = "code"  # of a paragraph that the source marks as code
# Of 261 code blocks of 200 characters and more on 933 real pages, four pass: two letters, a diary and a prompt.
_SHORTEST = 200
_SIGNS = late(r"[{}()\[\];=<>_/\\|#$@*&^~`+]")
_MOST_SIGNS = 0.01
_LETTERS = late(r"[^\W\d_]")
_LEAST_LETTERS = 0.65
_ENDS = late(r"\w[.!?…]['\"”’]{0,2}(?=\s|$)|[。！？।؟](?!\w{0,3}\()")
_LEAST_ENDS = 2


def read_as_prose(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; of code those that are prose as paragraphs."""
    for block in blocks:
        if block.kind is Kind.CODE and _is_prose(block.text):
            yield structs.replace(block, kind=Kind.PARAGRAPH, label=LABEL)
        else:
            yield block


def _is_prose(text: str) -> bool:
    if len(text) < _SHORTEST or len(_SIGNS.findall(text)) > _MOST_SIGNS * len(text):
        return False
    return len(_ENDS.findall(text)) >= _LEAST_ENDS and len(_LETTERS.findall(text)) > _LEAST_LETTERS * len(text)
