"""Zones by the structure of the page."""

from auditor.model import Zone
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.page import Page

_APART = {"nav", "footer", "aside", "header", "form", "button"}


def mark_zones(page: Page, title: str | None) -> list[Mark]:  # noqa: ARG001
    """One mark for each segment."""
    return [_mark(segment.element.tag, {node.tag for node in segment.element.ancestors()}) for segment in page.segments]


def _mark(tag: str, around: set[str]) -> Mark:
    if tag == "h1":
        return Mark(Zone.HEADLINE, "first-level heading")
    if {tag, *around} & _APART:
        return Mark(Zone.BOILERPLATE, "navigation or footer")
    return Mark(Zone.BODY, "not set apart")
