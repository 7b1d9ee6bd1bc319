"""Blanks before a mark where a word should stand: "founded in , the company"."""

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.model.scripts import is_unspaced
from auditor.signals import Signals
from auditor.words import words

_BLANK = late(r"(?:(?<![^\s(“\"'’-])([^\W\d_]{1,15})|(?<=\w),)\s{1,3}[,.](?=\s|$)(?!\s?\.)")
_ANY = late(r"[,.](?<=\s.)(?=\s|$)")  # in hardly any text
_ENDS = (("quotation", "never-last"), ("quotation", "seldom-last"), ("function-words", "open-ends"))
_SHOWN = 30  # characters before it in which another word is sought


def detect(blocks: Sequence[Block], signals: Signals, *, habit: float) -> Iterator[Hit]:
    """One hit: the first hole, the others as related.

    Args:
        habit: holes for each blank before a mark after another word; with fewer, the text sets its marks so.
    """
    before = _before(signals.document.language or "")
    read = [block for block in blocks if block.kind is not Kind.CODE and _ANY.search(block.text)]
    found = [(block, match) for block in read for match in _BLANK.finditer(block.text)]
    holes = [(block, match) for block, match in found if not match[1] or match[1].lower() in before]
    if not any(match[1] for _, match in holes) or len(holes) < habit * (len(found) - len(holes)):
        return  # a comma too many alone is a slip
    spans = [_shown(block, match.start(), match.end()) for block, match in holes]
    if kept := [span for span in spans if not signals.quoted(span)]:
        yield Hit(kept[0], {"match": kept[0].text, "times": len(kept)}, tuple(kept[1:]), needs=1)


@cache
def _before(language: str) -> frozenset[str]:
    """Words that want another one behind them."""
    ends = (words(*key, language) for key in _ENDS)
    return frozenset(word for some in ends for word in some if not is_unspaced(word))


def _shown(block: Block, start: int, end: int) -> Span:
    """The hole with the word before it."""
    return Span(block, block.text.rfind(" ", max(0, start - _SHOWN), max(0, start - 1)) + 1 or start, end)
