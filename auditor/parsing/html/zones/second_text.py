"""A second article below the first: pages that go on with the next one while their reader scrolls."""

from collections.abc import Sequence

from auditor.model.members import BODY, BOILERPLATE
from auditor.parsing import bylines
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones.marks import Mark

_NEAR = 3  # segments below a headline in which its writer is named
LEAST = 60  # words of the first text


def drop_second_text(page: Page, marks: list[Mark], top: int, last: int) -> None:
    """What stands from the next first-level heading on that names a writer of its own, as the headline does.

    Args:
        top: the first segment of the headline.
        last: the one behind it.
    """
    if page.segments[top].element.level != 1 or not _names_writer(page.segments[last : last + _NEAR]):
        return
    for heading in page.tagged("h1"):
        if last <= heading.first < heading.last and _names_writer(page.segments[heading.last : heading.last + _NEAR]):
            first = [s for s in page.segments[last : heading.first] if marks[s.index].zone is BODY]
            second = [s for s in page.segments[heading.first :] if marks[s.index].zone is BODY]
            for segment in second if sum(s.words for s in first) >= LEAST else ():
                marks[segment.index] = Mark(BOILERPLATE, "another article below")
            return


def _names_writer(lines: Sequence[Segment]) -> bool:
    return any(bylines.read(line.text) for line in lines)
