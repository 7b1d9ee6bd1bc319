"""Marks that lead to no reference: "[12]" above a list of three, "[^2]" without its note."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.words import words
from auditor.words.notation import matcher

_MARK = late(r"(?<=[\w.,;:!?)”\"’\]])\s?\[(\d{1,3})\](?![(\[:\w])")
_FOOTNOTE = late(r"(?<=\S)\[\^[\w-]{1,20}\]")
_NUMBERED = late(r"\[?(\d{1,3})[\].)]?\s")
_MOST = 50  # places in one finding
_FEWEST_ENTRIES = 2
_LONGEST_HEADING = 40


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int) -> Iterator[Hit]:
    """One hit for all such marks of a page, the first of them.

    Args:
        at_least: marks of the page, with or without a reference, from which on numbers in brackets are marks.
    """
    prose = [block for block in signals.prose if "[" in block.text]
    if not prose:
        return
    lost = [Span(b, m.start(), m.end()) for b in prose for m in _FOOTNOTE.finditer(b.text)]
    marks = [(Span(b, m.start(1) - 1, m.end(1) + 1), int(m[1])) for b in prose for m in _MARK.finditer(b.text)]
    entries = _entries(signals) if len({number for _, number in marks}) >= at_least else 0
    if entries >= _FEWEST_ENTRIES:
        lost += [span for span, number in marks if number > entries]
    lost = [span for span in lost if not signals.quoted(span)]
    if lost:
        first, *more = lost[:_MOST]
        yield Hit(first, {"mark": first.text, "count": len(lost), "entries": entries}, tuple(more))


def _entries(signals: Signals) -> int:
    """The entries of the page's last list of references; 0 without one, or where it cannot be told from other text."""
    blocks = signals.document.blocks
    heads = [i for i, block in enumerate(blocks) if _opens(block)]
    if not heads:
        return 0
    found: list[int] = []
    for block in blocks[heads[-1] + 1 :]:
        numbered = _NUMBERED.match(block.text)
        if block.kind is Kind.ITEM or (block.kind is Kind.PARAGRAPH and numbered):
            found.append(int(numbered[1]) if numbered and len(numbered[1]) < len(block.text) - 1 else len(found) + 1)
        else:
            break
    return max([len(found), *(number for number in found if number <= 2 * len(found))], default=0)


def _opens(block: Block) -> bool:
    short = len(block.text) <= _LONGEST_HEADING
    return short and matcher(words("sources", "reference-lists")).fullmatch(block.text.strip(" :").lower()) is not None
