"""Bylines away from the headline: each counts only where the page has one of its kind, or all of them agree.

Of 57 English articles whose author was missed without them, 17 are found by them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from auditor.expressions import late
from auditor.model import Kind
from auditor.parsing import bylines
from auditor.parsing.html.byline import nearby
from auditor.parsing.html.byline.marked import in_markup
from auditor.parsing.html.byline.printed import BY, SURE, Printed
from auditor.parsing.html.tree.page import Page, Segment
from auditor.web import host
from auditor.web import owner as owner_of
from auditor.web import site as site_of
from auditor.words import listed
from auditor.world import dates
from auditor.world.names import given_names, letters

_APART = 2  # segments between a label and the name
_MOST_NAMES = 50
_CREDIT_WORDS = 10  # of a line that is no sentence
_SHORTEST_LABEL = 8  # letters: shorter words are no first and last name together
_NAME_WORDS = 5
_TEXT = 150  # words in paragraphs: of the text below a byline
_RIGHT = late(r"text-align:\s?right|align=[\"']?right")
_LABEL = 25  # characters in which a label with a colon ends
_NEEDLES = ('="author', "='author", "vcard")  # values of rel and itemprop, classes that begin so, visiting cards
_COLON = late("[:：]")
_WORK, _WRITTEN = (listed("bylines", key) for key in ("works", "written"))
_CREDIT = late(rf"(?:this |the )?(?:{_WORK})?(?: was)? ?(?:{_WRITTEN}) by:?\s", re.IGNORECASE)
_FIRM = late(
    rf"\b(?:{listed('bylines', 'legal-forms', 'firms')})\b\.?",
    re.IGNORECASE,
)
_MARKS = ("©", "opyright", "COPYRIGHT", "(c)", "(C)")
_RIGHTS = late(
    r"(?:©|\(c\)|copyright)[\s©]*+(?:copyright )?(?:(?:19|20)\d\d)?(?:\s?[-–—]\s?(?:(?:19|20)\d\d|present))?(?:,?\s)?"
    r"(?:by )?([^\W\d][^\d.,|·•©]{2,39})",
    re.IGNORECASE,
)


def read(page: Page) -> list[Printed]:
    """What the first kind of sign says: links to an author, labels, credits, markup."""
    lines = nearby.short_lines(page.segments)
    kinds = (_links(lines), _labels(page, lines), _credits(page, lines), _marked(page), _signed(page))
    return next((found for kind in kinds if (found := _agreed(known := list(kind)) or _above(page, known))), [])


def _above(page: Page, found: Sequence[Printed]) -> list[Printed]:
    """What stands above the text, where all others stand below it: on the cards of other articles."""
    if not found:
        return []
    first = found[0].segment
    second = next((p.segment for p in found if p.segment != first), first)
    before, between = page.segments[:first], page.segments[first:second]
    if any(map(nearby.is_paragraph, before)) or sum(s.words for s in between if nearby.is_paragraph(s)) < _TEXT:
        return []
    return [p for p in found if p.segment == first]


def owner(page: Page, sites: Sequence[str], address: str) -> list[Printed]:
    """The person whose name the site bears, or to whom it belongs."""
    if named := [site for site in sites if is_person(site)]:
        return [Printed((named[0],), 0, 0.5, "site of a person")]
    return _agreed(_rights(page)) or _in_address(page, address)


def _in_address(page: Page, address: str) -> list[Printed]:
    """The name that a site has for its address, as a link of the page writes it: "About Ada Byrne"."""
    label = letters(owner_of(site_of(host(address)))) if address else ""
    if len(label) < _SHORTEST_LABEL:
        return []
    links = (link.text for segment in page.segments for link in segment.links if letters(link.text).endswith(label))
    for text in links:
        words = text.split()
        for name in (" ".join(words[-2:]), " ".join(words[-3:])):
            if letters(name) == label and is_person(name):
                return [Printed((name,), 0, 0.5, "address of a person")]
    return []


def _rights(page: Page) -> Iterator[Printed]:
    """ "© 2025 Ada Byrne. All rights reserved."; without a year, and above the middle, it is about a picture."""
    for segment in page.segments:
        found = _RIGHTS.search(segment.text[:200]) if any(mark in segment.text for mark in _MARKS) else None
        below = segment.index > len(page.segments) // 2 and segment.element.kind is not Kind.CAPTION
        dated = found is not None and any(map(str.isdigit, found[0]))
        if found and (below or dated) and is_person(name := found[1].strip()):
            yield Printed((name,), segment.index, 0.5, "owner of the site")


def _agreed(found: Iterable[Printed]) -> list[Printed]:
    """All that one segment says, or what all segments say."""
    known = list[Printed]()
    for printed in found:
        known.append(printed)
        if printed.segment != known[0].segment and printed.names != known[0].names:
            return []
    if len({p.segment for p in known}) == 1:
        return known
    return known[:1] if len({p.names for p in known}) == 1 else []


def _links(lines: Sequence[Segment]) -> Iterator[Printed]:
    for segment in lines:
        topics = any("/person/" in link.href for link in segment.links)  # whom the text is about
        yield from (p for p in nearby.in_links(segment) if p.weight >= SURE) if segment.linked and not topics else ()


def _labels(page: Page, lines: Sequence[Segment]) -> Iterator[Printed]:
    for label, line in nearby.labelled(lines):
        for found in nearby.after_label(label, line) if line.index - label.index <= _APART else ():
            yield structs.replace(found, names=(*found.names, *_listed(page, line)))


def _listed(page: Page, first: Segment) -> Iterator[str]:
    """The names in the items after the first of a list."""
    for segment in page.segments[first.index + 1 : first.index + _MOST_NAMES]:
        if first.element.tag != "li" or segment.element.parent is not first.element.parent:
            return
        yield from bylines.names(segment.text)


def _credits(page: Page, lines: Sequence[Segment]) -> Iterator[Printed]:
    for segment in lines:
        found = _CREDIT.match(segment.text) if " by" in segment.text else None
        names = bylines.names(segment.text[found.end() :]) if found else _announced(page, segment)
        if names:
            yield Printed(names, segment.index, 0.8, "credit")


def _announced(page: Page, segment: Segment) -> tuple[str, ...]:
    """ "Text von Ada Byrne", "Autoren Ada Byrne und Max Roe"; in English teasers of other articles begin so.

    Names that are not known as such count with others or a date beside them, or as a signature below a paragraph.
    """
    names = bylines.read(segment.text) if segment.words <= _CREDIT_WORDS and not BY.match(segment.text) else ()
    if not names or is_person(names[0]):
        return names
    if len(names) > 1 and all(" " in name for name in names):
        return names
    is_signature = segment.index and nearby.is_paragraph(page.segments[segment.index - 1])
    if is_signature and " " in names[0] and segment.text.endswith(names[-1]):
        return names
    if dates.YEAR.search(segment.text) and dates.iso(segment.text):
        return names
    labelled = _COLON.search(segment.text[:_LABEL]) is not None
    return names if labelled and (" " in names[0] or not names[0].isascii()) else ()


def _marked(page: Page) -> Iterator[Printed]:
    """Markup that says author; a class alone is on the cards of other articles, too."""
    return (p for p in in_markup(page, page.segments, _NEEDLES) if p.how != "class")


def _signed(page: Page) -> Iterator[Printed]:
    """A name on the right below the text: a signature in any language."""
    for above, line in pairwise(page.segments):
        if line.words <= _NAME_WORDS and nearby.is_paragraph(above) and _RIGHT.search(line.element.opening):
            names = bylines.names(line.text)
            if names and " " in names[0] and line.text.startswith(names[0]):
                yield Printed(names, line.index, 0.8, "signature")


def is_person(name: str) -> bool:
    """Whether a name is a person's, by its given name."""
    words = name.split()
    if len(words) not in {2, 3} or not bylines.is_name(name) or _FIRM.search(name):
        return False
    return letters(words[0]) in given_names()
