"""A table whose last row names a total that the rows over it do not make."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Document, Hit, Span
from auditor.model.members import TABLE
from auditor.signals import Signals
from auditor.words import words

_CELLS = 2_000  # of tables that are looked at
_LEAST = 2  # rows that make a total
_FAR = 1 / 3  # of the sum: what is farther off is a total of something else, or of more than the table shows
_AMOUNT = late(
    r"[£$€¥]?\s?(?P<n>\d{1,3}(?:,\d{3})+|\d{1,12})(?P<part>\.\d{1,3})?\s?(?P<unit>%|[a-z]{1,8}|[£$€¥])?", re.IGNORECASE
)
_ROW = late(r"<tr\b", re.IGNORECASE)
_TABLE = late(r"<table\b", re.IGNORECASE)
_BLANK_LINE = late(r"\n\s*\n")
_MARKS = " *_:=|–-\n\t"


class Amount(NamedTuple):
    """What a cell tells, and by how much it may be rounded."""

    amount: float
    off: float
    unit: str


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each total, with the cells that make it."""
    code = signals.document.language or ""
    cells = [block for block in blocks if block.kind is TABLE][:_CELLS]
    if not any(_is_total(cell, code) for cell in cells):
        return
    for above, row in _totals(cells, signals.document, code):
        for column in range(1, len(row)):
            parts = _column(above, column, len(row))
            reached = _sum(parts, row[column])
            if reached is not None:
                said = {"total": row[column].text.strip(_MARKS), "sum": f"{reached:,.12g}"}
                yield Hit(Span.of(row[column]), said, tuple(map(Span.of, parts)))


def _is_total(cell: Block, code: str) -> bool:
    return cell.text.strip(_MARKS).lower() in _names(code)


@cache
def _names(code: str) -> frozenset[str]:
    return frozenset(words("numbers", "totals", code))


def _totals(cells: Sequence[Block], document: Document, code: str) -> Iterator[tuple[list[list[Block]], list[Block]]]:
    """The rows that sum up, each with those over it in its table."""
    for rows in _tables(cells, document):
        for at, row in enumerate(rows):
            if _is_total(row[0], code):
                yield rows[:at], row


def _tables(cells: Sequence[Block], document: Document) -> list[list[list[Block]]]:
    """Tables of rows of cells, by what stands between two cells in the source."""
    tables = [[[cells[0]]]]
    for before, cell in pairwise(cells):
        between = document.source[before.end : cell.start]
        is_marked = "<" in between
        if _TABLE.search(between) if is_marked else _BLANK_LINE.search(between):
            tables.append([[]])
        elif _ROW.search(between) if is_marked else "\n" in between:
            tables[-1].append([])
        tables[-1][-1].append(cell)
    return tables


def _column(above: Sequence[Sequence[Block]], column: int, width: int) -> list[Block]:
    """The cells over a total, up to the heading or to another total."""
    rows = takewhile(lambda row: len(row) == width and _amount(row[column]) is not None, reversed(above))
    return [row[column] for row in rows][::-1]


def _sum(parts: Sequence[Block], whole: Block) -> float | None:
    """What the parts make, where that is not the whole, and no average or sum of some of them either."""
    told, total = [amount for part in parts if (amount := _amount(part))], _amount(whole)
    if total is None or len(told) < _LEAST or {one.unit for one in told} - {total.unit, ""}:
        return None
    reached = sum(one.amount for one in told)
    off = total.off + sum(one.off for one in told)
    is_sum = total.amount > max(one.amount for one in told) and abs(total.amount - reached) <= _FAR * reached
    return reached if is_sum and abs(total.amount - reached) > off and not _has_subtotal(told) else None


def _has_subtotal(told: Sequence[Amount]) -> bool:
    """Whether a row sums up those over it."""
    reached = 0.0
    for at, one in enumerate(told):
        if at >= _LEAST and abs(reached - one.amount) < one.off:
            return True
        reached += one.amount
    return False


def _amount(cell: Block) -> Amount | None:
    found = _AMOUNT.fullmatch(cell.text.strip(_MARKS))
    if not found:
        return None
    part = found["part"] or ""
    return Amount(float(found["n"].replace(",", "") + part), 10 ** -max(0, len(part) - 1) / 2, found["unit"] or "")
