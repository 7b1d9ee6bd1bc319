"""Bylines and metadata that name a role, a form's label or nothing instead of a person."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.model.members import METADATA
from auditor.signals import Signals
from auditor.signals.author_places import signed_names
from auditor.signals.pen_names import is_pen_name
from auditor.words import listed
from auditor.world.fillers import matches
from auditor.world.lives import is_mashed
from auditor.world.trial_accounts import is_trial

_WRITTEN = listed("bylines", "written", "put-up")
_BEFORE = listed("bylines", "by", "labels", "labels-with-colon")
_LEAD = late(rf"(?:(?:(?:{_WRITTEN}) )?by|{_BEFORE}):?\s", re.IGNORECASE)


def detect(blocks: Sequence[Block], signals: Signals, *, lexicon: Lexicon, hints: Lexicon) -> Iterator[Hit]:
    """One hit for a document whose byline or metadata hold such a name, on the first, the others as related.

    Args:
        lexicon: names that nobody bears, under the key `name`, and words of accounts for trials.
        hints: names of roles; they count when the document gives no other name.
    """
    named = [span for block in blocks if (span := _name(block))]
    sure = [span for span in named if _is_nobody(span.text, lexicon)]
    roles = [span for span in named if matches("name", span.text, hints)]
    loose = (span for block in blocks for span in signed_names(block) if _is_surely_nobody(span.text, lexicon))
    sure = [
        *sure,
        *(span for span in loose if not any(span.start < one.end and one.block is span.block for one in sure)),
    ]
    sure = [span for span in sure if not is_pen_name(span.text, signals)]
    found = sure if len(sure) + len(roles) < len(named) else [*sure, *roles]
    if found:
        first, *rest = found
        yield Hit(first, {"name": first.text[:60]}, tuple(rest))


def _is_nobody(name: str, lexicon: Lexicon) -> bool:
    return matches("name", name, lexicon) or is_trial(name, lexicon) or any(map(is_mashed, name.split()))


def _is_surely_nobody(name: str, lexicon: Lexicon) -> bool:
    """The same of a line that is perhaps no by-line: of single words some open other lines ("sorted by name")."""
    return is_trial(name, lexicon) or (" " in name and matches("name", name, lexicon))


def _name(block: Block) -> Span | None:
    if block.zone is METADATA:
        return Span.of(block) if block.kind is Kind.PERSON and _names_author(block.label) else None
    if block.zone is not Zone.BYLINE or len(block.text) > 60:
        return None
    if link := next((link for link in block.links if link.text), None):
        return Span(block, link.start, link.end)
    lead = _LEAD.match(block.text)
    return Span(block, lead.end() if lead else 0, len(block.text))


def _names_author(label: str) -> bool:
    return label.rpartition(":")[2] in {"author", "creator"}
