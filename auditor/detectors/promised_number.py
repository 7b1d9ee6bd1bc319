"""Headlines that promise more things than the text lists."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.text.relevance import NUMBERS

_WORD = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+")
_NUMBERED = re.compile(r"(?:[^\W\d_]{2,12} )?[#№]?(\d{1,2})(?:[.):]|(?=[ –—-]))\s?\S")
_BETWEEN = 4  # words between a number and what it counts: "7 quite simple and cheap ways"
_LONGEST = 300
_RUN = 3  # a numbering of fewer is no list


def detect(blocks: Sequence[Block], signals: Signals, *, things: Lexicon, most: int) -> Iterator[Hit]:
    """At most one hit, on the promise; the numbered parts as related.

    Args:
        things: nouns of what articles list.
        most: the highest number that is a promise; above it stand years and sums.
    """
    shown = [b for b in blocks if b.zone is Zone.HEADLINE] or [b for b in blocks if b.kind is Kind.TITLE]
    promise = _promise(shown[0], things, most) if shown else None
    if not promise:
        return
    span, number = promise
    listed = _numbered(signals) or _headed(signals, number)
    if _RUN <= len(listed) < number:
        yield Hit(span, {"promised": number, "found": len(listed)}, tuple(map(Span.of, listed)))


def _promise(block: Block, things: Lexicon, most: int) -> tuple[Span, int] | None:
    """The first "7 ... ways" of a headline, and its number."""
    words = list(_WORD.finditer(block.text[:_LONGEST]))
    for i, match in enumerate(words):
        number = NUMBERS.get(match[0].lower(), match[0])
        if not number.isdecimal() or not _RUN < int(number) <= most:
            continue
        counted = next((w for w in words[i + 1 : i + 2 + _BETWEEN] if w[0].lower() in things), None)
        if counted:
            return Span(block, match.start(), counted.end()), int(number)
    return None


def _numbered(signals: Signals) -> list[Block]:
    """The headings that count up from 1 or down to it without a gap; where none is numbered, the list items."""
    for kinds in ({Kind.HEADING}, {Kind.ITEM, Kind.PARAGRAPH}):
        found = [(b, int(m[1])) for b in signals.body if b.kind in kinds and (m := _NUMBERED.match(b.text))]
        numbers = [number for _, number in found]
        if numbers:
            whole = sorted(numbers) == list(range(1, len(numbers) + 1)) and numbers in (
                sorted(numbers),
                sorted(numbers)[::-1],
            )
            return (
                [block for block, _ in found] if whole and (kinds == {Kind.HEADING} or _alone(found, signals)) else []
            )
    return []


def _alone(found: list[tuple[Block, int]], signals: Signals) -> bool:
    """Whether a numbered list is the only one, and no headings divide the text into as many parts."""
    items = sum(block.kind is Kind.ITEM for block in signals.body)
    headings = sum(block.kind is Kind.HEADING for block in signals.body)
    return items <= len(found) and headings < len(found)


def _headed(signals: Signals, number: int) -> list[Block]:
    """The headings of the commonest level, where no other part of the text could hold what was promised."""
    kinds = Counter(block.kind for block in signals.body)
    if max(kinds[Kind.PARAGRAPH], kinds[Kind.ITEM], kinds[Kind.TABLE]) >= number or kinds[Kind.HEADING] >= number:
        return []
    return [block for block in signals.body if block.kind is Kind.HEADING]
