"""Small elements of their own that begin by announcing a person: "Profile: Ada Byrne", "Words: Ada Byrne", a card.

What makes one an author's, whatever its layout: it opens with a name beside a word of authorship, or is by a standard
of markup a person's card; it says more than that, is small, and the text of the article stands outside of it.
"""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model.members import LINKS
from auditor.parsing import bylines, sections
from auditor.parsing.html.byline.elsewhere import is_person
from auditor.parsing.html.profiles.author_view import BESIDE, LINE, Box, View
from auditor.parsing.html.tree.page import Element, Segment
from auditor.parsing.profile_keys import key_of
from auditor.parsing.set_apart import name_in
from auditor.words import listed
from auditor.world import dates

WHY = "announces a person"
_MOST, _MOST_LINES = 120, 12  # words and lines
_MOST_ALIKE = 3  # on a page; more are the staff, or teasers with their bylines
_ANNOUNCEMENT = LINE + 4  # words: "Words and pictures: Ada Byrne and Max Roe"
_FEWEST, _COUNT = 5, 5  # words: of a box without its links, of a line that is a figure or an age at most
_FEWEST_MARKED = 2  # of a card whose markup says that it is a person's
_CARD = late(r"(?<![\w-])(?:h-card|vcard)(?![\w-])|schema\.org/Person\b|itemprop=[\"']?author\b")
_NEEDLES = ("card", "Person", "author")
_NAME = frozenset({"fn", "p-name"})
_ORGANISATION = frozenset({"org", "p-org", "adr", "p-adr", "geo"})  # what cards of firms have
_KEYS = ("dt", "th")
_REVIEWED = late(rf"(?:{listed('bylines', 'checked', 'reviewed')})\b", re.IGNORECASE)
_ABOUT = late(rf"(?:{listed('bylines', 'about')})\s", re.IGNORECASE)
_LONGEST_NAME = 60  # characters
_VARIABLE = late(r"\{\{|\$\{|\{%|%\w{2,30}%|\[[a-z_ -]{2,30}\]")


def find(view: View) -> Iterator[Box]:
    """The cards outside of the text, unless there are many."""
    cards = ((e, e.first + (e.first >= view.after_text)) for e in _cards(view))  # below a text a name is no by-line
    found = {(e.first, e.last) for e, told in cards if is_apart(view, e, told, _FEWEST_MARKED)}
    found |= {(e.first, e.last) for e in _announced(view)}
    if len(found) <= _MOST_ALIKE:
        yield from (Box(first, last, WHY) for first, last in sorted(found))


def _announced(view: View) -> Iterator[Element]:
    """Elements whose first line, or whose first two together, name a person with a word of authorship."""
    for segment in view.segments[view.top :]:
        if segment.words > _ANNOUNCEMENT or (segment.linked == segment.words and segment.text not in view.people):
            continue
        around = _own(view, segment, 1)  # few lines begin a small element, which spares the others the reading
        if not around or view.words(around.first, around.last) > _MOST or not _is_outside(view, around):
            continue
        name, lines, sure = _announcement(view, segment)
        element = _own(view, segment, lines) if lines else None
        told = segment.index + lines
        if element and (sure or _speaks_of(name, view.segments[told : element.last])):
            signs = element.first >= view.after_text or view.taken.isdisjoint(range(segment.index, told))
            if (signs or _speaks_of(name, view.segments[told : element.last])) and is_apart(view, element, told):
                yield element


def _announcement(view: View, segment: Segment) -> tuple[str, int, bool]:
    """The name, the lines that announce it, and whether that suffices: "About Ada Byrne" may be about anybody."""
    after = view.segments[segment.index + 1 : segment.index + 2]
    if name := _named_author(view, segment):
        return name, 1, True
    if after and (name := _labelled(view, segment, after[0])):
        return name, 2, True
    about = _ABOUT.match(segment.text)
    rest = segment.text[about.end() :] if about else segment.text
    return (rest, 1, False) if rest in view.people or (about and is_person(rest)) else ("", 0, False)


def _named_author(view: View, segment: Segment) -> str:
    """ "Profile: Ada Byrne", "Written by Ada Byrne", "By {{ author.name }}"."""
    label, colon, rest = segment.text.partition(":")
    if not colon or not (sections.opens_author(label) or key_of(label) == "biography"):
        rest = "" if is_reviewed(segment.text) else bylines.announced(segment.text)
    return _person(view, segment, rest.strip()) if rest else ""


