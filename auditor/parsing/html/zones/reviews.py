"""What buyers say of goods, which a shop prints below its own words."""

from auditor.expressions import late
from auditor.parsing.html.tree.page import Element, Page
from auditor.parsing.html.zones.flags import DISCUSSION, Flag

_REVIEWS = frozenset({"review", "reviews"})
_WORD = late(r"[A-Z]?[a-z]++|[A-Z]++(?![a-z])|[A-Z]")


def reviews(page: Page) -> dict[int, Flag]:
    """Flags by the index of the element; on a page that sells nothing the same names are those of an article."""
    found: dict[int, Flag] = {}
    for opening, elements in page.marked.items():
        name = _named(elements[0]) if "eview" in opening else ""
        found.update((element.index, Flag(DISCUSSION, f"class {name}")) for element in elements if name)
    return found


def _named(element: Element) -> str:
    names = (*element.classes, element.get("id"), element.get("itemprop"))
    return next((name for name in names if not _REVIEWS.isdisjoint(w.lower() for w in _WORD.findall(name))), "")
