"""Where a page names its author and tells of them, whether or not it marks a box or a by-line as one."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.expressions import late
from auditor.model import Block, Kind, Span, Zone
from auditor.model.members import AUTHOR, BODY, BOILERPLATE, METADATA
from auditor.parsing import sections
from auditor.words import listed, words

if TYPE_CHECKING:
    from auditor.signals import Signals

_BESIDE = frozenset((AUTHOR, Zone.BYLINE, Zone.DATELINE, BOILERPLATE))
_SHORT = 150  # characters of a line beside the text
_LAST = 2  # paragraphs with which a text may tell of its author
_LONGEST = 400  # characters of one
_LABEL = 40  # characters before the colon
_AFTER_LABEL = late(r"[:.]\s")
_WRITTEN = listed("bylines", "written", "put-up")
_BY = late(
    rf"(?:^|[\s·|])(?:(?:(?:{_WRITTEN}) )?by|{listed('bylines', 'by', 'labels', 'labels-with-colon')}):?\s+",
    re.IGNORECASE,
)


_BEHIND = late(rf"\s(?:{listed('bylines', 'before-dates')})\s|\s?[|·,(–—]|\s\d{{1,2}}[.:/ ]", re.IGNORECASE)


def names(signals: "Signals") -> Iterator[Span]:
    """Names of authors: those of profiles and data, of by-lines, and the links of lines that say "by"."""
    for author in signals.document.authors:
        yield from (field.span for field in author.fields if field.key == "name")
    for block in signals.document.blocks:
        if block.zone is METADATA:
            if block.kind is Kind.PERSON and block.label.rpartition(":")[2] in ("author", "creator"):
                yield Span.of(block)
        elif (block.zone in (AUTHOR, Zone.BYLINE) and len(block.text) <= _SHORT) or is_signed(block):
            yield from _pieces(block)


def _pieces(block: Block) -> Iterator[Span]:
    """A line, its links, and what it has behind "by"."""
    yield Span.of(block)
    yield from (Span(block, link.start, link.end) for link in block.links if link.text)
    yield from (Span(block, found.end(), len(block.text)) for found in _BY.finditer(block.text))


def beside(signals: "Signals") -> Iterator[Span]:
    """Short lines that stand neither in the text nor in its lists of links."""
    yield from (Span.of(b) for b in signals.document.blocks if b.zone in _BESIDE and len(b.text) <= _SHORT)


def is_signed(block: Block) -> bool:
    """Whether a short line beside the text says "by"."""
    return block.zone in _BESIDE and len(block.text) <= _SHORT and _BY.search(block.text) is not None


def told(signals: "Signals") -> Iterator[Span]:
    """What is told of authors: boxes, by-lines, and the last or labelled paragraphs of the text."""
    last = {block.start for block in signals.body[-_LAST:]}
    for block in signals.document.blocks:
        in_text = block.zone is BODY and len(block.text) <= _LONGEST and block.kind is not Kind.CODE
        if (
            block.zone in (AUTHOR, Zone.BYLINE)
            or is_signed(block)
            or (in_text and (block.start in last or is_labelled(block)))
        ):
            yield Span.of(block)


def is_labelled(block: Block) -> bool:
    """ "Author contributions: ...", "Notes on contributors. ..." """
    label = _AFTER_LABEL.split(block.text[:_LABEL], 1)[0]
    known = sections.opens_author(label) or label.lower() in words("profiles", "contributions")
    return len(label) < len(block.text[:_LABEL]) and known


def signed_names(block: Block) -> Iterator[Span]:
    """What stands behind "by" in such a line, without the day, the time or the place that follows."""
    for found in _BY.finditer(block.text) if is_signed(block) else ():
        end = behind.start() if (behind := _BEHIND.search(block.text, found.end())) else len(block.text)
        yield Span(block, found.end(), end)
