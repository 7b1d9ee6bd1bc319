"""Boxes about the author of an article: by their fields, their markup, their heading or their first sentence.

Measured on 54 English pages read by hand: word F1 .46 by class names alone, .90 by all signs; of 31 pages without a
box one gets one.
"""

from collections.abc import Sequence

from auditor.parsing.html.profiles import author_cards, author_fields, author_lines, author_markup, author_notes
from auditor.parsing.html.profiles.author_view import Box, View

_MOST = 100  # no article has more; each costs the reading of a profile


def find(view: View) -> list[Box]:
    """Author boxes in order, without overlap; where two overlap the surer kind of sign decides."""
    headings = author_lines.headings(view)
    found = [
        *author_fields.find(view),
        *author_markup.find(view),
        *author_cards.find(view),
        *author_lines.headed(view, headings),
        *author_lines.biographies(view),
        *author_lines.introductions(view),
        *author_lines.signed(view),
        *author_lines.titled(view),
        *author_markup.named(view),
    ]
    found = found or [*author_notes.find(view), *author_markup.biographies(view)]
    return _joined(_apart(found or list(author_lines.credited(view, headings)), len(view.segments)))


def _apart(boxes: Sequence[Box], segments: int) -> list[Box]:
    """The boxes that overlap none before them."""
    taken = bytearray(segments)
    kept: list[Box] = []
    for box in boxes[:_MOST]:
        if taken.find(1, box.first, box.last) < 0:
            taken[box.first : box.last] = b"\x01" * (box.last - box.first)
            kept.append(box)
    return sorted(kept)


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """The boxes in order; a biography straight below the fields of a person belongs to them."""
    kept: list[Box] = []
    for box in boxes:
        before = kept[-1] if kept else box
        if before.last == box.first and (before.reason, box.reason) == (author_fields.WHY, author_lines.WHY):
            kept[-1] = before._replace(last=box.last)
        else:
            kept.append(box)
    return kept
