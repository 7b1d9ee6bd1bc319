"""A clean article as CommonMark with tables."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bs4.element import NavigableString, PageElement, Tag

from auditor.cleaning.allowed import BLOCKS
from auditor.cleaning.grid import grid
from auditor.cleaning.inline_markdown import CELL_BREAK, NO_BREAK, Part, Wrap, lines, wrap

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol"})
_TICKS = re.compile(r"`+")
_CLOSING = re.compile(r"(\s|^)(#+)$")
_DEEPEST = 16  # lists and quotations within each other; what is deeper is written at this depth
_STRONG: Wrap = ("strong", "")
_EMPHASIS: Wrap = ("em", "")


def as_markdown(article: Tag) -> str:
    """The Markdown of an element of `soup.edited`; its own text stays text, whatever characters it has."""
    sheet = _Sheet(article)
    sheet.flow(article.children)
    return "".join(f"{line}\n" for line in sheet.lines)


class _Sheet:
    """Lines, each behind the marks of the lists and quotations that it stands in."""

    def __init__(self, article: Tag) -> None:
        self.lines: list[str] = []
        self.prefix = ""  # of the lines to come
        self.marker: str | None = None  # of the next line, in place of the prefix: it opens a list item
        self.adjoins = True  # the next block needs no blank line before it
        self.tight = False  # nor does a list within a list item
        self.depth = 0
        self.list_before: tuple[str, str, int] | None = None  # prefix, mark and last line of the last list
        self.holders = set[int]()  # elements that hold blocks
        for block in article.find_all(BLOCKS):
            node = block.parent
            while node is not None and id(node) not in self.holders:
                self.holders.add(id(node))
                node = node.parent

    def flow(self, nodes: Iterable[PageElement], wraps: tuple[Wrap, ...] = ()) -> None:
        """Blocks one below the other; what stands between them is a paragraph."""
        run: list[PageElement] = []
        for node in nodes:
            is_block = isinstance(node, Tag) and (node.name in BLOCKS or id(node) in self.holders)
            if not is_block and not (_is_break(node) and run and _is_break(run[-1])):
                run.append(node)
                continue
            self.paragraph(run, wraps)
            run = []
            if is_block and isinstance(node, Tag) and not (node.hidden and node.name in BLOCKS):
                self.element(node, wraps)
        self.paragraph(run, wraps)

    def element(self, node: Tag, wraps: tuple[Wrap, ...]) -> None:
        name = node.name
        if name in _HEADINGS:
            text = " ".join(lines((list(node.children), wraps), breaks=NO_BREAK))
            text = _CLOSING.sub(r"\1\\\2", text)
            self.block([f"{'#' * _HEADINGS[name]} {text}"] if text else [])
        elif name in _LISTS:
            self.list(node, wraps)
        elif name == "blockquote":
            self.within("> ", node, wraps)
        elif name == "pre":
            self.listing(node)
        elif name == "table":
            self.table(node, wraps)
        elif name == "dl":
            self.definitions(node, wraps)
        else:
            found = (_EMPHASIS,) if name in ("figcaption", "caption") else ()
            own = wrap(node)
            self.flow(node.children, (*wraps, *found, *((own,) if own else ())))

    def paragraph(self, nodes: Sequence[PageElement], wraps: tuple[Wrap, ...] = ()) -> None:
        if nodes and not all(_is_blank(node) for node in nodes):
            self.block(_broken(lines((nodes, wraps))))

    def block(self, written: Sequence[str]) -> None:
        """Lines of one block, a blank line before them."""
        if not written:
            return
        self.border()
        for line in written:
            self.lines.append(f"{self.prefix if self.marker is None else self.marker}{line}".rstrip())
            self.marker = None
        self.adjoins = False

    def border(self) -> None:
        if not self.adjoins and self.marker is None:
            self.lines.append(self.prefix.rstrip())
        self.adjoins = True

    def within(self, marks: str, node: Tag, wraps: tuple[Wrap, ...], hanging: str | None = None) -> None:
        """The content of an element behind marks; `hanging` stands before the lines after the first."""
        if self.depth >= _DEEPEST:
            self.flow(node.children, wraps)
            return
        self.border()
        prefix, tight = self.prefix, self.tight
        self.marker = (prefix if self.marker is None else self.marker) + marks
        self.prefix, self.depth = prefix + (marks if hanging is None else hanging), self.depth + 1
        self.tight = self.tight and hanging is not None
        self.flow(node.children, wraps)
        self.prefix, self.tight, self.depth, self.marker = prefix, tight, self.depth - 1, None

    def list(self, node: Tag, wraps: tuple[Wrap, ...]) -> None:
        nested, mark, number, hanging = self.tight, self.mark(node.name), int(str(node.get("start", "1"))), ""
        children = [child for child in node.children if not _is_blank(child)]
        self.adjoins = self.adjoins or (nested and number == 1)  # no other number ends a paragraph
        self.border()
        self.tight = all(map(_is_short, children))
        for child in children:
            if isinstance(child, Tag) and child.name == "li" and not child.hidden:
                marks = f"{number}{mark} " if node.name == "ol" else f"{mark} "
                number, hanging = number + 1, " " * len(marks)
                self.adjoins = self.adjoins or self.tight
                self.within(marks, child, wraps, hanging)
            else:  # it belongs to the item before it
                prefix, self.prefix = self.prefix, self.prefix + hanging
                self.flow([child], wraps)
                self.prefix = prefix
        self.tight, self.list_before = nested, (self.prefix, mark, len(self.lines))

    def mark(self, name: str) -> str:
        """Another mark than that of a list right before, or the two would be one list."""
        usual, other = (".", ")") if name == "ol" else ("-", "*")
        before = self.list_before
        return other if before and before == (self.prefix, usual, len(self.lines)) else usual

    def listing(self, node: Tag) -> None:
        code = "".join("\n" if _is_break(part) else str(part) for part in node.descendants if not _is_inner(part))
        written = code.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
        fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(code)), default=0))
        self.block([fence, *written, fence])

    def table(self, node: Tag, wraps: tuple[Wrap, ...]) -> None:
        """The first row becomes the head, which Markdown tables must have."""
        for caption in node.find_all("caption", recursive=False):
            self.element(caption, wraps)
        rows = [
            [CELL_BREAK.join(lines(([cell], wraps), breaks=CELL_BREAK)) if cell else "" for cell in row]
            for row in grid(node)
        ]
        rows = [[cell.replace("|", "\\|") for cell in row] for row in rows]
        if rows:
            written = [f"| {' | '.join(row)} |" for row in rows]
            self.block([written[0], "|" + " --- |" * len(rows[0]), *written[1:]])

    def definitions(self, node: Tag, wraps: tuple[Wrap, ...]) -> None:
        """A term in bold and, on the next line, what it means."""
        entry: list[Part] = []
        for child in node.children:
            if isinstance(child, Tag) and id(child) not in self.holders and child.name in ("dt", "dd"):
                if child.name == "dt" or not entry:
                    self.block(_broken(lines(*entry)))
                    entry = []
                entry.append((list(child.children), (*wraps, _STRONG) if child.name == "dt" else wraps))
            elif not _is_blank(child):
                self.block(_broken(lines(*entry)))
                entry = []
                self.flow([child], wraps)
        self.block(_broken(lines(*entry)))


def _broken(written: Sequence[str]) -> list[str]:
    return [*(f"{line}\\" for line in written[:-1]), *written[-1:]]


def _is_break(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def _is_inner(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name != "br"


def _is_blank(node: PageElement) -> bool:
    return _is_break(node) or (isinstance(node, NavigableString) and not node.strip())


def _is_short(child: PageElement) -> bool:
    """Is it an item of one line, and perhaps a list below it?"""
    if not isinstance(child, Tag) or child.name != "li":
        return isinstance(child, Tag) and child.name in _LISTS
    return sum(1 for _ in _pieces(child)) <= 1


def _pieces(item: Tag) -> Iterator[None]:
    running = False
    for child in item.children:
        if isinstance(child, Tag) and child.name in BLOCKS:
            running = False
            if child.name not in _LISTS:
                yield None
        elif not running and not _is_blank(child):
            running = True
            yield None
