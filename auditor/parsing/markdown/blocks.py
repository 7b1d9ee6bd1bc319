"""Markdown tokens to blocks with their places.

markdown-it knows the lines of a block and hands on its text line by line, each the end of a source line (for `#`
headings a part of it); so the interval of a block is arithmetic, never a search.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Kind, Syntax, Zone
from auditor.parsing import fields, html
from auditor.parsing.markdown import inline
from auditor.parsing.markdown.replay import flat
from auditor.parsing.markdown.structure import Structure

_FOOTNOTE = late(r"\[\^[^\]\s\[]{1,100}\]:\s*")
_NEXT_FOOTNOTE = late(r"[\r\n][ \t]*+(?=\[\^[^\]\s\[]{1,100}\]:)")
# ":::note" and ":::" around a paragraph.
_CONTAINER = late(r":{3,20}+[^\r\n]{0,200}(?:[\r\n]++[ \t]*+|$)")
_CONTAINER_END = late(r"[\r\n][ \t]*+:{3,20}+[ \t]*+$")
_TASK = late(r"\[[ xX]\]\s+(?=\S)")
_ALERT = late(r"\[![A-Za-z]{1,20}\][\s>]*")
_ATTRIBUTES = late(r"\s*(?<!\\)\{[#.:][^{}\r\n]{0,200}\}$")
# Instructions to a site generator: Hugo and Jekyll short codes, imports of MDX.
_INSTRUCTION = late(
    r"(?:\{\{[<%].{0,2000}?[%>]\}\}\s*|\{%.{0,2000}?%\}\s*){1,20}$"
    r"|import\s[^\r\n]{1,300}\sfrom\s+['\"][^'\"]{1,300}['\"];?(?:\s|$)|export\s+(?:const|default|function)\s",
    re.DOTALL,
)
_CELL = late(r"((?:[^|\\]|\\.)*+)(?:\||\Z)")
# A table may begin on the line of a list item.
_PREFIX = late(r"[ \t>]*+(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]++[ \t>]*+)*+\|?+")
_TEXT_LINE = late(r"(?![\r\n \t>])[^\r\n]++")
_FEWEST_FIELDS = 3  # among the lines of a paragraph
_BORDER = "\n<hr>\n"
_DEPTHS = {
    "blockquote": "quotation",
    "bullet_list": "list",
    "ordered_list": "list",
    "table": "table",
    "heading": "heading",
}


def read_blocks(source: str, structure: Structure) -> list[Block]:
    """All blocks in the order of the source, in the body."""
    reader = _Reader(source, structure)
    return sorted(reader.read(), key=lambda block: block.start)


class _Reader:
    def __init__(self, source: str, structure: Structure) -> None:
        self.source = source
        self.tokens, self.references, self.lines = structure.tokens, structure.references, structure.lines
        self.depths = dict.fromkeys(_DEPTHS.values(), 0)
        self.level = 0  # of the open heading
        self.markup: list[tuple[int, int]] = []  # blocks of HTML
        self.cells: Iterator[tuple[int, int]] = iter(())

    def read(self) -> Iterator[Block]:
        for token in self.tokens:
            if token.type == "inline":
                yield from self.text(token)
            elif token.type in {"fence", "code_block"}:
                yield from self.code(token)
            elif token.type == "html_block" and token.map:
                self.markup.append((self.lines[token.map[0]][0], self.lines[token.map[1] - 1][1]))
            else:
                self.nest(token)
        yield from _html_blocks(self.source, self.markup)

    def nest(self, token: Token) -> None:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _DEPTHS:
            self.depths[_DEPTHS[name]] += token.nesting
        if token.type == "heading_open":
            self.level = int(token.tag[1])
        elif token.type == "tr_open" and token.map:
            self.cells = _cells(self.source, *self.lines[token.map[0]])

    def kind(self) -> tuple[Kind, int]:
        depths = self.depths
        if depths["heading"]:
            return Kind.HEADING, self.level
        if depths["table"]:
            return Kind.TABLE, 0
        if depths["quotation"]:
            return Kind.QUOTATION, 0
        return (Kind.ITEM, depths["list"]) if depths["list"] else (Kind.PARAGRAPH, 0)

    def text(self, token: Token) -> Iterator[Block]:
        kind = self.kind()[0]
        start, end = self.interval(token) if kind is not Kind.TABLE else next(self.cells, (0, 0))
        if token.content:
            for first, last in _definitions(self.source, start, end):
                yield from self.run(kind, first, last)

    def run(self, kind: Kind, start: int, end: int) -> Iterator[Block]:
        if found := _CONTAINER_END.search(self.source, max(start, end - 30), end):
            end = found.start()
        for pattern in (_FOOTNOTE, _TASK, _ALERT, _CONTAINER):
            if found := pattern.match(self.source, start, end):
                start = found.end()
        if kind is Kind.HEADING and (found := _ATTRIBUTES.search(self.source, max(start, end - 210), end)):
            end = found.start()
        if _INSTRUCTION.match(self.source, start, end):
            yield from self.verbatim(start, end)
        else:
            for first, last in self.parts(start, end):
                yield from self.inline(kind, self.kind()[1], first, last)

    def interval(self, token: Token) -> tuple[int, int]:
        """The first line ends with the first line of the content, the last line with the last."""
        content = token.content.split("\n")
        first = token.map[0] if token.map else 0
        return self.line(first, content[0].strip())[0], self.line(first + len(content) - 1, content[-1].strip())[1]

    def line(self, number: int, content: str) -> tuple[int, int]:
        start, end = self.lines[number]
        line = self.source[start:end].rstrip()
        at = len(line) - len(content) if line.endswith(content) else line.find(content)
        return start + at, start + at + len(content)

    def parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The lines of a paragraph of fields, the fields of a line that holds many, else the paragraph as one."""
        found = _TEXT_LINE.finditer(self.source, start, end)
        lines = [(line.start(), line.start() + len(line[0].rstrip(" \t\\"))) for line in found]
        texts = [self.source[first:last].replace("*", "") for first, last in lines]
        keyed = sum(fields.is_known(text) or fields.is_bare_key(text) for text in texts)
        if len(lines) > 1 and (keyed == len(lines) or keyed >= _FEWEST_FIELDS):
            return lines
        return fields.inline(self.source, start, end)

    def inline(self, kind: Kind, level: int, start: int, end: int) -> Iterator[Block]:
        found = inline.read(self.source, start, end, self.references)
        text, links = flat(found)
        if text:
            yield Block(Zone.BODY, kind, text, start, end, Syntax.MARKDOWN, level, links)
        for image in found.images:
            alt, _ = flat(inline.read(self.source, image.start, image.end, self.references))
            if alt:
                yield Block(Zone.BODY, Kind.ALT, alt, image.start, image.end, Syntax.MARKDOWN)

    def code(self, token: Token) -> Iterator[Block]:
        """The lines within the fence, or all lines of an indented block."""
        first = (token.map[0] if token.map else 0) + (token.type == "fence")
        last = first + token.content.count("\n") - 1
        if last >= first:
            yield from self.verbatim(self.lines[first][0], self.lines[last][1])

    def verbatim(self, start: int, end: int) -> Iterator[Block]:
        written = self.source[start:end]
        if text := " ".join(written.split()):
            start, end = start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())
            yield Block(Zone.BODY, Kind.CODE, text, start, end, Syntax.TEXT)


def _definitions(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph of footnotes, one a line, in its parts; any other as it is."""
    if _FOOTNOTE.match(source, start, end):
        for found in _NEXT_FOOTNOTE.finditer(source, start, end):
            yield start, found.start()
            start = found.end()
    yield start, end


def _cells(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a table row, without the white space around them."""
    if prefix := _PREFIX.match(source, start, end):
        start = prefix.end()
    for cell in _CELL.finditer(source, start, end):
        yield cell.end(1) - len(cell[1].lstrip()), cell.start() + len(cell[1].rstrip())


def _html_blocks(source: str, places: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """The blocks of all HTML in a source, read as one page with borders between its parts."""
    if not places:
        return
    starts, length = [], 0
    for first, last in places:
        starts.append(length)
        length += last - first + len(_BORDER)
    page = _BORDER.join(source[first:last] for first, last in places)
    for block in html.read(page, name="", url=None, zone=Zone.BODY).blocks:
        part = bisect_right(starts, block.start) - 1
        shift = places[part][0] - starts[part]
        if block.zone is Zone.BODY and block.end + shift <= places[part][1]:
            yield structs.replace(block, start=block.start + shift, end=block.end + shift)
