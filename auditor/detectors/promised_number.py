"""Headlines that promise more things than the text lists."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.text.relevance import NUMBERS

_WORD = late(r"[^\W_]++(?:['’-][^\W_]++)*+")
_NUMBERED = late(r"(?:[^\W\d_]{2,12} )?[#№]?(\d{1,2})(?:[.):]|(?=[ –—-]))\s?\S")
_BETWEEN = 4  # words between a number and what it counts: "7 quite simple and cheap ways"
_LONGEST = 300
_RUN = 3  # a numbering of fewer is no list


def detect(
    blocks: Sequence[Block], signals: Signals, *, things: Lexicon, most: int, again: bool = False
) -> Iterator[Hit]:
    """At most one hit, on the promise; the numbered parts as related.

    Args:
        things: nouns of what articles list.
        most: the highest number that is a promise; above it stand years and sums.
        again: only where the text says the number once more behind the list, which then is whole.
    """
    shown = [b for b in blocks if b.zone is Zone.HEADLINE] or [b for b in blocks if b.kind is Kind.TITLE]
    promise = _promise(shown[0], things, most) if shown else None
    if not promise:
        return
    span, number = promise
    numbered = _numbered(signals)
    listed = _headed(signals, number) if numbered is None else numbered
    if not _RUN <= len(listed) < number or _goes_on(listed, number, signals):
        return
    behind = (block for block in signals.prose if again and block.start > listed[-1].start)
    if not again or any((said := _promise(block, things, most)) and said[1] == number for block in behind):
        yield Hit(span, {"promised": number, "found": len(listed)}, tuple(map(Span.of, listed)))


def _goes_on(listed: list[Block], number: int, signals: Signals) -> bool:
    """Whether a table, list items or numbered paragraphs beside the numbered parts could be the rest."""
    after = [block for block in signals.body if block.start > listed[-1].start]
    items = sum(block.kind is Kind.ITEM for block in after)
    numbered = any((match := _NUMBERED.match(block.text)) and int(match[1]) > len(listed) for block in after)
    table = sum(block.kind is Kind.TABLE for block in signals.document.blocks)
    return numbered or len(listed) + items >= number or table >= number


def _promise(block: Block, things: Lexicon, most: int) -> tuple[Span, int] | None:
    """The first "7 ... ways" of a headline, and its number."""
    words = list(_WORD.finditer(block.text[:_LONGEST]))
    for i, match in enumerate(words):
        number = _number(match)
        if _RUN < number <= most:
            counting = takewhile(lambda word: not _number(word), words[i + 1 : i + 2 + _BETWEEN])
            counted = next((word for word in counting if word[0].lower() in things), None)
            if counted:
                return Span(block, match.start(), counted.end()), number
    return None


def _number(word: re.Match[str]) -> int:
    """What a figure or number word says; 0 for other words."""
    figure = NUMBERS.get(word[0].lower(), word[0])
    return int(figure) if figure.isascii() and figure.isdigit() and len(figure) < 5 else 0


def _numbered(signals: Signals) -> list[Block] | None:
    """Numbered headings, or else the items of the only list; [] where a number is missing, None where all are."""
    headings = [(b, int(m[1])) for b in signals.body if b.kind is Kind.HEADING and (m := _NUMBERED.match(b.text))]
    if headings:
        return _counted(headings)
    items = [(b, int(m[1])) for b in signals.prose if (m := _NUMBERED.match(b.text))]
    return (_counted(items) if _alone(items, signals) else []) if items else None


def _counted(found: list[tuple[Block, int]]) -> list[Block]:
    """The blocks when they count up from 1 without a gap; a countdown's first part may be lost unseen."""
    in_order = all(number == place for place, (_, number) in enumerate(found, 1))
    return [block for block, _ in found] if in_order else []


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
