"""Text that the page has printed before: of it the first counts."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model.members import BODY, BOILERPLATE
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.marks import Mark

# Of a segment of so many words, which no paragraph has, this share must stand in earlier ones: pages keep their text
# once more without its markup, for readers who have not paid or for a voice that reads it aloud.
WHOLE_TEXT, AGAIN = 300, 0.8
_MOST_LOOKED_UP = 500  # paragraphs
# A preview stands beside the text, begins as it does, and of its words this share stand in it.
PREVIEW, _PREVIEW_WORDS, _OPENING, _BESIDE = 0.9, 25, 40, 2


_PULLED, _MOST_PULLED = late(r"(?i)pull-?_?quote"), 60  # words of such a quotation


def drop_repeats(page: Page, marks: list[Mark], top: int | None, fewest: int) -> None:
    """Responsive builders print the same text two or three times; an author who does so stays in one container.

    Args:
        top: the segment of the headline.
        fewest: words of a line that nobody writes twice.
    """
    first: dict[str, Element | None] = {page.segments[top].text: None} if top is not None else {}
    for segment in _previews(page, marks):
        marks[segment.index] = Mark(BOILERPLATE, "the beginning of a text below or above")
    for segment in _pulled(page, marks):
        marks[segment.index] = Mark(BOILERPLATE, "a line of the text, set large")
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


def _previews(page: Page, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Texts beside which the page has them in full: they open what a button unfolds."""
    last: Segment | None = None
    for segment in page.segments:
        if segment.words < _PREVIEW_WORDS or marks[segment.index].zone is not BODY:
            continue
        if last and segment.index - last.index <= _BESIDE and _opens_alike(last, segment):
            short, long = sorted((last, segment), key=lambda one: one.words)
            if short.words < long.words and _holds(long, short):
                yield short
        last = segment


def _opens_alike(one: Segment, other: Segment) -> bool:
    return one.text[:_OPENING] == other.text[:_OPENING] and one.element.parent is not other.element.parent


def _holds(long: Segment, short: Segment) -> bool:
    words = Counter(short.text.split())
    return (words & Counter(long.text.split())).total() >= PREVIEW * words.total()


def _pulled(page: Page, marks: Sequence[Mark]) -> list[Segment]:
    """Quotations that a class calls pulled out of the text, and that stand in it."""
    named = (e for opening, found in page.marked.items() if "ull" in opening and _PULLED.search(opening) for e in found)
    short = (e for e in named if page.words[e.last] - page.words[e.first] <= _MOST_PULLED)
    pulled = {index for e in short for index in range(e.first, e.last) if marks[index].zone is BODY}
    if not pulled:
        return []
    text = "\n".join(_letters(s.text) for s in page.segments if marks[s.index].zone is BODY and s.index not in pulled)
    return [page.segments[index] for index in sorted(pulled) if _letters(page.segments[index].text) in text]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
