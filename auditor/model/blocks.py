"""Blocks of a document with their places, and what profiles among them state."""

from msgspec import Struct

from auditor.model.terms import Kind, Syntax, Zone


class Link(Struct, frozen=True, gc=False):
    """A hyperlink over `text[start:end]` of its block."""

    text: str
    href: str
    start: int = 0
    end: int = 0


COPY = "copy"  # label of a text that stands in the body as well, both for everybody who looks


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
    label: str = ""  # of a field its printed key, of metadata where it stands ("og:title"), of a widget its kind; COPY
    reason: str = ""  # why it got its zone


class Span(Struct, frozen=True, gc=False):
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
