"""Author boxes, bylines and datelines of a page, and the people that it describes."""

from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import islice

from msgspec import structs

from auditor.model import Author, Block, Field, Kind, Span, Syntax, Zone
from auditor.model.members import ALT, AUTHOR, COMMENTS, FIELD, HEADLINE, METADATA
from auditor.parsing import bylines
from auditor.parsing.html.byline.attribution import clean
from auditor.parsing.html.byline.elsewhere import is_person
from auditor.parsing.html.facts.metadata import Metadata
from auditor.parsing.html.profiles import author_boxes
from auditor.parsing.html.profiles.author_view import View
from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.places import place
from auditor.parsing.profiles import read_profile

_MOST_NAMES = 50
_CERTAIN = 0.75  # weight of a byline that becomes one


def mark_authors(page: Page, marks: Sequence[Mark], metadata: Metadata, *, posts: bool) -> dict[int, Mark]:
    """The segments that are about who wrote the page, with their new marks.

    Args:
        posts: of a forum; what stands below a name in one is what that person said.
    """
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
    names = known_names(metadata)
    top = metadata.headline[1] if metadata.headline else 0
    view = View(page, marks, names=names, people=_people(names, metadata), top=top, taken=found.keys())
    for number, box in enumerate(() if posts else author_boxes.find(view), group + 1):
        mark = Mark(AUTHOR, box.reason, number)
        found.update((i, mark) for i in range(box.first, box.last) if marks[i].reason != "<button>")
    return {i: mark for i, mark in found.items() if marks[i].zone not in (HEADLINE, COMMENTS)}


def known_names(metadata: Metadata) -> tuple[str, ...]:
    """Everybody whom the page names as an author, the byline first."""
    stated = (name for b in metadata.blocks if b.kind is Kind.PERSON for name in clean(unescape(b.text)))
    printed = (name for p in metadata.printed for name in p.names)
    everybody = dict.fromkeys(name for name in (*metadata.byline, *printed, *stated) if len(name) > 2)
    return tuple(islice(everybody, _MOST_NAMES))


def _people(names: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """The names that may be a person's: those in the form of one that are not the site's."""
    sites = {unescape(b.text).lower() for b in metadata.blocks if b.kind is Kind.SITE}
    return tuple(name for name in names if " " in name and bylines.is_name(name) and name.lower() not in sites)


def read_authors(page: Page, blocks: Sequence[Block], metadata: Metadata, zone: Zone | None) -> tuple[Author, ...]:
    """Whom the page describes: in its author boxes, in JSON-LD, in tags.

    With `zone` author the whole source is one profile.
    """
    source = page.source
    if zone is AUTHOR:
        return _whole(source, blocks, metadata)
    boxes = (read_profile(source, group) for group in _boxes(blocks))
    people = (_profile(source, person) for person in metadata.people)
    return (*boxes, *people, *_in_tags(source, metadata.blocks))


def byline(metadata: Metadata, authors: Sequence[Author]) -> tuple[str, ...]:
    """Names of the article's authors: as stated or printed near the headline, else of its author boxes."""
    if metadata.byline and not metadata.anonymous:
        return metadata.byline
    fits = is_person if metadata.byline else bylines.is_name
    boxed = (author.name for author in authors if author.source == "visible")
    return tuple(dict.fromkeys(name for name in boxed if fits(name))) or metadata.byline


def _whole(source: str, blocks: Sequence[Block], metadata: Metadata) -> tuple[Author, ...]:
    shown = [block for block in blocks if block.zone is AUTHOR]
    stated = [block for person in metadata.people for block in person]
    alts = [block for block in blocks if block.kind is ALT and block.zone is METADATA]
    if not shown:
        return tuple(_profile(source, person) for person in metadata.people)
    return (_profile(source, [*shown, *alts, *stated], "visible"),)


def _boxes(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks of each author group, with the alternative texts of the pictures in it and straight before it."""
    waiting: list[Block] = []
    groups: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind is ALT:
            waiting.append(block)
        elif block.zone is AUTHOR:
            groups.setdefault(block.group, []).extend([*waiting, block])
            waiting = []
        elif block.zone is not METADATA:
            waiting = []
    return iter(groups.values())


def _profile(source: str, blocks: Sequence[Block], origin: str = "json-ld") -> Author:
    """The profile of a person in JSON-LD: the block of their name is read as the field that it is."""
    named = [structs.replace(b, kind=FIELD, label="name") if b.kind is Kind.PERSON else b for b in blocks]
    own = {(block.start, block.end): block for block in blocks}
    profile = read_profile(source, named, origin)
    return structs.replace(profile, fields=_placed(profile.fields, own), empty=_placed(profile.empty, own))


def _placed(fields: Sequence[Field], own: Mapping[tuple[int, int], Block]) -> tuple[Field, ...]:
    """Fields whose spans are in the document's own blocks."""
    return tuple(
        structs.replace(f, span=structs.replace(f.span, block=own[f.span.block.start, f.span.block.end]))
        for f in fields
    )


def _in_tags(source: str, blocks: Sequence[Block]) -> Iterator[Author]:
    """Each name that a tag states, once."""
    seen: set[str] = set()
    for block in blocks:
        if block.kind is not Kind.PERSON or block.syntax is not Syntax.ATTRIBUTE:
            continue
        for name in clean(block.text):
            start = block.text.find(name)
            if name not in seen and start >= 0:
                seen.add(name)
                span = Span(block, start, start + len(name))
                yield Author("meta", (Field("name", name, span, *place(source, span)),))
