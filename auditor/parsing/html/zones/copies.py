"""Text of the article that the page prints once more elsewhere, for everybody who looks.

Responsive builders print a text twice, for two widths of screen, and shops of text once more for who has paid; such
pages say so in the class, id or style of what holds one of the copies.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from auditor.expressions import late
from auditor.model.blocks import COPY
from auditor.model.members import BODY, BOILERPLATE
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.marks import Mark

_FEWEST = 20  # words of a paragraph that nobody writes twice
_WORD = late(r"[a-z]+")
_OFF = late(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)")
# For one kind of screen or reader, or out of sight until a script says otherwise.
_FOR_SOME = frozenset(
    "mobile mobil mob phone tablet desktop viewport responsive print printable amp hidden hide hides invisible visible "
    "none show shown display displayed visibility toggle tab tabs tabpanel pane popup modal overlay dialog lightbox "
    "gated gate preview paywall premium reader speech audio tts".split()
)


def label_copies(page: Page, marks: list[Mark]) -> None:
    """Paragraphs outside the body that stand in it as well get a label."""
    own = {s.text: s for s in _paragraphs(page, marks) if marks[s.index].zone is BODY}
    for segment in _paragraphs(page, marks):
        mark = marks[segment.index]
        if mark.zone is BOILERPLATE and segment.text in own and not _is_for_some((segment, own[segment.text])):
            marks[segment.index] = structs.replace(mark, label=COPY)


def _paragraphs(page: Page, marks: Sequence[Mark]) -> Iterator[Segment]:
    return (s for s in page.segments if s.words >= _FEWEST and marks[s.index].zone in (BODY, BOILERPLATE))


def _is_for_some(copies: Sequence[Segment]) -> bool:
    """What holds both says nothing of either."""
    one, other = ({node.index: node for node in (s.element, *s.element.ancestors())} for s in copies)
    return any(_says_so(one.get(index) or other[index]) for index in one.keys() ^ other.keys())


def _says_so(element: Element) -> bool:
    told = f"{element.get('class')} {element.get('id')}".lower()
    return (
        not _FOR_SOME.isdisjoint(_WORD.findall(told))
        or bool(element.place("hidden"))
        or bool(_OFF.search(element.get("style").lower()))
    )
