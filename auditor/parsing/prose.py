"""Prose that stands in a code block is read like any other: else junk would only have to be indented."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Kind
from auditor.model.members import CODE

LABEL = "code"  # of a paragraph that the source marks as code
# Of 261 code blocks of 200 characters and more on 933 real pages, four pass: two letters, a diary and a prompt.
_SHORTEST = 200
_SIGNS = late(r"[{}()\[\];=<>_/\\|#$@*&^~`+]")
_MOST_SIGNS = 0.01
_LETTERS = late(r"[^\W\d_]")
_LEAST_LETTERS = 0.65
_ENDS = late(r"\w[.!?…]['\"”’]{0,2}(?=\s|$)|[。！？।؟](?!\w{0,3}\()")
_LEAST_ENDS = 2
# What a template or a writer left open in a sentence: it makes no code of the words around it.
_SLOTS = late(
    r"\{\{[^{}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|<%[^%\n]{1,80}%>|%%\w{1,40}%%|\$\{[^{}\n]{1,60}\}"
    r"|\[(?:[^\W\d_]{2,20}[ _-]?){1,8}\]"
)
_FEWEST = 5  # blanks; of 1,845 honest pages 73 have code blocks, and none of those has nothing but sentences in them


def read_as_prose(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; of code those that are prose as paragraphs."""
    blocks = list(blocks)
    code = [_SLOTS.sub("", block.text) for block in blocks if block.kind is CODE]
    has_signs = any(map(_SIGNS.search, code))
    for block in blocks:
        if block.kind is CODE and (_is_prose(block.text) if has_signs else reads_as_prose(_SLOTS.sub("", block.text))):
            yield structs.replace(block, kind=Kind.PARAGRAPH, label=LABEL)
        else:
            yield block


def slots_to_copy(block: Block) -> Iterator[tuple[int, int]]:
    """The slots of a sentence or two in a code block, which are there for whoever copies it."""
    if block.label == LABEL and not _is_prose(block.text):
        yield from (found.span() for found in _SLOTS.finditer(block.text))


def reads_as_prose(text: str) -> bool:
    """Whether a text holds sentences; one is enough where nothing in it is a sign of code."""
    if _is_prose(text):
        return True
    said = text.count(" ") >= _FEWEST and _ENDS.search(text) is not None
    return said and not _SIGNS.search(text) and _is_lettered(text)


def _is_prose(text: str) -> bool:
    if len(text) < _SHORTEST or len(_SIGNS.findall(text)) > _MOST_SIGNS * len(text):
        return False
    return len(_ENDS.findall(text)) >= _LEAST_ENDS and _is_lettered(text)


def _is_lettered(text: str) -> bool:
    return len(_LETTERS.findall(text)) > _LEAST_LETTERS * len(text)
