"""Text that the page has printed before: of it the first counts."""

from collections.abc import Sequence

from auditor.model.members import BODY, BOILERPLATE
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.marks import Mark

# Of a segment of so many words, which no paragraph has, this share must stand in earlier ones: pages keep their text
# once more without its markup, for readers who have not paid or for a voice that reads it aloud.
WHOLE_TEXT, AGAIN = 300, 0.8
_MOST_LOOKED_UP = 500  # paragraphs


def drop_repeats(page: Page, marks: list[Mark], top: int | None, fewest: int) -> None:
    """Responsive builders print the same text two or three times; an author who does so stays in one container.

    Args:
        top: the segment of the headline.
        fewest: words of a line that nobody writes twice.
    """
    first: dict[str, Element | None] = {page.segments[top].text: None} if top is not None else {}
    before = list[Segment]()
    for segment in page.segments:
        if marks[segment.index].zone is BODY and segment.words >= fewest:
            parent = segment.element.parent
            if first.setdefault(segment.text, parent) is not parent or _is_all_again(segment, before):
                marks[segment.index] = Mark(BOILERPLATE, "printed before")
            else:
                before.append(segment)


def _is_all_again(segment: Segment, before: Sequence[Segment]) -> bool:
    if segment.words < WHOLE_TEXT or len(before) < 2:
        return False
    again = sum(s.words for s in before[:_MOST_LOOKED_UP] if s.text in segment.text)
    return again >= AGAIN * segment.words
