"""Headlines that are printed twice in a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from auditor.expressions import late
from auditor.model import Block, Format, Hit, Kind, Span
from auditor.model.members import ALT, BODY
from auditor.model.scripts import count_words
from auditor.signals import Signals
from auditor.signals.linking import in_link_list

_LINES = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM})
_MOST = 30  # hits of one page
_LONGEST = 300
_STOPS = (".", ":", ";", ",", "。", "：", "；", "，", "、", "।", "،")
_CREDIT = late(r"(?:photo|picture|image|illustration|credit|source|video|figure|table)\b", re.IGNORECASE)


def detect(
    blocks: Sequence[Block], signals: Signals, *, min_words: int, max_words: int, alone_in: list[Format]
) -> Iterator[Hit]:
    """One hit for each headline that follows on itself: its second copy, the others as related.

    Args:
        min_words: shorter lines (labels, buttons) may repeat.
        max_words: longer ones are paragraphs.
        alone_in: formats in which one such line is a hit; elsewhere the next or previous line must be doubled too.
    """
    lines = [b for b in blocks if b.kind is not ALT and (b.zone is BODY or in_link_list(b))]
    if not any(one.text == other.text for one, other in pairwise(lines)):
        return
    runs = [list(run) for _, run in groupby(lines, key=lambda block: block.text)]
    doubled = [len(run) > 1 and _is_headline(run[0], min_words, max_words) for run in runs]
    alone = signals.document.format in alone_in
    found = [run for i, run in enumerate(runs) if doubled[i] and (alone or any(_beside(doubled, i)))]
    for run in found[:_MOST]:
        first, second, *more = map(Span.of, run)
        yield Hit(second, {"times": len(run), "line": second.text}, (first, *more), needs=2)


def _beside(doubled: list[bool], i: int) -> list[bool]:
    return doubled[max(0, i - 1) : i] + doubled[i + 1 : i + 2]


def _is_headline(block: Block, min_words: int, max_words: int) -> bool:
    text = block.text
    if block.kind not in _LINES or len(text) > _LONGEST or text.endswith(_STOPS) or not _opens_line(text[0]):
        return False
    words = count_words(" ".join(word for word in text.split() if any(map(str.isalpha, word))))
    return min_words <= words <= max_words and not _CREDIT.match(text)


def _opens_line(letter: str) -> bool:
    """A capital, or a letter of a script that has none."""
    return letter.isalpha() and not letter.islower()
