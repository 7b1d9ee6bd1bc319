"""Segments and their marks as the blocks of a document."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.expressions import late
from auditor.model import Block, Syntax, Zone
from auditor.model.members import ALT, AUTHOR, CAPTION, FIELD, HEADING, ITEM, METADATA, PARAGRAPH
from auditor.parsing import fields
from auditor.parsing.html.tree.build import read_page
from auditor.parsing.html.tree.caps import MAX_APART
from auditor.parsing.html.tree.kinds import settled
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.tree.replay import attribute_text, json_text, text_of
from auditor.parsing.html.zones.marks import Mark
from auditor.parsing.profile_keys import key_of, network_of
from auditor.parsing.prose import reads_as_prose

_LONGEST_KEY = 40
TAG = late(r"</?[A-Za-z][^<>]{0,2000}>")
_WITH_TAGS = frozenset({"noscript", "select", "svg"})
_SAID = ("title", "value", "placeholder", "aria-label")
_PRINTED, _MOST_PRINTED = late(r"content\s{0,4}:[^;{}]{0,80}?attr\(\s{0,4}(data-[\w-]{1,40})"), 10  # by a style
_SHORTEST_SAID, _LONGEST_SAID, _FEWEST_BLANKS = 24, 2000, 5  # characters of six words and more
_SHOWN_FIELDS = frozenset({"", "text", "button", "submit", "search"})
_IN_ATTRIBUTE, TEMPLATE = "text of an attribute", "<template>"
_MOST_COMPARED = 500_000  # characters of a page, for what a script writes that stands there as well
_HTML, _LEVELLED = Syntax.HTML, (HEADING, ITEM, FIELD)
_READERS = {Syntax.HTML: text_of, Syntax.ATTRIBUTE: attribute_text, Syntax.JSON: json_text}


def make_blocks(page: Page, marks: Sequence[Mark]) -> list[Block]:
    """A block for each segment and one for the alternative text of each image."""
    labels = field_labels(page)
    visible = [_block(page, segment, mark, labels) for segment, mark in zip(page.segments, marks, strict=True)]
    return [*visible, *(block for image in page.tagged("img") if (block := _alt(page, image)))]


def inert_blocks(page: Page) -> Iterator[Block]:
    """What stands in `<template>`, for scripts to copy; templates inside others are left."""
    for start, end in page.templates:
        for part in read_page(page.source[start:end]).segments:
            kind, place = part.element.kind, (start + part.start, start + part.end)
            yield Block(Zone.HIDDEN, kind, part.text, *place, _HTML, 0, part.links, reason=TEMPLATE)


def blocks_apart(page: Page) -> Iterator[Block]:
    """Prose in elements that are no markup: not the article, but rules about wording read it like alternative text."""
    has_scripts = any(name == "script" for name, *_ in page.apart)
    shown = shown_text(page) if has_scripts else ""
    last = -1
    for name, start, end in page.apart:
        syntax = _HTML if name in _WITH_TAGS else Syntax.JSON if name == "script" else Syntax.ATTRIBUTE
        text = _READERS[syntax](page.source, start, end)
        if start > last and reads_as_prose(TAG.sub(" ", text)) and not (name == "script" and text in shown):
            last = start
            yield Block(METADATA, PARAGRAPH, text, start, end, syntax, label=name, reason=f"text in <{name}>")


def shown_text(page: Page) -> str:
    return " ".join(segment.text for segment in page.segments)[:_MOST_COMPARED]


def blocks_in_attributes(page: Page) -> Iterator[Block]:
    """Sentences that a browser shows beside an element or in a field, and that stand nowhere else on the page."""
    shown = {segment.text for segment in page.segments}
    for name, start, end in islice(_in_attributes(page.source), MAX_APART):
        element = page.holding(start)
        if element.inner > start and (name != "value" or _is_shown_field(element)):
            text = attribute_text(page.source, start, end)
            if text not in shown and reads_as_prose(text):
                yield Block(METADATA, PARAGRAPH, text, start, end, Syntax.ATTRIBUTE, label=name, reason=_IN_ATTRIBUTE)


def _in_attributes(source: str) -> Iterator[tuple[str, int, int]]:
    """Long values of such attributes, in double quotation marks as nearly all pages write them."""
    for name in (*_SAID, *sorted({printed[1].lower() for printed in _PRINTED.finditer(source)})[:_MOST_PRINTED]):
        opening, at = f' {name}="', 0
        while (at := source.find(opening, at)) >= 0:
            at += len(opening)
            end = source.find('"', at, at + _LONGEST_SAID)
            if end - at >= _SHORTEST_SAID and source.count(" ", at, end) >= _FEWEST_BLANKS:
                yield name, at, end


def _is_shown_field(element: Element) -> bool:
    return element.tag == "input" and element.get("type").lower() in _SHOWN_FIELDS


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
    element, zone, label = segment.element, mark.zone, labels.get(segment.index)
    if label is None and zone is AUTHOR:
        label = _printed_key(segment)
    kind = CAPTION if zone is METADATA else FIELD if label is not None else settled(page, element)
    level = element.level if kind in _LEVELLED else 0
    label = label or mark.label
    return Block(
        zone,
        kind,
        segment.text,
        segment.start,
        segment.end,
        _HTML,
        level,
        segment.links,
        mark.group,
        label,
        mark.reason,
    )


def _printed_key(segment: Segment) -> str | None:
    """The key of a profile's "key: value" line, which no `<dl>` or table told."""
    parts = fields.split(segment.text) if ":" in segment.text[:_LONGEST_KEY] else None
    return parts[0] if parts and (key_of(parts[0]) or network_of(parts[0])) else None


def _alt(page: Page, image: Element) -> Block | None:
    """Alternative text is said without being shown."""
    place = image.place("alt")
    text = attribute_text(page.source, *place) if place else ""
    if not place or not text:
        return None
    return Block(METADATA, ALT, text, *place, Syntax.ATTRIBUTE, label="img", reason="text of an image")
