"""Zones by the structure of the page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from auditor.model import PageType, Zone
from auditor.model.members import (
    BODY,
    BOILERPLATE,
    CAPTION,
    COMMENTS,
    HEADLINE,
    LINKS,
    METADATA,
)
from auditor.parsing.html.facts.titles import Headline
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones import cards, unshown
from auditor.parsing.html.zones.before import drop_labels
from auditor.parsing.html.zones.colophon import drop_colophon
from auditor.parsing.html.zones.container import body_ranges
from auditor.parsing.html.zones.copies import label_copies
from auditor.parsing.html.zones.flags import (
    ASIDE,
    CONSENT,
    DISCUSSION,
    HIDDEN,
    NAVIGATION,
    OF_PICTURE,
    Flag,
    flagged,
    own_flags,
)
from auditor.parsing.html.zones.labelled import keep_facts
from auditor.parsing.html.zones.lines import GOOD_WORDS, ONLY_LINKS, drop_lists, furniture
from auditor.parsing.html.zones.listing import LISTED, is_list
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.html.zones.offers import drop_conditions, drop_offers
from auditor.parsing.html.zones.over_nothing import left_over
from auditor.parsing.html.zones.page_type import Stated
from auditor.parsing.html.zones.repeats import drop_repeats
from auditor.parsing.html.zones.reviews import reviews
from auditor.parsing.html.zones.second_text import drop_second_text
from auditor.parsing.html.zones.standfirst import standfirsts
from auditor.parsing.html.zones.teasers import teasers
from auditor.parsing.html.zones.template_lines import drop_template_lines
from auditor.parsing.html.zones.widgets import View, Widget, announced, beside, in_body, neighbours
from auditor.web import host as host_of
from auditor.web import published_host

# A good segment is prose: enough words, and less than half of them linked.
GOOD_LINKED = 0.5
# A page with less prose than this share of its unlinked words is one of short lines, and each of them counts.
LINES = 0.35
# A flag that would cost more than this share of the good words is not believed.
GUARD = 0.35
_PLACES = {NAVIGATION: "menu", CONSENT: "menu", ASIDE: "side"}
_ZONES = {DISCUSSION: COMMENTS, HIDDEN: Zone.HIDDEN}
_MAY_LIST = frozenset({None, PageType.LISTING, PageType.PRODUCT, PageType.EVENT})
_NO_HOST = "-"  # no link leads there
_OUTSIDE = "outside the container"


def mark_zones(page: Page, headline: Headline | None, said: Stated, told: Sequence[str], *, dated: bool) -> list[Mark]:
    """One mark for each segment.

    Args:
        told: descriptions of itself.
        dated: the page says when it was published.
    """
    top = headline[0] if headline else None
    words = [s.words if s.words >= GOOD_WORDS and s.linked < GOOD_LINKED * s.words else 0 for s in page.segments]
    of_buyers = reviews(page) if said.is_sold else {}
    own = own_flags(page, [0, *accumulate(words)], GUARD, top, of_buyers, posts=said.is_discussion)
    clear = _clear(words, flagged(page, own))
    flags = flagged(page, dict(sorted((own | unshown.hidden(page, clear)).items())))
    clear = _clear(words, flags)
    shelf = cards.find(page, flags, clear, one=said.is_product) if said.type in _MAY_LIST else None
    if shelf and shelf.are_beside(one=said.is_product):
        flags = shelf.aside(flags)
        clear = _clear(words, flags)
    shelved = shelf and not said.is_product and shelf.are_text(dated=dated)
    listed = shelf.counted(page, words) if shelf and shelved else None
    listing = not (dated or listed) and said.type is not PageType.ARTICLE and is_list(page, clear[-1], flags)
    if listed:
        clear = _clear(listed, flags)
    else:
        clear = _clear([s.words for s in page.segments], flags) if listing else _or_lines(page, clear, flags)
    host = published_host(said.address) if said.address else _own_site(page)
    leads = frozenset() if listing or listed else frozenset(standfirsts(page, top, told))
    flags = [None if index in leads else flag for index, flag in enumerate(flags)] if leads else flags
    ranges = body_ranges(page, clear, top, posts=said.is_discussion, sold=said.is_product)
    inside = _inside(page, ranges, leads, listed)
    listing = listing or bool(listed)
    marks = [_mark(*each, host, listing=listing) for each in zip(page.segments, flags, inside, strict=True)]
    if not listing:
        drop_lists(page, marks, host)
        keep_facts(page, marks, ONLY_LINKS)
    places = [_place(*each) for each in zip(flags, marks, strict=True)]
    view = View(page, announced(page), places, host)
    widgets = [] if listing else [found for found in in_body(view) if places[found.first] != "menu"]
    for found in widgets:
        _cut(marks, found, top)
    stated = dated or said.type is PageType.ARTICLE
    rows = [] if listing else teasers(view, marks, words, ONLY_LINKS, stated=stated)
    for found in rows:
        _cut(marks, found, top)
    _drop_lines(page, marks, top, said)
    if not listing:
        for index in left_over(page, marks, _OUTSIDE):
            marks[index] = Mark(BOILERPLATE, "over nothing")
    if headline:
        drop_second_text(page, marks, *headline)
        drop_labels(page, marks, headline[0], _OUTSIDE)
        marks[slice(*headline)] = [Mark(HEADLINE, "heading most like the title")] * (headline[1] - headline[0])
    free = [mark.zone is BOILERPLATE for mark in marks]
    around = list(beside(view, free))
    label_copies(page, marks)
    return _linked(page, marks, places, [*widgets, *rows, *neighbours(page), *around])


def _drop_lines(page: Page, marks: list[Mark], top: int | None, said: Stated) -> None:
    """Take out what stands in the container and is no text, by what it says and how often."""
    drop_offers(page, marks)
    if said.is_product:
        drop_conditions(page, marks)
    drop_repeats(page, marks, top, GOOD_WORDS)
    if said.is_discussion or said.is_product:
        drop_template_lines(page, marks)
    drop_colophon(page, marks)


def _inside(
    page: Page, ranges: Iterable[tuple[int, int]], leads: Iterable[int], listed: Sequence[int] | None
) -> list[bool]:
    """For each segment whether it is in the container, and of a list no button."""
    within = {*leads, *(index for first, last in ranges for index in range(first, last))}
    return [index in within and (listed is None or listed[index] > 0) for index in range(len(page.segments))]


def _clear(words: Sequence[int], flags: Sequence[Flag | None]) -> list[int]:
    """Good words outside flagged parts before each segment."""
    return [0, *accumulate(0 if flag else n for n, flag in zip(words, flags, strict=True))]


def _or_lines(page: Page, clear: list[int], flags: Sequence[Flag | None]) -> list[int]:
    """The good words, or of a page of short lines the unlinked ones."""
    lines = _clear([segment.words - segment.linked for segment in page.segments], flags)
    return lines if clear[-1] < LINES * lines[-1] else clear


def _mark(segment: Segment, flag: Flag | None, inside: bool, host: str, *, listing: bool) -> Mark:
    if flag:
        told = inside and flag.kind == OF_PICTURE
        return Mark(METADATA if told else _ZONES.get(flag.kind, BOILERPLATE), flag.why)
    if not inside:
        return Mark(BOILERPLATE, _OUTSIDE)
    if listing or segment.element.kind is CAPTION:
        return Mark(BODY, LISTED if listing else "caption in the container")
    why = furniture(segment, host)
    return Mark(BOILERPLATE, why) if why else Mark(BODY, "in the container")


def _cut(marks: list[Mark], found: Widget, top: int | None) -> None:
    """Take a widget out of the body."""
    for index in range(found.first, found.last):
        if index != top and marks[index].zone is BODY:
            marks[index] = Mark(BOILERPLATE, found.reason)


def _place(flag: Flag | None, mark: Mark) -> str:
    if flag:
        return _PLACES.get(flag.kind, "")
    return "inner" if mark.reason == ONLY_LINKS else ""


def _linked(page: Page, marks: Sequence[Mark], places: Sequence[str], widgets: Sequence[Widget]) -> list[Mark]:
    """The items and the headings of widgets as the links zone, numbered in order."""
    result, group = list(marks), 0
    for found in sorted(widgets, key=lambda widget: widget.first):
        menu = places[found.first] == "menu"
        mine = [
            index
            for index in range(found.first, found.last)
            if result[index].zone is BOILERPLATE and not result[index].group and (menu or places[index] != "menu")
        ]
        if not found.items.isdisjoint(mine):
            group += 1
            for index in mine:
                heading = index == found.first and not page.segments[index].linked
                zone = LINKS if heading or index in found.items else BOILERPLATE
                result[index] = Mark(zone, found.reason, group, found.label)
    return result


def _own_site(page: Page) -> str:
    """The host that most links of the page lead to, "" for a page whose links to itself name no host."""
    addresses = [link.href for segment in page.segments for link in segment.links if link.href[:1] != "#"]
    hosts = Counter(host_of(href) for href in addresses if "//" in href[:8])
    name, count = hosts.most_common(1)[0] if hosts else ("", 0)
    return name if count > len(addresses) - hosts.total() else _NO_HOST
