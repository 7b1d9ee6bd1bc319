"""The article of a plain text as markup."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from auditor.cleaning.grouping import DEEPEST, runs
from auditor.cleaning.parts import article
from auditor.model import Block, Document, Kind, Zone

_NUMBER = re.compile(r"(?:^|[\r\n])[ \t]*([0-9]{1,3})[.)][ \t\xa0]+$")
_LONGEST_MARK = 60  # characters between the start of a line and the text of its item


def of_text(document: Document, *, byline: bool) -> str:
    """Blocks in their tags; nothing of the text is read as markup."""
    found = runs(document.source, article(document, byline=byline))
    return "".join(
        "".join(_items(document.source, run)) if kind is Kind.ITEM else "".join(map(_block, run)) for kind, run in found
    )


def _block(block: Block) -> str:
    if block.zone is Zone.HEADLINE:
        tag = "h1"
    elif block.kind is Kind.HEADING:
        tag = f"h{min(max(1, block.level), 6)}"
    else:
        tag = {Kind.QUOTATION: "blockquote", Kind.CODE: "pre"}.get(block.kind, "p")
    label = f"<b>{escape(block.label)}:</b> " if block.kind is Kind.FIELD and block.label else ""
    return f"<{tag}>{label}{escape(block.text, quote=False)}</{tag}>\n"


def _items(source: str, run: Sequence[Block]) -> Iterator[str]:
    """A list begins at its outermost level, and goes no more than one level down at a time."""
    open_lists: list[str] = []
    for block in run:
        depth = min(max(1, block.level), len(open_lists) + 1, DEEPEST)
        yield from (f"</li></{open_lists.pop()}>" for _ in range(len(open_lists) - depth))
        if depth > len(open_lists):
            number = _NUMBER.search(source[max(0, block.start - _LONGEST_MARK) : block.start])
            open_lists.append("ol" if number else "ul")
            yield f'<ol start="{number[1]}">' if number else "<ul>"
        else:
            yield "</li>"
        yield f"<li>{escape(block.text, quote=False)}"
    yield from (f"</li></{name}>" for name in reversed(open_lists))
    yield "\n"
