"""What the search for author boxes asks of a page."""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import NamedTuple

from auditor.model.members import BODY, COMMENTS, HEADLINE
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.marks import Mark

SENTENCE, LINE, MOST = 8, 8, 300  # words: a sentence has at least, a line at most, a biography at most
BESIDE = 15  # words that a box may have beside what made it one
HEADS = 3  # lines before a biography that may belong to it: heading, name, job
_MOST_OF_BODY = 0.6
_PARAGRAPH = 25  # words


class Box(NamedTuple):
    """Segments `[first, last)`, and why they are about an author."""

    first: int
    last: int
    reason: str


class View:
    """A page with its zones, its bylines and the names that it gives.

    Args:
        names: whom the page names as its authors, organisations too.
        people: those among them that are persons.
        top: the segment after the headline.
        taken: segments that are bylines and datelines.
    """

    def __init__(
        self,
        page: Page,
        marks: Sequence[Mark],
        *,
        names: Sequence[str],
        people: Sequence[str],
        top: int,
        taken: AbstractSet[int],
    ) -> None:
        self.page, self.marks, self.segments = page, marks, page.segments
        self.names, self.people, self.top, self.taken = tuple(names), tuple(people), top, taken
        self.firsts = tuple(dict.fromkeys(first for name in people if len(first := name.split()[0]) > 2))
        zones = [mark.zone for mark in marks]
        self._closed = [0, *accumulate([zone is COMMENTS or zone is HEADLINE for zone in zones])]
        body = [s.words if zone is BODY else 0 for s, zone in zip(self.segments, zones, strict=True)]
        running = list(accumulate(body))
        most = _MOST_OF_BODY * running[-1] if running else 0
        self.after_text = max(top, bisect_left(running, most))
        paragraphs = (i for i, words in enumerate(body[top:], top) if words >= _PARAGRAPH)
        self.begins = next(paragraphs, len(body))  # where the first paragraph of the text stands
        self.body_end = bisect_left(running, running[-1]) if running else 0

    def open_(self, first: int, last: int) -> bool:
        """Whether none of the segments is a comment or the headline."""
        return self._closed[last] == self._closed[first]

    def words(self, first: int, last: int) -> int:
        return self.page.words[last] - self.page.words[first]

    def prose(self, first: int, last: int) -> int:
        """Words in sentences."""
        return sum(s.words for s in self.segments[first:last] if is_prose(s))

    def before(self, segment: Segment) -> Sequence[Segment]:
        return self.segments[max(0, segment.index - HEADS) : segment.index]

    def is_known(self, text: str) -> bool:
        """Whether a line begins with one of the names."""
        return 0 < len(text) < 80 and text.startswith(self.names)

    def run_end(self, first: int) -> int:
        """The end of the paragraphs that follow one another."""
        last, words = first + 1, self.segments[first].words
        while last < len(self.segments) and is_prose(self.segments[last]) and words < MOST:
            words += self.segments[last].words
            last += 1
        return last

    def has_head(self, first: int, last: int) -> bool:
        """Whether a line stands before the first sentences."""
        return last - first > 1 and self.segments[first].words <= LINE

    def grown(self, element: Element, first: int, last: int) -> tuple[int, int]:
        """The segments with what stands beside them in the smallest elements around, until they have a first line."""
        most = self.words(first, last) + BESIDE
        node: Element | None = element
        while node is not None and node.index and not self.has_head(first, last):
            if self.words(node.first, node.last) > most or not self.open_(node.first, node.last):
                break
            first, last, node = node.first, node.last, node.parent
        return first, last

    def below(self, element: Element, start: int) -> tuple[int, int] | None:
        """The smallest element around that begins at `start` and holds sentences close below it."""
        first = next((s.index for s in self.segments[start + 1 : start + 2 + HEADS] if is_prose(s)), None)
        node: Element | None = element
        while node is not None and node.index and first is not None and self.open_(node.first, node.last):
            if node.last > first:
                words = self.words(node.first, node.last)
                near = node.first >= start - 1 and words <= MOST
                fits = near and words <= self.prose(first, node.last) + 2 * BESIDE
                return (node.first, node.last) if fits else None
            node = node.parent
        return None


def is_prose(segment: Segment) -> bool:
    return segment.words >= SENTENCE and segment.linked < 0.5 * segment.words
