"""Marks that are no words go, with the blank before them where that would be left over."""

import re
from collections.abc import Iterator

from auditor.fixing.reading import Asked, Edit, Spot

_FOLLOWED = re.compile(r"[ \t.,;:!?)\]\r\n]|\Z|</(?:p|li|h[1-6]|td|dd|div)>", re.IGNORECASE)


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    """Of each place the start that one of the card's expressions describes."""
    marks = [re.compile(one, re.IGNORECASE) for one in asked.only]
    for spot in asked.spots:
        text = asked.reading.text(spot)
        sizes = (found.end() for mark in marks if (found := mark.match(text)))
        if size := max(sizes, default=0):
            yield spot, _with_blank(asked, spot, size)


def _with_blank(asked: Asked, spot: Spot, size: int) -> Edit:
    first, _ = asked.reading.within(spot)
    own = asked.reading.characters(spot.block)[first : first + size]
    start, end, source = own[0].start, own[-1].end, asked.source
    before = start
    while before and source[before - 1] in " \t":
        before -= 1
    if before < start and _FOLLOWED.match(source, end) and source[before - 1 : before] not in ("", "\n", "\r"):
        return Edit(before, end)
    return Edit(start, end)
