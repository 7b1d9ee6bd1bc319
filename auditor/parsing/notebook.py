"""Jupyter notebooks: cells of prose as Markdown, cells of code as code. What code printed is not read."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from auditor.expressions import late
from auditor.model import Format
from auditor.parsing.json_strings import Found
from auditor.parsing.taken_out import Part, TakenOut, joined

_FENCE = late(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_TICKS = late(r"`{3,}")
_OLD = "is a notebook of an old form; open it in Jupyter and save it again"
_NONE = "is no notebook: it has no cells; save it again in Jupyter"
_NOTE = "a Jupyter notebook: lines and columns are those of the file; what its code printed is not read"


def is_notebook(value: Any, name: str) -> bool:
    return name.lower().endswith(".ipynb") or (isinstance(value, dict) and "cells" in value and "nbformat" in value)


def read(file: str, value: Any, strings: Sequence[Found]) -> TakenOut:
    """The cells of a notebook, one below the other.

    Raises:
        ValueError: it has none.
    """
    cells = value.get("cells") if isinstance(value, dict) else None
    if not isinstance(cells, list):
        raise ValueError(_OLD if isinstance(value, dict) and "worksheets" in value else _NONE)  # noqa: TRY004
    kinds = [cell.get("cell_type") if isinstance(cell, dict) else None for cell in cells]
    sources = [one for one in strings if one.path[:1] == ("cells",) and one.path[2:3] == ("source",)]
    parts: list[Part] = []
    for number, lines in groupby(sources, key=lambda one: one.path[1]):
        parts += _cell(list(lines), kinds[int(number)], is_first=not parts)
    text, origin = joined(file, parts)
    return TakenOut(text, origin, Format.MARKDOWN, _NOTE)


def _cell(lines: Sequence[Found], kind: str | None, *, is_first: bool) -> Iterator[Part]:
    written = "".join(one.text for one in lines)
    own = [(one.text, one.start, one.end) for one in lines]
    if kind == "markdown" or (is_first and written.startswith("---")):  # the first raw cell may be front matter
        yield from own
        yield f"\n{_open_fence(written)}\n\n"
    elif written.strip():
        fence = "`" * max((3, *(len(found) + 1 for found in _TICKS.findall(written))))
        yield f"{fence}\n"
        yield from own
        yield f"\n{fence}\n\n"


def _open_fence(written: str) -> str:
    """What closes a block of code that a cell leaves open: it ends with its cell."""
    fence = ""
    for found in _FENCE.finditer(written):
        if not fence:
            fence = found[1]
        elif found[1].startswith(fence):
            fence = ""
    return fence
