"""Teasers: short rows of cards in the body, each with the linked title of another article and a line or two of it."""

from collections.abc import Sequence

from auditor.model.members import BODY, HEADING
from auditor.parsing.html.tree.page import Element, Segment
from auditor.parsing.html.zones.cards import Row, are_beside, rows
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.html.zones.widgets import PROSE, View, Widget, leads_on
from auditor.parsing.sections import RELATED

# Words of a card: a longer box with a link in it is a section of the text.
MOST_WORDS = 80
FEWEST = 2
# The shares of the body's words that a row may hold, and one below all of the text.
SHARE, AT_THE_END = 0.35, 0.6
WHOLE_TEXT = 300  # words of a text that stands for itself
_TITLE, _LONGEST_TITLE = 3, 30  # words
_HEADING_WORDS = 12
_CELLS = frozenset({"tr", "td"})  # a table of facts has linked names, too


def teasers(view: View, marks: Sequence[Mark], told: Sequence[int], bare: str, *, stated: bool) -> list[Widget]:
    """The rows of cards in the body, if they are beside its text.

    Args:
        told: words in sentences of each segment.
        bare: the reason of lines that were taken out because they are nothing but links.
        stated: the page says that it is an article, or when it was published.
    """
    page, body = view.page, [mark.zone is BODY for mark in marks]
    inside = (s for s in page.segments if s.links and (body[s.index] or marks[s.index].reason == bare))
    titles = (segment for segment in inside if _is_title(segment, view.host))
    found, done = list[Widget](), 0
    for boxes in sorted(rows(page.words, titles, MOST_WORDS), key=lambda row: (row[0].index, -len(row))):
        first, last = boxes[0].first, boxes[-1].last
        if (
            first >= done
            and len(boxes) >= FEWEST
            and _is_row(view, boxes)
            and _is_aside(page.segments, body, first, last)
        ):
            done = last
            found.append(Widget(_heading(view, first), last, RELATED, "cards of other articles", _items(view, boxes)))
    return found if found and _are_beside(page.segments, body, told, found, stated=stated) else []


def _are_beside(
    segments: Sequence[Segment], body: Sequence[bool], told: Sequence[int], found: Sequence[Widget], *, stated: bool
) -> bool:
    inside = {index for row in found for index in range(row.first, row.last)}
    shown = [segment for segment in segments if body[segment.index]]
    held = sum(segment.words for segment in shown if segment.index in inside)
    around = sum(told[segment.index] for segment in shown if segment.index not in inside)
    return are_beside(held, around, sum(segment.words for segment in shown), stated=stated)


def _is_aside(segments: Sequence[Segment], body: Sequence[bool], first: int, last: int) -> bool:
    """Is it little beside the text, or all below a text of its own?"""
    whole = sum(s.words for s in segments if body[s.index])
    held = sum(s.words for s in segments[first:last] if body[s.index])
    below = whole - held >= WHOLE_TEXT and not any(_is_text(s, body) for s in segments[last:])
    return 0 < held <= (AT_THE_END if below else SHARE) * whole


def _is_title(segment: Segment, host: str) -> bool:
    return (
        _TITLE <= segment.words <= _LONGEST_TITLE
        and segment.linked == segment.words
        and leads_on(segment.links[0].href, host)
    )


def _is_text(segment: Segment, body: Sequence[bool]) -> bool:
    return body[segment.index] and segment.words - segment.linked >= PROSE


def _is_row(view: View, boxes: Row) -> bool:
    """Do the boxes hold all that stands between the first and the last of them?"""
    words = view.page.words
    whole = words[boxes[-1].last] - words[boxes[0].first]
    return boxes[0].tag not in _CELLS and sum(words[box.last] - words[box.first] for box in boxes) >= 0.8 * whole


def _heading(view: View, first: int) -> int:
    """Where the row begins: at the line above it, if that is a heading or a label."""
    above = view.page.segments[first - 1] if first else None
    if above is None or above.words > _HEADING_WORDS:
        return first
    return first - 1 if above.element.kind is HEADING or above.text[-1] not in '.!?:;,…"”»' else first


def _items(view: View, boxes: Sequence[Element]) -> frozenset[int]:
    inside = (segment for box in boxes for segment in view.page.segments[box.first : box.last])
    return frozenset(segment.index for segment in inside if segment.links and _is_title(segment, view.host))
