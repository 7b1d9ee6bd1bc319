"""What stands before the headline: labels of a site, and what was left there by mistake."""

from auditor.model.members import BODY, BOILERPLATE, PARAGRAPH
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones.marks import Mark

# Fewer words are no paragraph; before a headline stand at most this share of the words after it. On 557 real article
# pages this cuts lines of 12; half or twice the words change two and three pages, a share of 1 none.
PARAGRAPH_WORDS, LABELS = 25, 0.5
# Around a text that is no page of a site stand eight blocks of menus and link lists at most: of 1,845 pages of sites 36
# have no more, half have over a hundred. Nothing prints lines into such a text, and a sentence before its
# headline belongs to it: an opener, a note, a salutation. Shorter ones are labels, as are longer ones without an end.
SITE, SENTENCE, ENDLESS = 8, 6, 12
_ENDS = '.!?:,…"”»'


def drop_labels(page: Page, marks: list[Mark], top: int, outside: str) -> None:
    """Lines before the headline, such as its section, unless much of the text stands there.

    Args:
        outside: the reason of segments that are no part of the container.
    """
    before = [s for s in page.segments[:top] if marks[s.index].zone is BODY]
    after = sum(s.words for s in page.segments[top:] if marks[s.index].zone is BODY)
    if sum(s.words for s in before) <= LABELS * after:
        for segment in before:
            if segment.words < PARAGRAPH_WORDS:
                marks[segment.index] = Mark(BOILERPLATE, "before the headline")
    if sum(mark.zone is BOILERPLATE for mark in marks) <= SITE:
        for segment in page.segments[:top]:
            if marks[segment.index].reason in ("before the headline", outside) and _is_said(segment):
                marks[segment.index] = Mark(BODY, "a sentence before the headline")


def _is_said(segment: Segment) -> bool:
    if segment.element.kind is not PARAGRAPH or segment.linked:
        return False
    return segment.words >= (SENTENCE if segment.text.rstrip()[-1:] in _ENDS else ENDLESS)
