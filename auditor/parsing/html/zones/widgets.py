"""Link widgets: lists of links to other pages, in the body or beside it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from auditor.model.members import HEADING, ITEM
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.sections import (
    CHUMBOX,
    PREVIOUS_NEXT,
    RELATED,
    TAGS,
    announces_link,
    is_generic,
    is_neighbour,
    widget,
)
from auditor.web import host as host_of

# A section under a widget's heading needs this share of linked words.
SECTION_LINKED = 0.2
# "Topics" and "Next" head chapters of articles too: there nearly all must be links.
LABELLED_LINKED = 0.7
# Unlinked prose of this many words beside the heading is the article again.
PROSE = 20
# Anchors of menus are short (one to three words in the mean), headlines have five to twelve; a sidebar's are between.
ANCHOR_WORDS = {"side": 2.75, "inner": 2.0, "menu": 3.5, "": 3.5}
# No real widget is longer.
MOST_SEGMENTS = 1_000
_HEADING_WORDS, _TITLE_BLANKS = 12, 2
_BESIDE = frozenset({"prev", "next"})
_CLIMB = 5
_FEWEST = {"menu": 1_000_000, "inner": 4}


class Widget(Struct, frozen=True):
    """Segments `[first, last)` from the heading on, and those of them that are items."""

    first: int
    last: int
    label: str
    reason: str
    items: frozenset[int]


class View(Struct, frozen=True, dict=True):
    """What is known of a page when its widgets are looked for; for each segment:"""

    page: Page
    labels: Sequence[str]  # the kind of widget that it announces, from `announced`
    places: Sequence[str]  # the part of the page that it is in: "menu", "side", "inner" or ""
    host: str

    @cached_property
    def named(self) -> list[int]:
        """Segments with links that name a page."""
        return [s.index for s in self.page.segments if s.links and not is_generic(s.text)]

    @cached_property
    def names(self) -> frozenset[int]:
        return frozenset(self.named)


def announced(page: Page) -> list[str]:
    """For each segment the kind of widget that it is the heading of, or ""."""
    return [_announces(segment) if segment.words <= _HEADING_WORDS else "" for segment in page.segments]


def in_body(view: View) -> Iterator[Widget]:
    """Lists of links under a heading that announces them, and single lines that do ("Read also: ...")."""
    end = 0
    for segment in view.page.segments:
        index = segment.index
        if index < end:
            continue
        label = view.labels[index]
        if segment.links and 2 * segment.linked >= segment.words and announces_link(segment.text):
            yield Widget(index, index + 1, "inline", "a line that announces a link", frozenset({index}))
        elif label and (last := _section_end(view, segment)):
            host = "" if label == CHUMBOX else view.host
            items = _items(view, index, last, host) or _with_teasers(view, index, last, host)
            if items:  # further reading on other sites is a list of sources
                end = last
                yield Widget(index, last, label, f"under {segment.text!r}", items)


def beside(view: View, free: Sequence[bool]) -> Iterator[Widget]:
    """Runs of links outside the body that read like headlines, not like a menu.

    Args:
        free: segments that may belong to a widget.
    """
    first = -1  # of the open run
    for segment in view.page.segments:
        index = segment.index
        opens = free[index] and _opens(segment, view.labels[index])
        if first >= 0 and (opens or not free[index] or view.places[index] != view.places[first]):
            yield from _run(view, first, index)
            first = -1
        if first < 0 and free[index]:
            first = index
    if first >= 0:
        yield from _run(view, first, len(view.page.segments))


def neighbours(page: Page) -> Iterator[Widget]:
    """Links to the previous and the next article."""
    marked = {e.first for e in page.tagged("a") if _relates(e)}
    for segment in page.segments:
        if (
            segment.links
            and 2 * segment.linked >= segment.words
            and (segment.index in marked or any(is_neighbour(link.text) for link in segment.links))
        ):
            found = frozenset({segment.index})
            yield Widget(segment.index, segment.index + 1, PREVIOUS_NEXT, "previous and next article", found)


def _relates(anchor: Element) -> bool:
    written = anchor.opening.lower()  # spares the reading of most attributes
    return ("prev" in written or "next" in written) and not _BESIDE.isdisjoint(anchor.get("rel").lower().split())


def _announces(segment: Segment) -> str:
    """The kind of widget that the segment is the heading of."""
    heading = segment.element.kind is HEADING or _unlinked(segment)
    return widget(segment.text) if heading else ""


def _section_end(view: View, heading: Segment) -> int:
    """The end of the section under a heading, 0 if it holds too few links."""
    level = heading.element.level if heading.element.kind is HEADING else 7
    first = last = heading.index + 1
    for segment in view.page.segments[first : min(_scope(view, heading), first + MOST_SEGMENTS)]:
        if _ends(segment, heading, level):
            break
        last = segment.index + 1
    inside = view.page.segments[first:last]
    words, linked = sum(s.words for s in inside), sum(s.linked for s in inside)
    least = LABELLED_LINKED if view.labels[heading.index] in (TAGS, PREVIOUS_NEXT) else SECTION_LINKED
    return last if linked >= least * words and linked > 0 else 0


def _scope(view: View, heading: Segment) -> int:
    """Where the nearest ancestor ends that has links after the heading, 0 if none near has."""
    node: Element | None = heading.element
    at = bisect_right(view.named, heading.index)
    following = view.named[at] if at < len(view.named) else len(view.page.segments)
    for _ in range(_CLIMB):
        if node is None or node.last > following:
            break
        node = node.parent
    return node.last if node and node.last > following else 0


def _ends(segment: Segment, heading: Segment, level: int) -> bool:
    element = segment.element
    if 2 * segment.linked >= segment.words:
        return False
    if element.kind is HEADING:
        return element.level <= level
    flat = element.parent is heading.element.parent
    return flat and segment.words >= (PROSE if level <= 6 else 1)


def _unlinked(segment: Segment) -> bool:
    return 2 * segment.linked < segment.words


def _opens(segment: Segment, label: str) -> bool:
    """Does a heading, or long prose, divide one run from the next?"""
    if not _unlinked(segment):
        return False
    return bool(label) or segment.element.kind is HEADING or segment.words >= 3 * PROSE


def _run(view: View, first: int, last: int) -> Iterator[Widget]:
    page, place, label = view.page, view.places[first], view.labels[first]
    start = page.segments[first]
    headed = _opens(start, label)
    if label:
        last = min(last, _scope(view, start) or last)
    items = _items(view, first, last, "" if headed and start.element.kind is HEADING else view.host)
    if not items:
        return
    anchors = {page.segments[index].text for index in items}
    mean = sum(text.count(" ") + 1 for text in anchors) / len(anchors)
    if label and headed and (place != "menu" or (mean >= ANCHOR_WORDS[place] and " " in start.text)):
        yield Widget(first, last, label, f"under {start.text!r}", items)
    elif len(anchors) >= _FEWEST.get(place, 2) and mean >= ANCHOR_WORDS[place]:
        yield Widget(first, last, RELATED, f"links like headlines, {mean:.1f} words each", items)


def _items(view: View, first: int, last: int, host: str) -> frozenset[int]:
    """The segments that name a linked page: of a card only its title."""
    found: dict[int, Segment] = {}
    href, best, names = "", -1, view.names
    for segment in view.page.segments[first:last]:
        if segment.index not in names or 2 * segment.linked < segment.words or _labels(segment):
            continue
        if not leads_on(segment.links[0].href, host):
            continue
        if segment.links[0].href == href and len(segment.links) == 1:
            if _title_like(segment) > _title_like(found[best]):
                del found[best]
                found[segment.index], best = segment, segment.index
            continue
        href, best = segment.links[0].href, segment.index
        found[best] = segment
    return frozenset(found)


def _with_teasers(view: View, first: int, last: int, host: str) -> frozenset[int]:
    """Items that each begin with the linked title of another page and go on with a line or two of it."""
    lines = [s for s in view.page.segments[first + 1 : last] if s.element.kind is ITEM]
    titled = [s for s in lines if s.links and s.links[0].start == 0 and _is_title_of_item(s, host)]
    return frozenset(s.index for s in titled) if len(titled) == len(lines) == last - first - 1 else frozenset()


def _is_title_of_item(segment: Segment, host: str) -> bool:
    link = segment.links[0]
    return link.text.count(" ") >= _TITLE_BLANKS and leads_on(link.href, host)


def _labels(segment: Segment) -> bool:
    """Is it a row of categories, tags or authors?"""
    return len(segment.links) > 2 and segment.linked < 4 * len(segment.links)


def _title_like(segment: Segment) -> int:
    return 2 * (segment.element.kind is HEADING) + (3 <= segment.words <= 25)


def leads_on(href: str, host: str) -> bool:
    """To another page of the same host.

    Of one site that would be too wide: the shops, vouchers and jobs of a newspaper stand at other hosts of it, and
    on 40 of 1,845 pages lists of those became lists of further reading.
    """
    href = href.strip().lower()
    if href.startswith(("#", "mailto:", "tel:", "javascript:")) or not href:
        return False
    if "//" not in href[:8]:
        return True
    return not host or host_of(href) == host
