"""Segments and their marks as the blocks of a document."""

from collections import defaultdict
from collections.abc import Sequence

from auditor.model import Block, Kind, Syntax, Zone
from auditor.parsing import fields
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.page import Element, Page, Segment
from auditor.parsing.html.replay import attribute_text
from auditor.parsing.profile_keys import key_of, network_of

# A cell of this many words holds prose, not data.
LAYOUT_WORDS = 50
_CELLS = ("td", "th")
_LONGEST_KEY = 40


def make_blocks(page: Page, marks: Sequence[Mark]) -> list[Block]:
    """A block for each segment and one for the alternative text of each image, in order."""
    labels = field_labels(page)
    visible = [_block(page, segment, mark, labels) for segment, mark in zip(page.segments, marks, strict=True)]
    alts = [block for image in page.tagged("img") if (block := _alt(page, image))]
    return sorted([*visible, *alts], key=lambda block: block.start) if alts else visible


def field_labels(page: Page) -> dict[int, str]:
    """For segments of a `<dt>`/`<dd>` or `<th>`/`<td>` pair: the printed key, and "" for the key itself."""
    found: dict[int, str] = {}
    for key, value in [*_definitions(page), *_rows(page)]:
        label = " ".join(segment.text for segment in page.segments[key.first : key.last])
        found.update(dict.fromkeys(range(value.first, value.last), label))
        found.update(dict.fromkeys(range(key.first, key.last), ""))
    return found


def _definitions(page: Page) -> list[tuple[Element, Element]]:
    keys: dict[int, Element] = {}
    pairs = []
    for element in page.tagged("dt", "dd"):
        parent = element.parent.index if element.parent else 0
        if element.tag == "dt":
            keys[parent] = element
        elif parent in keys:
            pairs.append((keys[parent], element))
    return pairs


def _rows(page: Page) -> list[tuple[Element, Element]]:
    cells: dict[int, list[Element]] = defaultdict(list)
    if page.tagged("th"):
        for element in page.tagged("th", "td"):
            cells[element.parent.index if element.parent else 0].append(element)
    return [(row[0], row[1]) for row in cells.values() if [cell.tag for cell in row] == ["th", "td"]]


def _block(page: Page, segment: Segment, mark: Mark, labels: dict[int, str]) -> Block:
    element, label = segment.element, labels.get(segment.index, _printed_key(segment, mark))
    kind = Kind.FIELD if label is not None else Kind.PARAGRAPH if _is_layout(page, segment) else element.kind
    return Block(
        zone=mark.zone,
        kind=kind,
        text=segment.text,
        start=segment.start,
        end=segment.end,
        syntax=Syntax.HTML,
        level=element.level if kind in (Kind.HEADING, Kind.ITEM, Kind.FIELD) else 0,
        links=segment.links,
        group=mark.group,
        label=label or mark.label,
        reason=mark.reason,
    )


def _printed_key(segment: Segment, mark: Mark) -> str | None:
    """The key of a profile's "key: value" line, which no `<dl>` or table told."""
    parts = fields.split(segment.text) if mark.zone is Zone.AUTHOR and ":" in segment.text[:_LONGEST_KEY] else None
    return parts[0] if parts and (key_of(parts[0]) or network_of(parts[0])) else None


def _is_layout(page: Page, segment: Segment) -> bool:
    """Is the table cell around the segment there for the layout?"""
    cell = segment.element if segment.element.kind is Kind.TABLE else None
    while cell is not None and cell.tag not in _CELLS:
        cell = cell.parent
    return cell is not None and page.words[cell.last] - page.words[cell.first] >= LAYOUT_WORDS


def _alt(page: Page, image: Element) -> Block | None:
    """Alternative text is said without being shown."""
    place = image.place("alt")
    text = attribute_text(page.source, *place) if place else ""
    if not place or not text:
        return None
    return Block(Zone.METADATA, Kind.ALT, text, *place, Syntax.ATTRIBUTE, label="img", reason="text of an image")
