"""What goes with a text that is removed: the tags that held nothing else, the line that it stood on."""

import re

from auditor.expressions import late
from auditor.fixing.reading import Edit
from auditor.model import Block, Syntax
from auditor.model.lines import line_start, next_line
from auditor.parsing.html.tree.tokenizer import TOKEN

_INLINE = frozenset("a span strong em b i u small font cite q time mark abbr".split())
_ELEMENTS = frozenset("p li div h1 h2 h3 h4 h5 h6 dd dt blockquote figcaption".split())
_DEEPEST = 6  # tags around one text
_LONGEST_TAG = 2_000
_MARKS = late(r"[ \t>]{0,40}(?:[-*+]|#{1,6}|\d{1,4}[.)])?[ \t]{0,8}")  # of a heading, an item or a quotation
_UNDERLINE = late(r"[ \t]{0,3}(?:=+|-+)[ \t]*+(?:[\r\n]|\Z)")
_MEDIA = late(r"<(?:img|picture|video|audio|iframe|object|embed|svg|input|form|table)[\s/>]|!\[", re.IGNORECASE)


def removed(source: str, block: Block) -> Edit | None:
    """A block taken out; None where more would go with it, or where its end cannot be told."""
    if _MEDIA.search(source, block.start, block.end):
        return None
    match block.syntax:
        case Syntax.HTML:
            return whole_lines(source, *_element(source, block.start, block.end))
        case Syntax.MARKDOWN | Syntax.TEXT:
            return _lines(source, block)
        case _:
            return None


def whole_lines(source: str, start: int, end: int) -> Edit:
    """The region, and its lines where nothing else stands on them, with one of two empty lines around it."""
    first, last = line_start(source, start), next_line(source, end)
    if source[first:start].strip() or source[end:last].strip():
        return Edit(start, end)
    above, below = line_start(source, max(0, first - 1)), next_line(source, last)
    if first and not source[above:first].strip():
        if last == len(source):
            return Edit(above, last)
        if not source[last:below].strip():
            return Edit(first, below)
    return Edit(first, last)


def _lines(source: str, block: Block) -> Edit | None:
    first, last = line_start(source, block.start), next_line(source, block.end)
    marks, rest = _MARKS.match(source, first, block.start), source[block.end : last]
    alone = marks and marks.end() == block.start and not rest.strip(" #\r\n")
    if not alone or _UNDERLINE.match(source, last):
        return None
    return whole_lines(source, first, block.end + len(rest.rstrip()))


def _element(source: str, start: int, end: int) -> tuple[int, int]:
    """The innermost element that holds nothing but the region, or the region where tags do not pair."""
    inner = start, end
    for _ in range(_DEEPEST):
        opening, closing = _tag_before(source, inner[0]), _tag_after(source, inner[1])
        if not opening or not closing or closing[1].lower() != f"/{opening[1].lower()}":
            break
        name = opening[1].lower()
        if name not in _INLINE | _ELEMENTS:
            break
        inner = opening.start(), closing.end()
        if name in _ELEMENTS:
            break
    return inner


def _tag_before(source: str, at: int) -> re.Match[str] | None:
    """The tag that ends before a place, with nothing but white space between."""
    end = len(source[max(0, at - _LONGEST_TAG) : at].rstrip()) + max(0, at - _LONGEST_TAG)
    if not source.endswith(">", 0, end):
        return None
    starts = (m.start() for m in re.finditer("<", source[max(0, end - _LONGEST_TAG) : end]))
    places = (max(0, end - _LONGEST_TAG) + start for start in starts)
    found = (TOKEN.match(source, place, end) for place in reversed(list(places)))
    return next((tag for tag in found if tag and tag[1] and tag.end() == end), None)


def _tag_after(source: str, at: int) -> re.Match[str] | None:
    while at < len(source) and source[at].isspace():
        at += 1
    found = TOKEN.match(source, at)
    return found if found and found[1] else None
