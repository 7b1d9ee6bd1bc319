"""The article of a Markdown source as it is written there, without the rest and without unsafe addresses and tags."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from auditor.cleaning import escaping
from auditor.cleaning.addresses import safe
from auditor.cleaning.inline_edits import Edit, edits
from auditor.cleaning.parts import zones
from auditor.model import Block, Document, Syntax, Zone
from auditor.parsing.markdown import front_matter
from auditor.parsing.markdown.structure import DEEPEST, Structure, parse

_LEAVES = frozenset("paragraph_open heading_open table_open fence code_block html_block hr".split())
_FENCED = frozenset({"fence", "code_block"})
_PICTURE = re.compile(r"!\[|<img\b", re.IGNORECASE)
_DEFINITION = re.compile(r"[ \t>]*\[[^\]\r\n]{1,999}\]:[ \t]*<?([^\s>]{1,4000})")
# Footnotes, containers, alerts and boxes of tasks, which our reader knows and CommonMark does not.
_MARKS = re.compile(r"\[\^[^\]\s\[]{1,100}\]:?|^:{3,20}.*|^\[![A-Za-z]{1,20}\]|^\[[ xX]\]\s")
_PREFIX = re.compile(r"[ \t>]*")
_ITEM = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_DEEPEST_INLINE = 10  # emphasis, links and images within each other


class _Leaf(NamedTuple):
    """Lines that hold text and nothing else: a paragraph, heading, table, listing or HTML."""

    kind: str
    start: int
    end: int


def kept(document: Document, *, byline: bool) -> str:
    """The lines of the article; a headline that only the front matter states comes first."""
    front = front_matter.read(document.source).end
    structure = parse(document.source, front)
    article = _Article(document, structure, front, zones(byline=byline))
    stated = [b for b in document.blocks if b.zone is Zone.HEADLINE and b.end <= front]
    written = [f"# {escaping.opening(escaping.sparing(block.text))}\n\n" for block in stated]
    text = "".join([*written, "".join(article.write()).strip("\r\n")]).rstrip("\r\n")
    return f"{text}\n" if text else ""


def rendered(markdown: str) -> str:
    """Markdown as markup, not yet safe."""
    reader = MarkdownIt("commonmark", {"html": True, "xhtmlOut": True, "maxNesting": DEEPEST})
    reader.core.ruler.before("inline", "shallow", _shallow)
    tokens = reader.enable(["table", "strikethrough"]).parse(markdown)
    for text in (child for token in tokens for child in token.children or () if child.type == "text"):
        text.content = _MARKS.sub("", text.content)
    return str(reader.renderer.render(tokens, reader.options, {}))


def _shallow(state: StateCore) -> None:
    """The same option limits blocks, which would lose text, and inline markup, which becomes text and costs time."""
    state.md.options["maxNesting"] = _DEEPEST_INLINE


class _Article:
    def __init__(self, document: Document, structure: Structure, front: int, ours: frozenset[Zone]) -> None:
        self.source, self.structure, self.front, self.ours = document.source, structure, front, ours
        self.blocks = sorted((b for b in document.blocks if b.start >= front), key=lambda b: b.start)
        self.starts = [block.start for block in self.blocks]
        lines = structure.lines
        self.leaves = [
            _Leaf(token.type, lines[token.map[0]][0], lines[token.map[1] - 1][1])
            for token in structure.tokens
            if token.type in _LEAVES and token.map
        ]

    def write(self) -> Iterator[str]:
        """Leaves with what stands between them; definitions of links are kept wherever they stand."""
        position, dropped, definitions = self.front, False, list[str]()
        for leaf, keep in zip(self.leaves, self.keeps(), strict=True):
            between = "".join(self.between(position, leaf.start))
            position = leaf.end
            if not keep:
                dropped = True
                definitions += [line for line in between.splitlines() if _DEFINITION.match(line)]
                continue
            is_item = _ITEM.match(self.source, leaf.start, leaf.end)
            yield "\n\n" if dropped and not is_item and between.count("\n") < 2 else between
            yield self.text(leaf)
            dropped = False
        yield "".join(self.between(position, len(self.source)))
        yield "".join(f"\n{line}" for line in definitions)

    def keeps(self) -> list[bool]:
        """A picture goes with the text before it, the first with that after it; a rule stands between text."""
        held = [self.within(leaf) for leaf in self.leaves]
        decided = [any(block.zone in self.ours for block in within) for within in held if within]
        found, inside = [], bool(decided and decided[0])
        for leaf, within in zip(self.leaves, held, strict=True):
            if within:
                inside = any(block.zone in self.ours for block in within)
            is_bare = not within and leaf.kind != "hr" and not _PICTURE.search(self.source, leaf.start, leaf.end)
            found.append(inside and not is_bare)
        for i in range(len(found) - 1, -1, -1):
            if self.leaves[i].kind == "hr":
                found[i] = found[i] and any(found[i + 1 : i + 2])
        return found

    def within(self, leaf: _Leaf) -> list[Block]:
        return self.blocks[
            bisect_left(self.starts, leaf.start) : bisect_left(self.starts, max(leaf.end, leaf.start + 1))
        ]

    def between(self, start: int, end: int) -> Iterator[str]:
        """Blank lines, marks and definitions; none of what leads to unsafe addresses."""
        for line in self.source[start:end].splitlines(keepends=True):
            found = _DEFINITION.match(line)
            if not found or safe(found[1]):
                yield line

    def text(self, leaf: _Leaf) -> str:
        if leaf.kind == "html_block":
            return self.markup(leaf)
        if leaf.kind in _FENCED:
            return self.source[leaf.start : leaf.end]
        pieces, position = [], leaf.start
        for start, end, replacement in sorted(self.edits(leaf)):
            if start >= position:
                pieces += [self.source[position:start], replacement]
                position = end
        return "".join([*pieces, self.source[position : leaf.end]]).rstrip()

    def edits(self, leaf: _Leaf) -> Iterator[Edit]:
        unsafe = _DEFINITION.match(self.source, leaf.start, leaf.end)
        if unsafe and not safe(unsafe[1]):  # text to our reader, an address to others
            yield leaf.start, leaf.start, "\\"
        within = self.within(leaf)
        lines = {self.line(block.start) for block in within if block.zone in self.ours}
        for block in within:
            line = self.line(block.start)
            if block.zone in self.ours:
                if block.syntax is Syntax.MARKDOWN:
                    yield from edits(self.source, block.start, block.end, self.structure.references)
            elif line not in lines and leaf.kind == "paragraph_open":
                last = self.line(block.end)
                yield self.structure.lines[line][0], min(leaf.end, self.structure.lines[last][1] + 1), ""

    def line(self, offset: int) -> int:
        return bisect_right(self.structure.lines, (offset, len(self.source))) - 1

    def markup(self, leaf: _Leaf) -> str:
        """HTML of the source as Markdown, behind the marks that it stands behind."""
        from auditor.cleaning.fragments import as_markdown  # noqa: PLC0415 - beautifulsoup4 only where there is HTML

        found = _PREFIX.match(self.source, leaf.start, leaf.end)
        prefix = found[0] if found else ""
        written = as_markdown(
            "\n".join(line.removeprefix(prefix) for line in self.source[leaf.start : leaf.end].splitlines())
        )
        return "\n".join(f"{prefix}{line}".rstrip() for line in written.splitlines())
