"""What the text of an element is: as its tag has it, where its attributes do not say otherwise."""

from collections.abc import Sequence

from auditor.model import Kind
from auditor.model.members import FIELD, HEADING, PARAGRAPH, TABLE
from auditor.parsing.html.tree.page import Element, Page
from auditor.parsing.html.tree.vocabulary import KINDS

# A cell of this many words holds prose, not data.
LAYOUT_WORDS = 50
_CELLS = ("td", "th")
_FOR_LAYOUT = frozenset({"presentation", "none"})
_LEVEL, _LOWEST = 2, 6  # of a heading that tells none, as the standard has it; of any


def overrule(elements: Sequence[Element]) -> None:
    """Make headings of what has their role. What is inside is of the same kind, unless its own tag says otherwise."""
    stated = {e.index: level for e in elements if "role" in e.opening and (level := _level(e))}
    for element in elements[min(stated) :] if stated else ():
        if element.index in stated:
            element.kind, element.level = HEADING, stated[element.index]
        elif element.parent and element.tag not in KINDS:
            element.kind, element.level = element.parent.kind, element.parent.level


def settled(page: Page, element: Element) -> Kind:
    """The kind of an element's text; a table that is there for the layout is none."""
    if element.kind is FIELD and not page.tagged("dt"):
        return PARAGRAPH  # values of nothing: paragraphs by the look that browsers give them
    return PARAGRAPH if element.kind is TABLE and _is_layout(page, element) else element.kind


def _level(element: Element) -> int:
    """The level of a heading by its role, 0 if it is none."""
    if element.get("role").strip().lower() != "heading" or element.kind is HEADING:
        return 0
    level = element.get("aria-level").strip()
    return min(int(level), _LOWEST) or _LEVEL if level.isascii() and level.isdecimal() and len(level) < 3 else _LEVEL


def _is_layout(page: Page, element: Element) -> bool:
    cell: Element | None = element
    while cell is not None and cell.tag not in _CELLS:
        cell = cell.parent
    if cell is None:
        return False
    return page.words[cell.last] - page.words[cell.first] >= LAYOUT_WORDS or _is_told(cell)


def _is_told(cell: Element) -> bool:
    table: Element | None = cell.parent
    while table is not None and table.tag != "table":
        table = table.parent
    return table is not None and table.get("role").strip().lower() in _FOR_LAYOUT
