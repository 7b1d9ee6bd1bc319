"""Which open blocks a tag closes, by the stack of open tags and the places of blocks in it."""

from collections.abc import Sequence

from auditor.parsing.html.tree.vocabulary import BLOCK, CELLS, CLOSES, HEADINGS, TABLE_PARTS

_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), BLOCK)


def implied(name: str, tags: Sequence[str], blocks: Sequence[int]) -> int:
    """The place of the block that a start tag closes, as `<li>` does the item before it; 0 if none."""
    closed, barriers = CLOSES.get(name, _NOTHING)
    for at in reversed(blocks):
        if tags[at] in closed:
            return at
        if tags[at] in barriers:
            break
    return 0


def named(name: str, tags: Sequence[str], blocks: Sequence[int]) -> int:
    """The place of the block that an end tag closes, with all in it; 0 if none."""
    for at in reversed(blocks):
        tag = tags[at]
        if tag == name or (name in HEADINGS and tag in HEADINGS):
            return at
        if tag in CELLS and name not in CELLS and name not in TABLE_PARTS:
            break
    return 0
