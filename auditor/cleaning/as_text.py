"""The article as plain text: a blank line between blocks, a dash before items, code and tables line by line."""

from collections.abc import Sequence

from auditor.cleaning.grouping import DEEPEST, lines_of_code, runs, table
from auditor.model import Block, Kind


def as_text(source: str, blocks: Sequence[Block]) -> str:
    written = [_run(source, kind, run) for kind, run in runs(source, blocks)]
    return "".join(f"{text}\n" for text in "\n\n".join(filter(None, written)).split("\n")) if written else ""


def _run(source: str, kind: Kind | None, run: Sequence[Block]) -> str:
    if kind is Kind.CODE:
        return "\n".join(lines_of_code(source, block) for block in run)
    if kind is Kind.TABLE:
        return "\n".join(
            "  ".join(filter(None, (" ".join(b.text for b in cell) for cell in row))) for row in table(source, run)
        )
    if kind is Kind.ITEM:
        return "\n".join(f"{'  ' * max(0, min(block.level, DEEPEST) - 1)}- {block.text}" for block in run)
    if kind is Kind.FIELD:
        return "\n".join(f"{block.label}: {block.text}" if block.label else block.text for block in run)
    return "\n\n".join(block.text for block in run)
