"""Blocks that belong together on paper: the items of a list, the cells of a table, the lines of a listing."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from textwrap import dedent

from auditor.model import Block, Kind, Syntax
from auditor.parsing.html.tree.references import decode
from auditor.parsing.html.tree.tokenizer import tokens

_TOGETHER = frozenset({Kind.ITEM, Kind.TABLE, Kind.FIELD, Kind.CODE})
_ROW, _CELL = re.compile(r"<tr\b", re.IGNORECASE), re.compile(r"<t[dh]\b", re.IGNORECASE)
_BORDER = {  # of two listings, lists and tables in a row
    Kind.CODE: re.compile(r"</pre|</listing", re.IGNORECASE),
    Kind.ITEM: re.compile(r"</[ou]l\s*>\s*<[ou]l", re.IGNORECASE),
    Kind.TABLE: re.compile(r"</table", re.IGNORECASE),
    Kind.FIELD: re.compile(r"</dl|</table", re.IGNORECASE),
}
DEEPEST = 16  # levels of a list
_MOST_EMPTY = 50  # cells in a row

Cell = list[Block]


def runs(source: str, blocks: Sequence[Block]) -> Iterator[tuple[Kind | None, list[Block]]]:
    """Blocks in a row that make one list, table or listing, with their kind; any other block by itself, with None."""
    number = 0
    keys = [(0, _kind(block)) for block in blocks[:1]]
    for one, other in pairwise(blocks):
        number += not _joined(source, one, other)
        keys.append((number, _kind(other)))
    for (_, kind), group in groupby(zip(keys, blocks, strict=True), key=lambda pair: pair[0]):
        found = [block for _, block in group]
        yield kind, _without_keys(found) if kind is Kind.FIELD else found


def table(source: str, cells: Sequence[Block]) -> list[list[Cell]]:
    """Rows of cells; cells without text are empty."""
    rows: list[list[Cell]] = [[[cells[0]]]]
    for one, other in pairwise(cells):
        between = source[one.end : other.start]
        if one.syntax is Syntax.HTML:
            starts = max(_last(_ROW, between), 0)
            steps = len(_CELL.findall(between, starts))
            new_row = _ROW.search(between) is not None
        else:
            new_row = "\n" in between or "\r" in between
            steps = len(re.split(r"[\r\n]", between)[-1].split("|")) - 1
        if new_row:
            rows.append([])
            steps = max(1, steps)
        rows[-1] += [[] for _ in range(min(steps, _MOST_EMPTY))]
        rows[-1][-1].append(other)
    return rows


def lines_of_code(source: str, block: Block) -> str:
    """The text of a listing with its line ends and indentation."""
    start = block.start
    while start and source[start - 1] in " \t":
        start -= 1
    written = _unmarked(source, start, block.end) if block.syntax is Syntax.HTML else source[start : block.end]
    return dedent("\n".join(line.rstrip() for line in re.split(r"\r\n|\r|\n", written))).strip("\n")


def _unmarked(source: str, start: int, end: int) -> str:
    pieces, position = [], start
    for name, begin, after, _ in tokens(source, start, end):
        pieces += [decode(source[position:begin]), "\n" if name == "br" else ""]
        position = after
    return "".join(pieces) + decode(source[position:end])


def _kind(block: Block) -> Kind | None:
    return block.kind if block.kind in _TOGETHER else None


def _joined(source: str, one: Block, other: Block) -> bool:
    kind = _kind(one)
    if kind is None or kind is not _kind(other) or one.syntax is not other.syntax:
        return False
    if one.syntax is not Syntax.HTML:
        return kind is not Kind.CODE and not (kind is Kind.TABLE and _blank_line(source[one.end : other.start]))
    return not _BORDER[kind].search(source, one.end, other.start)


def _blank_line(between: str) -> bool:
    return re.search(r"\n[ \t>]*\r?\n", between) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _without_keys(fields: list[Block]) -> list[Block]:
    """Values print their keys; a key is printed alone where none follows."""
    after = [*fields[1:], None]
    return [
        block
        for block, following in zip(fields, after, strict=True)
        if block.label or following is None or following.label != block.text
    ]
