"""Lists of other articles, and readers' comments."""

from itertools import count

from msgspec import structs

from auditor.model import BESIDE_TEXT, Block, Kind, Zone
from auditor.parsing import sections
from auditor.parsing.zoning.head import is_dateline
from auditor.parsing.zoning.shapes import in_body, is_line, is_prose

_FEWEST_WORDS = 4  # of a doubled line
_MOST_WORDS = 30
_MOST_ITEMS = 40
_SURE_PAIRS = 2
_LAST_PART = 0.8


def mark_widgets(blocks: list[Block]) -> None:
    """Mark link lists in place: under their heading, as doubled lines, as a single "Read also: ..." line."""
    groups = count(1 + max((block.group for block in blocks), default=0))
    i = 0
    while i < len(blocks):
        end, label = _widget(blocks, i) if in_body(blocks[i]) else (i, "")
        if end > i:
            group = next(groups)
            for j in range(i, end):
                blocks[j] = structs.replace(
                    blocks[j], zone=Zone.LINKS, group=group, label=label, reason=f"{label} links"
                )
        i = max(end, i + 1)


def _widget(blocks: list[Block], i: int) -> tuple[int, str]:
    """The end of the link list that begins at block `i`, and its kind; the same index where there is none."""
    text = blocks[i].text
    if sections.opens_links(text):
        end = _items_end(blocks, i + 1)
        return (end if _suffices(blocks, i, end) else i), "headed"
    end = _doubled_end(blocks, i)
    if end - i < 2 * _SURE_PAIRS and i < _LAST_PART * len(blocks):
        end = i  # a single doubled line amid the text is a doubled heading or table cell
    if end == i and sections.reads_also(text) and is_line(blocks[i]):
        return i + 1, "related"
    return end, "doubled"


def _items_end(blocks: list[Block], i: int) -> int:
    end = i
    while end < len(blocks) and end - i < _MOST_ITEMS and (_is_item(blocks[end]) or _is_picture(blocks[end])):
        end += 1
    while end > i and _is_picture(blocks[end - 1]):
        end -= 1
    return end


def _is_picture(block: Block) -> bool:
    return in_body(block) and block.kind in BESIDE_TEXT


def _is_item(block: Block) -> bool:
    if not in_body(block) or sections.opens_author(block.text) or sections.opens_comments(block.text):
        return False
    words = len(block.text.split())
    linked = sum(link.end - link.start for link in block.links) > len(block.text) / 2
    return words <= _MOST_WORDS and (linked or is_dateline(block.text) or (words > 1 and is_line(block)))


def _suffices(blocks: list[Block], i: int, end: int) -> bool:
    """Two items, or one that no paragraph follows: else it is a heading of the article and its subheading."""
    return end - i > 2 or (end - i == 2 and (end == len(blocks) or not is_prose(blocks[end])))


def _doubled_end(blocks: list[Block], i: int) -> int:
    end = i
    while end + 1 < len(blocks) and _is_doubled(blocks[end], blocks[end + 1]):
        end += 2
        while end < len(blocks) and blocks[end].text == blocks[end - 1].text:
            end += 1
    return end


def _is_doubled(one: Block, other: Block) -> bool:
    if one.text != other.text or not in_body(other) or one.kind in {Kind.CODE, Kind.TABLE}:
        return False
    return is_line(one) and _FEWEST_WORDS <= len(one.text.split()) <= _MOST_WORDS


def mark_comments(blocks: list[Block]) -> None:
    """Mark in place what stands in the body after a heading such as "3 comments" in the last third."""
    for i in range(len(blocks) * 2 // 3, len(blocks)):
        if in_body(blocks[i]) and sections.opens_comments(blocks[i].text):
            for j in range(i, len(blocks)):
                if in_body(blocks[j]):
                    blocks[j] = structs.replace(blocks[j], zone=Zone.COMMENTS, reason="after a comments heading")
            return
