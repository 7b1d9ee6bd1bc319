"""Inline Markdown to runs of text that know their source: CommonMark over one interval, in linear time.

A run is an interval of the source and the text that it stands for: itself, or what a reference or escape means.
Markup is what no run covers.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from auditor.expressions import late
from auditor.parsing.html.tree.vocabulary import MEANT
from auditor.parsing.markdown.emphasis import Delimiter, delimiter, resolve
from auditor.parsing.markdown.links import AUTOLINK, target

_DEPTH = 8  # of tags within each other
_SPECIAL = late(r"[\\`*_~\[\]<&\r\n]|!(?=\[)")
_ESCAPE = late(r"\\[!-/:-@\[-`{-~]")
_ENTITY = late(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_TICKS = late(r"`++")
_MARKS = late(r"\*++|_++|~++")
# A line end, the next line's indentation and the marks of the block quotations it stands in.
_LINE = late(r"\\?(?:\r\n|\r|\n)[ \t]*+(?:>[ \t]*+)*+")
_LINE_END = late(r"(?:\r\n|\r|\n)[ \t]*+(?:>[ \t]*+)*+")
_FOOTNOTE = late(r"\[\^[^\]\s\[]{1,100}\]")
_VALUE = r"[^\s\"'=<>`]{1,2000}+|'[^']{0,2000}+'|\"[^\"]{0,2000}+\""
_TAG = late(
    rf"<[A-Za-z][A-Za-z0-9-]{{0,60}}+(?:\s++[A-Za-z_:][\w.:-]{{0,100}}+(?:\s*+=\s*+(?:{_VALUE}))?){{0,60}}+\s*+/?>"
    r"|</[A-Za-z][A-Za-z0-9-]{0,60}+\s*+>|<!-->|<!--->|<\?[^?>]{0,2000}+\?>|<![A-Za-z][^>]{0,2000}+>"
)
_HREF = late(r"<a\s[^>]{0,500}?\bhref\s{0,5}=\s{0,5}[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)


class Run(NamedTuple):
    start: int
    end: int
    text: str


class Anchor(NamedTuple):
    """A link over `[start, end)` of the source, or the alternative text of an image."""

    start: int
    end: int
    href: str


class Inline(NamedTuple):
    runs: list[Run]
    anchors: list[Anchor]
    images: list[Anchor]
    marked: list[tuple[int, int, str]]  # intervals of the source that are emphasis or code, with the tags that say so


class _Bracket(NamedTuple):
    after: int
    image: bool
    piece: int  # its index among the pieces
    delimiters: int  # how many came before it
    closed: int  # how many closing brackets came before it


def read(source: str, start: int, end: int, references: Mapping[str, str]) -> Inline:
    """The runs, links and images of `source[start:end]`; `references` maps normalised labels to addresses."""
    return _Reader(source, start, end, references).read()


def _end(pattern: re.Pattern[str], source: str, start: int, end: int) -> int:
    found = pattern.match(source, start, end)
    return found.end() if found else start


class _Reader:
    def __init__(self, source: str, start: int, end: int, references: Mapping[str, str]) -> None:
        self.source, self.position, self.end, self.references = source, start, end, references
        self.pieces: list[Run | Delimiter | None] = []
        self.delimiters: list[Delimiter] = []
        self.brackets: list[_Bracket] = []
        self.linked = 0  # brackets below this height open no link: links hold no links
        self.closed = 0
        self.anchors: list[Anchor] = []
        self.images: list[Anchor] = []
        self.codes: list[tuple[int, int, str]] = []
        self.emphasis: list[tuple[int, int, str]] = []
        self.html_tags: list[tuple[int, str]] = []
        self.html_link: tuple[int, str] | None = None
        self.line = start  # where the text of the current line begins
        self.ticks: dict[int, list[int]] | None = None
        self.no_comment_end = end + 1
        self.handlers = {
            "\\": self.escape, "`": self.code, "*": self.mark, "_": self.mark, "~": self.mark, "[": self.open,
            "!": self.open, "]": self.close, "<": self.angle, "&": self.entity, "\n": self.line_end,
            "\r": self.line_end,
        }  # fmt: skip

    def read(self) -> Inline:
        while self.position < self.end:
            found = _SPECIAL.search(self.source, self.position, self.end)
            stop = found.start() if found else self.end
            self.text(self.position, stop)
            self.position = self.handlers[self.source[stop]](stop) if found else stop
        self.emphasis += resolve(self.delimiters)
        return Inline(list(self.runs()), self.anchors, self.images, [*self.codes, *self.emphasis])

    def runs(self) -> Iterator[Run]:
        for piece in self.pieces:
            if isinstance(piece, Run):
                yield piece
            elif piece and piece.start < piece.end:
                yield Run(piece.start, piece.end, self.source[piece.start : piece.end])

    def text(self, start: int, end: int, text: str | None = None) -> int:
        if start < end:
            self.pieces.append(Run(start, end, self.source[start:end] if text is None else text))
        return end

    def line_end(self, at: int) -> int:
        self.line = _end(_LINE, self.source, at, self.end)
        return self.text(at, self.line, " ")

    def escape(self, at: int) -> int:
        if _LINE.match(self.source, at, self.end):
            return self.line_end(at)
        if _ESCAPE.match(self.source, at, self.end):
            return self.text(at, at + 2, self.source[at + 1])
        return self.text(at, at + 1)

    def entity(self, at: int) -> int:
        found = _ENTITY.match(self.source, at, self.end)
        meaning = unescape(found[0]) if found else ""
        return self.text(at, found.end(), meaning) if found and meaning != found[0] else self.text(at, at + 1)

    def mark(self, at: int) -> int:
        end = _end(_MARKS, self.source, at, self.end)
        before = self.source[at - 1] if at > self.line else " "
        after = self.source[end] if end < self.end else " "
        found = delimiter(self.source, at, end, before, after)
        self.pieces.append(found)
        self.delimiters.append(found)
        return end

    def code(self, at: int) -> int:
        size = _end(_TICKS, self.source, at, self.end) - at
        if self.ticks is None:
            self.ticks = {}
            for found in _TICKS.finditer(self.source, at, self.end):
                self.ticks.setdefault(len(found[0]), []).append(found.start())
        closers = self.ticks.get(size, [])
        i = bisect_left(closers, at + size)
        if i == len(closers):
            return self.text(at, at + size)
        self.codes.append((at + size, closers[i], "code"))
        self.verbatim(at + size, closers[i])
        return closers[i] + size

    def verbatim(self, start: int, end: int) -> None:
        """The content of a code span: one space at both ends is markup, line ends are spaces."""
        first, last = self.source[start], self.source[end - 1]
        if first in " \r\n" and last in " \r\n" and self.source[start:end].strip():
            start, end = (start + 1 if first == " " else _end(_LINE, self.source, start, end)), end - 1
        for found in _LINE_END.finditer(self.source, start, end):
            self.text(start, found.start())
            start = self.text(found.start(), found.end(), " ")
        self.text(start, end)

    def open(self, at: int) -> int:
        if footnote := _FOOTNOTE.match(self.source, at, self.end):
            return footnote.end()
        after = at + 1 + (self.source[at] == "!")
        self.brackets.append(_Bracket(after, after > at + 1, len(self.pieces), len(self.delimiters), self.closed))
        return self.text(at, after)

    def close(self, at: int) -> int:
        if not self.brackets:
            return self.text(at, at + 1)
        bracket = self.brackets.pop()
        dead = len(self.brackets) < self.linked and not bracket.image
        self.linked = min(self.linked, len(self.brackets))
        plain = bracket.closed == self.closed
        self.closed += 1
        found = None if dead else target(self.source, (bracket.after, at), self.end, self.references, plain=plain)
        if found is None:
            return self.text(at, at + 1)
        anchor = Anchor(bracket.after, at, found[0])
        self.emphasis += resolve(self.delimiters[bracket.delimiters :])
        del self.delimiters[bracket.delimiters :]
        if bracket.image:
            del self.pieces[bracket.piece :]
            for within in (self.anchors, self.images):
                while within and within[-1].start >= bracket.after:
                    within.pop()
            self.images.append(anchor)
        else:
            self.pieces[bracket.piece] = None
            self.anchors.append(anchor)
            self.linked = len(self.brackets)
        return found[1]

    def angle(self, at: int) -> int:
        if found := AUTOLINK.match(self.source, at, self.end):
            self.anchors.append(Anchor(at + 1, found.end() - 1, found[1] if found["url"] else f"mailto:{found[1]}"))
            self.text(at + 1, found.end() - 1)
            return found.end()
        if self.source.startswith("<!--", at) and at < self.no_comment_end:
            end = self.source.find("-->", at + 4, self.end)
            if end >= 0:
                return end + 3
            self.no_comment_end = at
        found = _TAG.match(self.source, at, self.end)
        return self.tag(at, found[0], found.end()) if found else self.text(at, at + 1)

    def tag(self, at: int, tag: str, end: int) -> int:
        """Tags are no text, but a break is a space, and an anchor is a link."""
        name = tag[1:4].lower()
        if name == "br>" or name in {"br ", "br/"}:
            self.text(at, end, " ")
        elif (plain := tag[1:-1].strip("/ ").lower()) in MEANT:
            self.inline_tag(plain, at, end, closes=tag[1] == "/")
        elif href := _HREF.match(tag):
            self.html_link = (end, unescape(href[1]))
        elif name == "/a>" and self.html_link:
            self.anchors.append(Anchor(self.html_link[0], at, self.html_link[1]))
            self.html_link = None
        return end

    def inline_tag(self, name: str, at: int, end: int, *, closes: bool) -> None:
        """Tags without attributes that say how text is meant."""
        if not closes:
            self.html_tags = [*self.html_tags[-_DEPTH:], (end, name)]
        elif self.html_tags and self.html_tags[-1][1] == name:
            self.codes.append((self.html_tags.pop()[0], at, name))
