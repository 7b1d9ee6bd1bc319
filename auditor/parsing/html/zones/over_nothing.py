"""The headings and labels with which a body ends: what stood below them was a list of links, a form, a player."""

from collections.abc import Sequence

from auditor.model.members import BODY, HEADING, PARAGRAPH
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones.marks import Mark

# A label is as short as "Recommended by the editors"; a longer line says something, and so does a longer heading.
_LABEL_WORDS, _HEADING_WORDS = 6, 12
# Where a text ends with more headings, they are its text: names in large letters, the steps of a list.
MOST = 3
_SENTENCE = '.!?…"”»“。！？)'


def left_over(page: Page, marks: Sequence[Mark], outside: str) -> list[int]:
    """The segments with which the body ends and which stand over nothing, the last first.

    Args:
        outside: the reason of segments that are no part of the container.
    """
    found, gone = list[int](), list[Segment]()
    for segment in reversed(page.segments):
        mark = marks[segment.index]
        if mark.zone is not BODY:
            if mark.reason != outside:
                gone.append(segment)
        elif segment is not page.segments[-1] and _is_over_nothing(segment, gone):
            found.append(segment.index)
        else:
            return found if len(found) <= MOST else []
    return []


def _is_over_nothing(segment: Segment, gone: Sequence[Segment]) -> bool:
    if segment.element.kind is HEADING:
        return segment.words <= _HEADING_WORDS
    label = segment.words <= _LABEL_WORDS and not segment.linked and segment.text[-1] not in _SENTENCE
    return label and segment.element.kind is PARAGRAPH and bool(gone) and _is_below(gone[-1], segment)


def _is_below(segment: Segment, label: Segment) -> bool:
    """Is it the next one, and in what holds the label?"""
    return segment.index == label.index + 1 < (label.element.parent or label.element).last
