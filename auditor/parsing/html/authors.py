"""Author boxes, bylines and datelines of a page, and the people that it describes."""

from collections.abc import Sequence
from html import unescape
from itertools import groupby

from auditor.model import Author, Block, Kind, Zone
from auditor.parsing import bylines
from auditor.parsing.html import author_boxes
from auditor.parsing.html.credits import clean
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.metadata import Metadata
from auditor.parsing.html.page import Page
from auditor.parsing.profiles import read_profile

_CERTAIN = 0.75  # weight of a byline that becomes one


def mark_authors(page: Page, marks: Sequence[Mark], metadata: Metadata) -> dict[int, Mark]:
    """The segments that are about who wrote the page, with their new marks."""
    found: dict[int, Mark] = {}
    for dated in metadata.dated:
        found[dated.segment] = Mark(Zone.DATELINE, "date near the headline")
    for printed in metadata.printed:
        if printed.weight >= _CERTAIN and page.segments[printed.segment].words <= 15:
            reason = f"byline: {printed.how}"
            found[printed.segment] = Mark(Zone.BYLINE, reason)
            if printed.label >= 0:
                found[printed.label] = Mark(Zone.BYLINE, reason)
    group = max((mark.group for mark in marks), default=0)
    top = metadata.headline[1] if metadata.headline else 0
    names = known_names(metadata)
    boxes = author_boxes.find(page, marks, names, _people(names, metadata), top, found.keys())
    for number, box in enumerate(boxes, group + 1):
        found.update(dict.fromkeys(range(box.first, box.last), Mark(Zone.AUTHOR, box.reason, number)))
    return {i: mark for i, mark in found.items() if marks[i].zone not in (Zone.HEADLINE, Zone.COMMENTS)}


def known_names(metadata: Metadata) -> tuple[str, ...]:
    """Everybody whom the page names as an author, the byline first."""
    stated = (name for b in metadata.blocks if b.kind is Kind.PERSON for name in clean(unescape(b.text)))
    printed = (name for p in metadata.printed for name in p.names)
    return tuple(dict.fromkeys(name for name in (*metadata.byline, *printed, *stated) if len(name) > 2))


def _people(names: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """The names that may be a person's: those in the form of one that are not the site's."""
    sites = {unescape(b.text).lower() for b in metadata.blocks if b.kind is Kind.SITE}
    return tuple(name for name in names if " " in name and bylines.is_name(name) and name.lower() not in sites)


def read_authors(page: Page, blocks: Sequence[Block], metadata: Metadata, zone: Zone | None) -> tuple[Author, ...]:
    """A profile for each author group; with `zone` author all visible blocks are one."""
    shown = [block for block in blocks if block.zone is Zone.AUTHOR]
    if zone is Zone.AUTHOR:
        return (read_profile(page.source, shown),) if shown else ()
    return tuple(read_profile(page.source, list(group)) for _, group in groupby(shown, key=lambda block: block.group))
