"""Offers to subscribe or to log in, which stand where a text breaks off."""

from collections.abc import Sequence

from auditor.model.members import BODY, BOILERPLATE, PARAGRAPH
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.sections import is_offer

# Words of an offer with the list of what one gets for it; the longer one of two on 1,845 pages has 79.
_MOST = 120


def drop_offers(page: Page, marks: list[Mark]) -> None:
    """An offer goes with the box that it opens, unless the box is most of the body."""
    whole: int | None = None  # words of the body, counted for the first offer
    for segment in page.segments:
        if marks[segment.index].zone is BODY and segment.element.kind is PARAGRAPH and is_offer(segment.text):
            first, last = _box(page, segment)
            own = _words(page, marks, first, last)
            whole = _words(page, marks, 0, len(page.segments)) if whole is None else whole
            if own * 2 < whole:
                whole -= own
                for index in range(first, last):
                    if marks[index].zone is BODY:
                        marks[index] = Mark(BOILERPLATE, "an offer to subscribe")


def _box(page: Page, segment: Segment) -> tuple[int, int]:
    """The segments of the largest element that the offer opens."""
    first, last = segment.index, segment.index + 1
    node: Element | None = segment.element
    while node is not None and node.first == first and page.words[node.last] - page.words[first] <= _MOST:
        last, node = max(last, node.last), node.parent
    return first, last


def _words(page: Page, marks: Sequence[Mark], first: int, last: int) -> int:
    return sum(s.words for s in page.segments[first:last] if marks[s.index].zone is BODY)
