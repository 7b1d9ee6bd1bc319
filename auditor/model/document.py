"""A parsed source: blocks in zones, each with its exact place."""

from functools import cached_property
from typing import Any, cast

from msgspec import Struct

from auditor.model.lines import Lines
from auditor.model.members import BODY
from auditor.model.published import Head, PublishedAuthor, PublishedBlock, PublishedDocument, plain
from auditor.model.terms import BESIDE_TEXT, Format, Kind, Syntax, Zone


class Link(Struct, frozen=True, gc=False):
    """A hyperlink over `text[start:end]` of its block."""

    text: str
    href: str
    start: int = 0
    end: int = 0


class Block(Struct, frozen=True, gc=False):
    """A run of text between two block borders: one contiguous interval `[start, end)` of the source."""

    zone: Zone
    kind: Kind
    text: str
    start: int
    end: int
    syntax: Syntax
    level: int = 0  # heading level 1 to 6, or depth of a list item
    links: tuple[Link, ...] = ()
    group: int = 0  # blocks of one widget, author box or list share a number; 0 is none
    label: str = ""  # of a field its printed key, of metadata where it stands ("og:title"), of a widget its kind
    reason: str = ""  # why it got its zone


class Span(Struct, frozen=True):
    """`block.text[start:end]`."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @classmethod
    def of(cls, block: Block) -> "Span":
        return cls(block, 0, len(block.text))


class Field(Struct, frozen=True):
    """One fact that a profile states.

    `key` is one of name, username, email, phone, address, birthdate, age, gender, company, job, biography,
    url, handle (value: the account name; `label`: the network), followers, following, or other.
    """

    key: str
    value: str
    span: Span
    start: int  # of the value in the source
    end: int
    label: str = ""


class Author(Struct, frozen=True):
    """What one profile, box or record says of one person, in the order in which it says it."""

    source: str  # visible, json-ld, meta
    fields: tuple[Field, ...]
    empty: tuple[Field, ...] = ()  # keys printed without a value

    def all(self, *keys: str) -> tuple[Field, ...]:
        return tuple(f for f in self.fields if f.key in keys)

    def first(self, key: str) -> Field | None:
        return next((f for f in self.fields if f.key == key), None)

    @property
    def name(self) -> str:
        found = self.first("name")
        return found.value if found else ""


class Document(Struct, frozen=True, dict=True):
    """A parsed source. `source` is its decoded text; every position counts from there."""

    name: str
    format: Format
    source: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None  # detected, else declared
    declared_language: str | None = None
    url: str | None = None  # as given, else canonical
    canonical: str | None = None
    site: str | None = None
    encoding: str | None = None
    page_type: str = "article"  # article, or what it is instead: listing, product, forum, search, empty
    authors: tuple[Author, ...] = ()
    notes: tuple[str, ...] = ()  # caps that were reached, bytes that could not be decoded

    def zone(self, *zones: Zone) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.zone in zones)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.source)

    @cached_property
    def words(self) -> int:
        """Words of the body; captions and image alts are not counted."""
        return sum(len(b.text.split()) for b in self.blocks if b.zone is BODY and b.kind not in BESIDE_TEXT)

    @property
    def head(self) -> Head:
        return Head(**{name: getattr(self, name) for name in Head.__struct_fields__})

    def to_dict(self) -> dict[str, Any]:
        """The published form, see `docs/schema/document.json`."""
        return cast(
            "dict[str, Any]",
            plain(
                PublishedDocument(
                    document=self.head,
                    blocks=[PublishedBlock.of(block, self.lines) for block in self.blocks],
                    authors=[PublishedAuthor.of(author, self.lines) for author in self.authors],
                )
            ),
        )
