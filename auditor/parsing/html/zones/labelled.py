"""Lines of facts whose values are links: "Director: ...", the towns of each county, the players of each team.

Systems that link every name turn whole lines of an article into links. What tells them from a row of categories or
from a call to read on is that there are several, each behind a label of its own, among the paragraphs.
"""

from collections import defaultdict
from collections.abc import Sequence

from auditor.expressions import late
from auditor.model.members import BODY, PARAGRAPH
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.sections import announces_link, widget

FEWEST = 3  # below posts stand two such lines at most, of categories and of tags
_LABEL = late(r"([^:：]{1,30})[:：]\s?\w")


def keep_facts(page: Page, marks: list[Mark], bare: str) -> None:
    """Put such lines back into the body.

    Args:
        bare: the reason of lines that were taken out because they are nothing but links.
    """
    lines = defaultdict[int, list[Segment]](list)
    for segment in page.segments:
        if marks[segment.index].reason == bare and _is_fact(segment):
            lines[_around(segment)].append(segment)
    for around, found in lines.items():
        if len({_label(one) for one in found}) >= FEWEST and _has_prose(page, marks, around):
            for segment in found:
                marks[segment.index] = Mark(BODY, "one of several lines of facts")


def _is_fact(segment: Segment) -> bool:
    label = _label(segment)
    return bool(label) and segment.element.kind is PARAGRAPH and not (announces_link(segment.text) or widget(label))


def _label(segment: Segment) -> str:
    found = _LABEL.match(segment.text)
    return found[1] if found else ""


def _around(segment: Segment) -> int:
    """The element that holds the line and its neighbours."""
    return (segment.element.parent or segment.element).index


def _has_prose(page: Page, marks: Sequence[Mark], around: int) -> bool:
    """Whether a paragraph of the article stands in the same element."""
    element = page.elements[around]
    inside = page.segments[element.first : element.last]
    return any(marks[s.index].zone is BODY and s.element.kind is PARAGRAPH and s.words > s.linked for s in inside)
