"""Words with the hyphen and the blank of a line that ended there: "ar- gument"."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.pairs import number

_SPLIT = late(r"(?<![\w-])([A-Za-z]?[a-z]{1,14})- ([a-z]{2,14})(?![\w-])")
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_MOST = 20


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first such word, the others as related."""
    found = [
        Span(block, *split.span())
        for block in blocks
        if block.kind in _READ and "- " in block.text
        for split in _SPLIT.finditer(block.text)
        if _is_one(split[1].lower(), split[2])
    ]
    own = [span for span in found if not signals.quoted(span)]
    if own and not is_subject((*signals.titles, *blocks), signals, "damage"):
        yield Hit(own[0], {"match": own[0].text, "times": len(own)}, tuple(own[1:_MOST]), needs=1)


def _is_one(one: str, other: str) -> bool:
    """Whether both are one word, and not both are words: "short- term" lost its "and long-"."""
    return number(one + other) is not None and (number(one) is None or number(other) is None)
