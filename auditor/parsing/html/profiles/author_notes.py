"""Notes that no class and no heading announces: a name that is set apart, and what is told of it.

What makes one the author's is its place and its form: behind the text, or between the headline and it, stands the only
element of its kind, it begins with a person's name of which the text does not speak, and it goes on.
"""

from collections.abc import Iterator

from auditor.model import Zone
from auditor.parsing import bylines, notes
from auditor.parsing.html.profiles.author_cards import is_apart, is_reviewed
from auditor.parsing.html.profiles.author_lines import PROFESSION
from auditor.parsing.html.profiles.author_markup import is_writers, says_writer
from auditor.parsing.html.profiles.author_view import LINE, MOST, Box, View
from auditor.parsing.html.tree.page import Element, Segment
from auditor.parsing.set_apart import name_in
from auditor.words.weights import weights
from auditor.world.names import letters

WHY = "a note that begins with a name"
_MOST, _FEWEST = 60, 3  # words of a note, and of what it says beside the name
_ROLE = 40  # characters behind the name in which a role stands
_LINES = 2  # of a note; in more stand the facts about a product, or what a reader says of it
_NEAR = 4  # segments behind the text
_MOST_PARAGRAPH = 20  # words: longer paragraphs show the form of the text


def find(view: View) -> Iterator[Box]:
    """The only note; several are a cast, or the people of a site."""
    found = [box for segment in _places(view) if (box := _note(view, segment))]
    if len(found) == 1:
        yield found[0]


def _places(view: View) -> Iterator[Segment]:
    end = max(view.body_end - 1, view.top)
    yield from view.segments[view.top : min(view.begins + 2, end)]
    yield from view.segments[end : view.body_end + _NEAR]


def _note(view: View, segment: Segment) -> Box | None:
    name, announced, lines = _name(view, segment)
    element = _own(view, segment, lines) if name else None
    if element is None or not _is_writers(view, element) or not (announced or _is_authors(view, name, element)):
        return None
    said = view.words(element.first, element.last) - len(name.split())
    fits = (
        said >= _FEWEST
        and element.last - element.first <= _LINES
        and is_apart(view, element, segment.index + lines, _FEWEST)
    )
    return Box(element.first, element.last, WHY) if fits else None


def _name(view: View, segment: Segment) -> tuple[str, bool, int]:
    """The name with which a segment begins, whether it is announced as the author's, and its lines of nothing else."""
    if segment.words > _MOST or is_reviewed(segment.text):
        return "", False, 0
    if segment.words <= LINE and notes.is_full(segment.text):
        return segment.text, False, 1
    apart = name_in(view.page.source, segment.start, segment.end)
    if found := notes.note(segment.text, apart):
        return segment.text[found.start : found.name_end], found.announced, 0
    name = bylines.life(segment.text)
    return name, False, 0


def _own(view: View, segment: Segment, lines: int) -> Element | None:
    """The largest element that begins with the name and is small, unless it is one of the text's."""
    best, node = None, segment.element
    while node.parent is not None and node.first == segment.index and view.words(node.first, node.last) <= _MOST:
        best = node if node.last > segment.index + lines else None
        node = node.parent
    return best if best and not any(_form(best) == _form(other) for other in _paragraphs(view, best)) else None


def _paragraphs(view: View, beside: Element) -> Iterator[Element]:
    """The elements in which the other paragraphs of the text stand."""
    for segment in view.segments[view.top : view.body_end]:
        outside = not beside.first <= segment.index < beside.last
        if outside and segment.words > _MOST_PARAGRAPH and view.marks[segment.index].zone is Zone.BODY:
            yield segment.element


def _form(element: Element) -> tuple[str, str]:
    return element.tag, " ".join(element.classes)


def _is_writers(view: View, element: Element) -> bool:
    """Whether no short line of it, and no element around that is less than the text, says that it is a visitor's."""
    around = (node for node in element.ancestors() if view.words(node.first, node.last) <= MOST)
    lines = (s.text for s in view.segments[element.first : element.last] if s.words <= LINE)
    return all(map(is_writers, (*lines, element.opening, *(node.opening for node in around))))


def _is_authors(view: View, name: str, element: Element) -> bool:
    """Whether the page names the person as its author, or nobody, and does not tell of them."""
    if name in view.people:
        return True
    others = (s for s in view.segments[view.top : view.body_end] if not element.first <= s.index < element.last)
    told = any(name.rsplit(maxsplit=1)[-1] in segment.text for segment in others)
    return not told and not view.people and (notes.is_person(name) or _is_presented(view, name, element))


def _is_presented(view: View, name: str, element: Element) -> bool:
    """Whether markup or words say that a name which no list knows is a writer's."""
    first = name.split(maxsplit=1)[0]
    if letters(first) in weights("en", "small"):
        return False  # "Contact Harbour Lamps", "Return Policies"
    if says_writer(view.page.source[element.start : element.inner_end]):
        return True
    told = " ".join(segment.text for segment in view.segments[element.first : element.last]).partition(name)[2]
    return PROFESSION.search(told, 0, _ROLE) is not None
