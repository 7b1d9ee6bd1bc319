"""Feeds (RSS, Atom) and exports of WordPress (WXR): where each item stands in the file.

The file is read once, piece by piece, and nothing but the places of the items is kept. A document type is refused:
entities that it declares may grow without bound, and it may name files and addresses.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any

from msgspec import Struct, structs

from auditor.expressions import late

SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
UNREAD = "attachments, menus and what was not published"
_CHUNK = 65_536
_DEEPEST = 200  # elements within each other; feeds have a dozen
_LONGEST_TOKEN = 16_000_000  # bytes of one tag, comment or entity
_LONGEST_VALUE = 500  # characters of a statement that is kept
_ROOT = late(
    r"\s{0,99}(?:<\?[^>]{0,300}>\s{0,99}|<!--[^>]{0,900}-->\s{0,99}|<!DOCTYPE[^\[>]{0,300}>\s{0,99}){0,9}"
    r"<(?:(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>/]|!DOCTYPE[^\[>]{0,300}\[)",
    re.IGNORECASE,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_ITEMS = {"item", "entry"}
_CONTENT = ("content:encoded", "content", "description", "summary")  # the first that there is is the text
_STATED = {
    "link": "link", "guid": "link", "dc:creator": "author", "author": "author", "author/name": "author",
    "pubDate": "published", "published": "published", "dc:date": "published", "updated": "published",
    "wp:post_id": "key", "wp:post_type": "kind", "wp:status": "status",
}  # fmt: skip
_ARTICLES = ("", "post", "page")
_DRAFTS = ("draft", "auto-draft", "trash", "inherit")


class Part(Struct, frozen=True):
    """An element of an item: its bytes, and what it is called."""

    name: str
    start: int
    end: int  # where its end tag begins
    attributes: tuple[tuple[str, str], ...] = ()


class Item(Struct, frozen=True):
    """One post: where it stands, and what it states of itself."""

    start: int
    end: int
    line: int
    column: int  # characters before it in its line
    encoding: str
    key: str
    title: Part | None = None
    content: Part | None = None
    link: str = ""
    author: str = ""
    published: str = ""
    export: bool = False  # of WordPress, which fills in shortcodes and makes paragraphs


class FeedError(ValueError):
    """A feed that is not read, or not to its end; the text says where and why."""


def is_feed(head: bytes, name: str) -> bool:
    """Whether a file is a feed by its name and by how it begins."""
    return name.lower().endswith(SUFFIXES) and _ROOT.match(head.decode("utf-8-sig", "replace")) is not None


def items(stream: IO[bytes], passed: Counter[str]) -> Iterator[Item]:
    """The items in their order; what is no article of an export is counted in `passed`.

    Raises:
        FeedError: after the items that could be read.
    """
    reader = _Reader(passed)
    more = True
    while more:
        chunk = stream.read(_CHUNK)
        more = bool(chunk)
        try:
            reader.feed(chunk, final=not more)
        finally:
            yield from reader.taken()


class _Reader:
    def __init__(self, passed: Counter[str]) -> None:
        self.passed, self.found, self.fed = passed, list[Item](), 0
        self.encoding, self.export, self.keys = "utf-8", False, set[str]()
        self.path: list[str] = []
        self.depth = 0  # of the item that is open, or 0
        self.at = (0, 0, 0)
        self.parts: dict[str, Part] = {}
        self.open: tuple[int, tuple[tuple[str, str], ...]] = (0, ())
        self.stated: dict[str, str] = {}
        self.text = list[str]()
        from xml.parsers import expat  # noqa: PLC0415 - few files are feeds

        self.expat = expat
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = False
        self.parser.XmlDeclHandler = self.declared
        self.parser.StartDoctypeDeclHandler = self.refused
        self.parser.EntityDeclHandler = self.refused
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.finish
        self.parser.CharacterDataHandler = self.read

    def feed(self, chunk: bytes, *, final: bool) -> None:
        if not self.fed and chunk.startswith(_WIDE):
            raise FeedError("line 1: is UTF-16; save it as UTF-8")
        self.fed += len(chunk)
        try:
            self.parser.Parse(chunk, final)
        except LookupError as error:
            raise FeedError(f"line 1: {error}; save it as UTF-8") from error
        except self.expat.ExpatError as error:
            errors = self.expat.errors
            if error.code == errors.codes[errors.XML_ERROR_UNDEFINED_ENTITY]:
                raise FeedError(
                    f"line {error.lineno}: names an entity that no feed has; write the character"
                ) from error
            what = errors.messages[error.code]
            raise FeedError(f"line {error.lineno}, column {error.offset + 1}: is no XML: {what}; mend it") from error
        if self.fed - self.parser.CurrentByteIndex > _LONGEST_TOKEN:
            raise FeedError(f"line {self.parser.CurrentLineNumber}: a tag or comment without end; mend it")

    def taken(self) -> list[Item]:
        found, self.found = self.found, []
        return found

    def declared(self, _: str, encoding: str | None, __: int) -> None:
        self.encoding = encoding or "utf-8"
        if self.encoding.lower().startswith("utf-16"):
            raise FeedError("line 1: is UTF-16; save it as UTF-8")

    def refused(self, *_: object) -> None:
        raise FeedError(
            f"line {self.parser.CurrentLineNumber}: declares a document type, which may hide text or fetch it; "
            "delete the <!DOCTYPE ...>, feeds need none"
        )

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if len(self.path) > _DEEPEST:
            raise FeedError(f"line {self.parser.CurrentLineNumber}: more than {_DEEPEST} elements within each other")
        parser = self.parser
        if len(self.path) == 1:
            self.export = any("wordpress.org/export" in value for value in attributes.values())
        if not self.depth and _local(name) in _ITEMS:
            self.depth = len(self.path)
            self.at = (parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber)
            self.parts, self.stated = {}, {}
        elif self.depth and len(self.path) == self.depth + 1:
            self.open = (parser.CurrentByteIndex, tuple(attributes.items()))
            if name == "link" and attributes.get("rel", "alternate") == "alternate" and "href" in attributes:
                self.stated.setdefault("link", attributes["href"])
        self.text = []

    def read(self, text: str) -> None:
        if self.depth and len(self.path) > self.depth and len(self.text) < _LONGEST_VALUE:
            self.text.append(text[:_LONGEST_VALUE])

    def finish(self, name: str) -> None:
        inside = "/".join(self.path[self.depth :])
        if self.depth and len(self.path) == self.depth + 1:
            start, attributes = self.open
            self.parts.setdefault(name, Part(name, start, self.parser.CurrentByteIndex, attributes))
        if self.depth and (key := _STATED.get(inside)) and (value := "".join(self.text).strip()):
            self.stated.setdefault(key, value[:_LONGEST_VALUE])
        if self.depth and len(self.path) == self.depth:
            self.add(self.parser.CurrentByteIndex)
            self.depth = 0
        self.path.pop()
        self.text = []

    def add(self, end: int) -> None:
        stated, (start, line, column) = self.stated, self.at
        if stated.get("kind", "") not in _ARTICLES or stated.get("status", "") in _DRAFTS:
            self.passed[UNREAD] += 1
            return
        content = next((part for name in _CONTENT if (part := self._part(name))), None)
        item = Item(start, end, line, column, self.encoding, self.key(), self._part("title"), content)
        own = {name: stated[name] for name in ("link", "author", "published") if name in stated}
        self.found.append(structs.replace(item, export=self.export, **own))

    def _part(self, name: str) -> Part | None:
        return self.parts.get(name) or self.parts.get(f"atom:{name}")

    def key(self) -> str:
        """What an item is called: its number in an export, else the end of its address, else its place."""
        last = self.stated.get("link", "").rstrip("/").rpartition("/")[2].partition("?")[0]
        key = re.sub(r"[^\w.-]+", "-", self.stated.get("key") or last)[:60].strip("-") or str(len(self.keys) + 1)
        key = key if key not in self.keys else f"{key}-{len(self.keys) + 1}"
        self.keys.add(key)
        return key


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
