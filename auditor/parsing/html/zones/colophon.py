"""The colophon of a page: who made it, when, and whose it is."""

import re

from auditor.expressions import late
from auditor.model.members import BODY, BOILERPLATE
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones.marks import Mark

COLOPHON = 40  # words below the last rule of a page, at most; one of those pages has it, and 80 cut two others
_IMPRINT = late(
    r"©|\(c\) ?(?:19|20)\d\d|copyright|all rights reserved|last (?:updated|modified|changed)", re.IGNORECASE
)


def drop_colophon(page: Page, marks: list[Mark]) -> None:
    """What stands below the last rule, where it is short and says who made the page, or when, or whose it is."""
    rules = page.tagged("hr")
    below = page.segments[rules[-1].first :] if rules else ()
    closing = [s for s in below if marks[s.index].zone is BODY]
    if sum(s.words for s in closing) <= COLOPHON and any(map(_is_imprint, closing)):
        for segment in closing:
            marks[segment.index] = Mark(BOILERPLATE, "below the last rule")


def _is_imprint(segment: Segment) -> bool:
    return _IMPRINT.search(segment.text) is not None or any(link.href[:7] == "mailto:" for link in segment.links)
