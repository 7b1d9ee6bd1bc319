"""The article as CommonMark with tables. Text is escaped, so that none of it becomes markup; emphasis is not kept."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from auditor.cleaning.addresses import safe
from auditor.cleaning.grouping import DEEPEST, lines_of_code, runs, table
from auditor.cleaning.parts import Part
from auditor.cleaning.pictures import Picture
from auditor.model import Block, Kind, Zone

_MARKUP = re.compile(
    r"[*`\[\]]|\\(?=[!-/:-@\[-`{-~]|$)|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|~(?=~)|&(?=#?\w{1,32};)|\{(?=[{%<#.:])|!(?=\[)"
)
_OPENING = re.compile(r"(#{1,6}(?=\s|$)|[-+=>|:~](?=[\s\S]|$))|(\d{1,9})([.)])(?=\s|$)")
_INSTRUCTION = re.compile(r"(?:import|export)\s")
_CLOSING = re.compile(r"#+$")
_SPECIAL, _UNSAFE = re.compile(r"[()<>\\*_`\[\]|&]"), re.compile(r"[<>\\|]")
_TICKS = re.compile(r"`+")


def as_markdown(source: str, parts: Sequence[Part]) -> str:
    written: list[str] = []
    for pictures, group in groupby(parts, key=lambda part: isinstance(part, Picture)):
        found = list(group)
        written += map(_picture, found) if pictures else _texts(source, found)  # type: ignore[arg-type]
    return "\n\n".join(filter(None, written)) + "\n" if written else ""


def rendered(markdown: str, language: str | None) -> str:
    """Our own Markdown as HTML: markup in the text was escaped, and addresses are safe."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    attribute = f' lang="{escape(language)}"' if language else ""
    return f"<article{attribute}>\n{made}</article>\n"


def _texts(source: str, blocks: Sequence[Block]) -> Iterator[str]:
    for kind, run in runs(source, blocks):
        if kind is Kind.CODE:
            yield _listing("\n".join(lines_of_code(source, block) for block in run))
        elif kind is Kind.TABLE:
            yield _table(
                [[" ".join(map(_linked, cell)).replace("|", "\\|") for cell in row] for row in table(source, run)]
            )
        elif kind is Kind.ITEM:
            yield "\n".join(_items(run))
        else:
            yield from map(_block, run)


def _block(block: Block) -> str:
    text = _paragraph(block)
    if block.zone is Zone.HEADLINE or block.kind is Kind.HEADING:
        level = 1 if block.zone is Zone.HEADLINE else max(1, block.level)
        return f"{'#' * level} {_CLOSING.sub(_escape, _linked(block))}"
    if block.kind is Kind.QUOTATION:
        return f"> {text}"
    return f"**{_escaped(block.label)}:** {_linked(block)}" if block.kind is Kind.FIELD and block.label else text


def _items(run: Sequence[Block]) -> Iterator[str]:
    """A list begins at its outermost level, and goes no more than one level down at a time."""
    depth = 0
    for block in run:
        depth = min(max(1, block.level), depth + 1, DEEPEST)
        yield f"{'  ' * (depth - 1)}- {_paragraph(block)}"


def _picture(picture: Picture) -> str:
    if picture.caption:
        return f"*{_escaped(picture.caption.text)}*"
    return f"![{_escaped(picture.alt)}]({_target(picture.src)})"


def _table(rows: list[list[str]]) -> str:
    """The first row becomes the head, which Markdown tables must have."""
    width = max(map(len, rows))
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _listing(code: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(code)), default=0))
    return f"{fence}\n{code}\n{fence}"


def _paragraph(block: Block) -> str:
    """Text that opens a line: what would begin a heading, list, quotation or instruction there is escaped."""
    text = _linked(block)
    if _INSTRUCTION.match(text):
        return f"&#{ord(text[0])};{text[1:]}"
    found = _OPENING.match(text)
    if not found:
        return text
    return f"\\{text}" if found[1] else f"{found[2]}\\{text[found.start(3) :]}"


def _linked(block: Block) -> str:
    pieces, position = [], 0
    for link in sorted(block.links, key=lambda link: link.start):
        href = safe(link.href)
        if href and link.start >= position and link.end > link.start:
            label = _escaped(block.text[link.start : link.end])
            pieces += [_escaped(block.text[position : link.start]), f"[{label}]({_target(href)})"]
            position = link.end
    return "".join(pieces) + _escaped(block.text[position:])


def _target(href: str) -> str:
    if _SPECIAL.search(href):
        return f"<{_UNSAFE.sub(_percent, href)}>"
    return href


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(_escape, text)
