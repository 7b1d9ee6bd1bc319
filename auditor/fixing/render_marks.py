"""Marks of Markdown in HTML become the tags that they stand for; those of headings go."""

import re
from collections.abc import Iterator

from auditor.fixing.reading import Asked, Edit, Spot
from auditor.model import Syntax

_BOLD = re.compile(r"\*\*(.{1,1000}?)\*\*", re.DOTALL)
_HEADING = re.compile(r"\s{0,20}(#{2,6}[ \t]{1,8})")
_LINK = re.compile(r"\[([^\]]{1,500})\]\((https?://[^)\s\"<>]{1,500})\)")


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    for spot in asked.spots:
        if spot.block.syntax is Syntax.HTML and "<" not in asked.source[spot.start : spot.end]:
            yield from ((spot, edit) for edit in _edits(asked.source, spot))


def _edits(source: str, spot: Spot) -> Iterator[Edit]:
    if found := _BOLD.fullmatch(source, spot.start, spot.end):
        yield Edit(*found.span(), f"<strong>{found[1]}</strong>")
    elif found := _LINK.fullmatch(source, spot.start, spot.end):
        yield Edit(*found.span(), f'<a href="{found[2]}">{found[1]}</a>')
    elif found := _HEADING.match(source, spot.start, spot.end):
        yield Edit(*found.span(1))