def is_reviewed(text: str) -> bool:
    """Whether it says who checked a text rather than who wrote it."""
    return _REVIEWED.match(text) is not None


def _labelled(view: View, label: Segment, line: Segment) -> str:
    """The name in the line below one that says author; the key of a list needs no colon."""
    says = sections.opens_author(label.text) or bylines.is_label(label.text)
    keyed = label.element.tag in _KEYS and bylines.is_label(f"{label.text}:")
    return _person(view, line, line.text) if says or keyed else ""


def _person(view: View, segment: Segment, rest: str) -> str:
    """The full name that the rest of a line begins with, which markup may set apart from a role; or its stand-in."""
    apart = name_in(view.page.source, segment.start, segment.end)
    if apart and apart[0] <= len(segment.text) - len(rest):
        return segment.text[slice(*apart)]
    names = bylines.names(rest)
    is_full = bool(names) and (" " in names[0] or not names[0].isascii())
    return names[0] if is_full else rest if _is_unfilled(rest) else ""


def _speaks_of(name: str, lines: Sequence[Segment]) -> bool:
    """Whether one of the lines, and no link, has the first name in it."""
    return any(name.split(maxsplit=1)[0] in line.text.split() for line in lines)


def _is_unfilled(text: str) -> bool:
    """Whether a short line holds a variable of a template, or the name of a name: "{{ author.name }}", "Your Name"."""
    return len(text) <= _LONGEST_NAME and (_VARIABLE.search(text) is not None or bylines.is_unnamed(text))


def _own(view: View, segment: Segment, lines: int) -> Element | None:
    """The smallest element that begins with these lines and goes on, with the few words beside it."""
    best, node = None, segment.element
    while node.parent is not None and node.first == segment.index:
        if best and view.words(best.last, node.last) > BESIDE:
            break
        best = node if node.last > segment.index + lines else None
        node = node.parent
    return best


def _cards(view: View) -> Iterator[Element]:
    """Persons by microformats or microdata, and no firm's."""
    for opening, elements in view.page.marked.items():
        if any(needle in opening for needle in _NEEDLES) and _CARD.search(opening):
            yield from (element for element in elements if element.block and _is_persons(view, element))


def _is_persons(view: View, card: Element) -> bool:
    named = False
    for element in _inside(view, card):
        classes = {*element.classes}
        if not _ORGANISATION.isdisjoint(classes):
            return False
        if not _NAME.isdisjoint(classes) or element.get("itemprop") == "name":
            named = named or " " in "".join(bylines.names(element.text)[:1])
    return named


def _inside(view: View, outer: Element) -> Iterator[Element]:
    for element in view.page.elements[outer.index + 1 :]:
        if element.start >= outer.inner_end:
            return
        yield element


def is_apart(view: View, element: Element, told: int, fewest: int = _FEWEST) -> bool:
    """Whether an element says more than a name, is no list of links, and neither holds the text nor stands in it.

    Args:
        told: where the lines begin that are more than its announcement.
        fewest: words outside of its links.
    """
    lines = view.segments[element.first : element.last]
    words = view.words(element.first, element.last)
    if not lines or words > _MOST or len(lines) > _MOST_LINES or not view.open_(element.first, element.last):
        return False
    if any(view.marks[s.index].zone is LINKS or dates.iso(s.text) for s in lines):
        return False
    if not view.taken.isdisjoint(range(told, element.last)):
        return False
    said = sum(s.words - s.linked for s in lines if not _is_figure(s))
    rest = view.segments[max(told, element.first + 1) : element.last]
    if rest and all(4 * s.linked > s.words for s in rest):
        return False
    return said > words / 2 and said >= fewest and _is_outside(view, element)


def _is_figure(line: Segment) -> bool:
    """ "3 hours ago", "12 comments"."""
    return line.words <= _COUNT and any(map(str.isdigit, line.text))


def _is_outside(view: View, element: Element) -> bool:
    """After the text, or between the headline and its first paragraph."""
    return element.first >= view.after_text or view.top <= element.first <= view.begins
