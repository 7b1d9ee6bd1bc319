"""A parsed page as a picture: one line for each block, with its zone, its place and what it is."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from auditor.messages import language as called
from auditor.model import Block, Document, Kind, Zone
from auditor.reporters.answer import FORMATS
from auditor.reporters.paint import Style, clip, visible
from auditor.reporters.totals import number

_LOOKS = {
    Zone.HEADLINE: ("bold", "green"),
    Zone.BYLINE: ("cyan",),
    Zone.DATELINE: ("cyan",),
    Zone.BODY: ("green",),
    Zone.AUTHOR: ("cyan",),
    Zone.LINKS: ("yellow",),
    Zone.COMMENTS: ("yellow",),
    Zone.BOILERPLATE: ("dim",),
    Zone.HIDDEN: ("dim",),
    Zone.METADATA: ("blue",),
}
_SIGNS = {
    Kind.ITEM: "- ",
    Kind.QUOTATION: "> ",
    Kind.TABLE: "| ",
    Kind.CODE: "` ",
    Kind.CAPTION: "(caption) ",
    Kind.ALT: "(image) ",
}
_FURNITURE = (Zone.BOILERPLATE, Zone.HIDDEN)
_RUN = 5  # blocks of boilerplate in a row that are shown
_INDENT = " " * 21


def outline(document: Document, style: Style, *, explain: bool) -> Iterator[str]:
    """The head of the page, then its blocks in the order of the source.

    Long runs of boilerplate are cut short; with `explain` they are not, and each change of zone gives its reason.
    """
    yield from _head(document, style)
    for zone, group in groupby(document.blocks, key=lambda block: block.zone):
        blocks = list(group)
        shown = len(blocks) if explain or zone not in _FURNITURE or len(blocks) <= _RUN else _RUN - 1
        for at, block in enumerate(blocks[:shown]):
            yield _line(block, document, style, first=at == 0) + "\n"
            if explain and (at == 0 or block.reason != blocks[at - 1].reason):
                yield from _reason(block, style)
        if shown < len(blocks):
            yield f"{' ' * 19}{style.paint('|', *_LOOKS[zone])} and {len(blocks) - shown} more\n"
    for note in document.notes:
        yield f"note: {visible(note)}\n"


def _reason(block: Block, style: Style) -> Iterator[str]:
    for line in textwrap.wrap(visible(block.reason), style.width, initial_indent=_INDENT, subsequent_indent=_INDENT):
        yield f"{style.paint(line, 'dim')}\n"


def _head(document: Document, style: Style) -> Iterator[str]:
    name = style.paint(document.name, "bold")
    language = called(document.language) if document.language else "language unknown"
    format_ = FORMATS.get(document.format, document.format)
    yield f"{name}: {document.type}, {format_}, {language}, {number(document.words, 'word')}\n"
    known = {
        "title": document.title,
        "byline": ", ".join(document.byline),
        "published": document.published,
        "modified": document.modified,
        "site": document.site,
        "url": document.url,
    }
    for key, value in known.items():
        if value:
            yield f"{key:>9}  {clip(visible(value), style.width - 11)}\n"
    yield "\n"


def _line(block: Block, document: Document, style: Style, *, first: bool) -> str:
    label = f"{block.zone if first else '':<11}"
    number = f"{document.lines.at(block.start)[0]:>6}"
    text = clip(visible(_sign(block) + block.text), style.width - 21)
    bar = style.paint("|", *_LOOKS[block.zone])
    return f"{style.paint(label, *_LOOKS[block.zone])} {style.paint(number, 'dim')} {bar} {text}".rstrip()


def _sign(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return "#" * max(1, block.level) + " "
    if block.kind in _SIGNS:
        return "  " * max(0, block.level - 1) + _SIGNS[block.kind]
    return f"{block.label}: " if block.label and block.label not in block.text else ""
