"""The published shape of a document; `docs/schema/document.json` is generated from it."""

from typing import Any

from msgspec import Struct, json

from auditor.model.blocks import Author, Block, Field
from auditor.model.lines import Lines
from auditor.model.terms import Format, Kind, PageType, Zone


def plain(record: Struct) -> Any:
    """A record as JSON would give it back: dictionaries, lists, strings, numbers."""
    return json.decode(json.encode(record))


class Head(Struct, frozen=True, kw_only=True):
    """A document without its blocks."""

    name: str
    format: Format
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    modified: str | None
    language: str | None
    declared_language: str | None
    url: str | None
    canonical: str | None
    site: str | None
    encoding: str | None
    page_type: str
    type: PageType = PageType.UNKNOWN  # reports of 0.1 have none
    words: int
    notes: tuple[str, ...]


class PublishedLink(Struct, frozen=True):
    text: str
    href: str


class PublishedBlock(Struct, frozen=True, kw_only=True):
    zone: Zone
    kind: Kind
    level: int
    text: str
    links: list[PublishedLink]
    label: str
    group: int
    reason: str
    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int

    @classmethod
    def of(cls, block: Block, lines: Lines) -> "PublishedBlock":
        line, column = lines.at(block.start)
        end_line, end_column = lines.at(block.end)
        return cls(
            zone=block.zone,
            kind=block.kind,
            level=block.level,
            text=block.text,
            links=[PublishedLink(link.text, link.href) for link in block.links],
            label=block.label,
            group=block.group,
            reason=block.reason,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            offset=block.start,
            length=block.end - block.start,
        )


class PublishedField(Struct, frozen=True, kw_only=True):
    key: str
    label: str
    value: str
    line: int
    column: int
    offset: int
    length: int

    @classmethod
    def of(cls, stated: Field, lines: Lines) -> "PublishedField":
        line, column = lines.at(stated.start)
        return cls(
            key=stated.key,
            label=stated.label,
            value=stated.value,
            line=line,
            column=column,
            offset=stated.start,
            length=stated.end - stated.start,
        )


class PublishedAuthor(Struct, frozen=True, kw_only=True):
    source: str
    name: str
    fields: list[PublishedField]
    empty: list[PublishedField]

    @classmethod
    def of(cls, author: Author, lines: Lines) -> "PublishedAuthor":
        return cls(
            source=author.source,
            name=author.name,
            fields=[PublishedField.of(stated, lines) for stated in author.fields],
            empty=[PublishedField.of(stated, lines) for stated in author.empty],
        )


class PublishedDocument(Struct, frozen=True, kw_only=True):
    schema_version: str = "1.0"
    document: Head
    blocks: list[PublishedBlock]
    authors: list[PublishedAuthor]
