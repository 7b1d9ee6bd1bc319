"""The cells of a table in the columns where they are shown."""

from collections.abc import Iterator

from bs4 import Tag

_MOST = 20  # columns or rows that one cell spans
_CELLS = ("td", "th")

Row = list[Tag | None]


def grid(table: Tag) -> list[Row]:
    """Rows of cells, None where a cell spans others. The first is as long as the longest, the others end where they do.

    A table within a cell is text of the cell.
    """
    rows: list[Row] = []
    covered: dict[int, int] = {}  # columns that cells of earlier rows cover, and for how many rows yet
    for found in _rows(table):
        row: Row = []
        tall: dict[int, int] = {}
        for cell in found.find_all(_CELLS, recursive=False):
            while len(row) in covered:
                row.append(None)
            height, start = _span(cell, "rowspan"), len(row)
            row += [cell, *[None] * (_span(cell, "colspan") - 1)]
            if height > 1:
                tall |= dict.fromkeys(range(start, len(row)), height - 1)
        covered = {column: left - 1 for column, left in covered.items() if left > 1} | tall
        rows.append(row)
    return [rows[0] + [None] * (max(map(len, rows)) - len(rows[0])), *rows[1:]] if any(rows) else []


def _rows(table: Tag) -> Iterator[Tag]:
    for part in table.find_all(("thead", "tbody", "tfoot", "tr"), recursive=False):
        yield from [part] if part.name == "tr" else part.find_all("tr", recursive=False)


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name, ""))
    return min(int(written), _MOST) if written.isascii() and written.isdecimal() and 0 < len(written) < 6 else 1
