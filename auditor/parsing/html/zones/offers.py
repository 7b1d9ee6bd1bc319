"""Offers to subscribe or to log in, which stand where a text breaks off, and a shop's terms beside what it sells."""

from collections.abc import Sequence

from auditor.model.members import BODY, BOILERPLATE, PARAGRAPH
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.sections import is_offer, opens_conditions

# Words of an offer with the list of what one gets for it; the longer one of two on 1,845 pages has 79.
_MOST = 120
# Words of the line above such terms, and of both; with twice of each the same pages gain, with half one of two less.
_LABEL, _TERMS = 5, 200
_OF_VALUE = ":："  # "Delivery: two days" is a fact


def drop_offers(page: Page, marks: list[Mark]) -> None:
    """An offer goes with the box that it opens, unless the box is most of the body."""
    whole: int | None = None  # words of the body, counted for the first offer
    for segment in page.segments:
        if marks[segment.index].zone is BODY and segment.element.kind is PARAGRAPH and is_offer(segment.text):
            first, last = _box(page, segment, _MOST)
            own = _words(page, marks, first, last)
            whole = _words(page, marks, 0, len(page.segments)) if whole is None else whole
            if own * 2 < whole:
                whole -= own
                for index in range(first, last):
                    if marks[index].zone is BODY:
                        marks[index] = Mark(BOILERPLATE, "an offer to subscribe")


def drop_conditions(page: Page, marks: list[Mark]) -> None:
    """How the things of a shop are sent and taken back goes with the box that says so, whoever sees the label."""
    for segment in page.segments:
        if segment.words <= _LABEL and segment.text[-1] not in _OF_VALUE and opens_conditions(segment.text):
            first, last = _box(page, segment, _TERMS)
            if 2 * _words(page, marks, first, last) < _words(page, marks, 0, len(page.segments)):
                for index in range(first, last):
                    if marks[index].zone is BODY:
                        marks[index] = Mark(BOILERPLATE, "terms of a shop")


def _box(page: Page, segment: Segment, most: int) -> tuple[int, int]:
    """The segments of the largest element that a line opens."""
    first, last = segment.index, segment.index + 1
    node: Element | None = segment.element
    while node is not None and node.first == first and page.words[node.last] - page.words[first] <= most:
        last, node = max(last, node.last), node.parent
    return first, last


def _words(page: Page, marks: Sequence[Mark], first: int, last: int) -> int:
    return sum(s.words for s in page.segments[first:last] if marks[s.index].zone is BODY)
