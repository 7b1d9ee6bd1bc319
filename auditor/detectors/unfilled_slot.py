"""Slots in brackets that nobody filled."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.wording import NONE, Wording
from auditor.world.slots import Slot, odd, slot

_BRACKETS = late(
    r"(?<!\[)\[([^\[\]]{1,120})\](?![\[(])|\[\[([^\[\]|]{1,80})\]\]|(?<![{$#%\w])\{([^{}|]{1,60})\}(?!\})"
    r"|<([^<>/=]{2,30} [^<>/=]{2,30})>|\(((?:insert|enter|add|supply|confirm) [^()]{3,80})\)|⟨([^⟨⟩]{3,40})⟩"
    r"|【([^【】]{2,24})】",
    re.IGNORECASE,
)
_CONSTANT = late(r"(?<![\w.$%/{<\[&?=#@-])[A-ZÀ-Þ]{3,20}(?:_[A-ZÀ-Þ]{2,20}){1,4}(?![\w(=/\]}>.@-])")
_OPENING = late(r"[\[{<(⟨【]")
_OF_READERS = frozenset(("insert", "enter"))  # which readers do, too: "(enter your name)"
_MOST_OF_NOTE = 4  # words
_Found = list[tuple[Span, Slot, str]]


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    bare: Wording,
    beside: Wording,
) -> Iterator[Hit]:
    """One hit: the first slot, the others as related.

    Args:
        bare: slots without brackets, as regular expressions, case ignored.
        beside: those that count beside another only.
    """
    if not _suffices(_found(blocks, signals, bare, NONE)):
        return  # nearly every page: what counts only beside another slot need not be looked for
    found = _found(blocks, signals, bare, beside)
    if not _suffices(found):
        return
    sure = any(kind is Slot.SURE for _, kind, _ in found)
    if is_subject((*signals.titles, *blocks), signals, "slots"):
        return
    first, *others = (span for span, kind, _ in found if sure or kind is not Slot.MEDIUM)
    yield Hit(first, {"match": first.text, "times": 1 + len(others)}, tuple(others), needs=1)


def _found(blocks: Sequence[Block], signals: Signals, bare: Wording, beside: Wording) -> _Found:
    found = [one for block in blocks if _OPENING.search(block.text) for one in _bracketed(block)]
    found += [one for block in blocks if "_" in block.text for one in _joined(block)] if not signals.shows_code else []
    for wording, kind in ((bare, Slot.SURE), (beside, Slot.MEDIUM)) if beside else ((bare, Slot.SURE),):
        found += [(span, kind, span.text) for span in signals.matches(wording, blocks)]
    own = [one for one in found if one[0].block.kind is not Kind.CODE and not _is_link(one[0])]
    is_quoted = [signals.quoted(span) for span, _, _ in own]
    quoted = [one for one, is_one in zip(own, is_quoted, strict=True) if is_one]
    if quoted and _is_topic(quoted, signals):
        return []
    return _in_order([one for one, is_one in zip(own, is_quoted, strict=True) if not is_one], blocks)


def _is_topic(quoted: _Found, signals: Signals) -> bool:
    """Whether a title holds a slot that the page also quotes: what it does without quoting is then about it, too."""
    titles = [block.text.casefold() for block in signals.titles]
    return any(span.text.casefold() in title for span, _, _ in quoted for title in titles)


def _suffices(found: _Found) -> bool:
    """One slot that is surely one, or two different ones that may be."""
    sure = any(kind is Slot.SURE for _, kind, _ in found)
    return sure or len({text for _, kind, text in found if kind is Slot.MAYBE}) > 1


def _bracketed(block: Block) -> _Found:
    found: _Found = []
    for match in _BRACKETS.finditer(block.text):
        inside = match.group(match.lastindex or 0)
        kind = odd(inside) if match.group()[0] == "⟨" else slot(inside)
        if kind and (match.group()[0] != "(" or _is_an_order(inside)):
            found.append((Span(block, *match.span()), kind, inside.casefold()))
    return found


def _is_an_order(inside: str) -> bool:
    """Whether a note in parentheses is for whoever writes: "(insert quote here)", "(add initials)"."""
    said = inside.lower().split()
    return said[-1] == "here" or (said[0] not in _OF_READERS and len(said) <= _MOST_OF_NOTE)


def _joined(block: Block) -> _Found:
    """Names of things in capitals, joined by underscores: "in NAME_CITY"."""
    told = ((found, slot(found[0].replace("_", " ").lower())) for found in _CONSTANT.finditer(block.text))
    return [(Span(block, *found.span()), Slot.SURE, found[0].casefold()) for found, kind in told if kind]


def _is_link(span: Span) -> bool:
    return any(link.start - 1 <= span.start and span.end <= link.end + 1 for link in span.block.links)


def _in_order(found: _Found, blocks: Sequence[Block]) -> _Found:
    """As they stand in the text; of those that overlap the first and longest."""
    if len(found) < 2:
        return found
    number = {block.start: at for at, block in enumerate(blocks)}
    kept: _Found = []
    for one in sorted(found, key=lambda one: (number[one[0].block.start], one[0].start, -one[0].end)):
        if not kept or one[0].block is not kept[-1][0].block or one[0].start >= kept[-1][0].end:
            kept.append(one)
    return kept
