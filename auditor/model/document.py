"""A parsed source: its blocks in zones, and what it states of itself."""

from functools import cached_property
from typing import Any, cast

from msgspec import Struct

from auditor.model.blocks import Author, Block
from auditor.model.lines import Lines
from auditor.model.members import BODY
from auditor.model.origin import Origin
from auditor.model.published import Head, PublishedAuthor, PublishedBlock, PublishedDocument, plain
from auditor.model.scripts import count_words
from auditor.model.terms import BESIDE_TEXT, NO_ARTICLES, Format, Kind, PageType, Syntax, Zone


class Document(Struct, frozen=True, dict=True):
    """A parsed source.

    `source` is its decoded text, and offsets count from its beginning. Lines and columns do so, too, unless it was
    taken out of a larger file, an item of a feed, a notebook, a record of JSON: then they are those of the file.
    """

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
    language_at: tuple[int, int] | None = None  # where the page says so in its first tag
    url: str | None = None  # as given, else canonical
    canonical: str | None = None
    site: str | None = None
    encoding: str | None = None
    type: PageType = PageType.ARTICLE
    template: str | None = None  # what fills it in before anybody reads it, where it is the source of a page
    lines_before: int = 0  # of the file, where the source is a part of it
    origin: Origin | None = None  # where it stands in its file, which is JSON
    authors: tuple[Author, ...] = ()
    notes: tuple[str, ...] = ()  # caps that were reached, bytes that could not be decoded

    def zone(self, *zones: Zone) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.zone in zones)

    @property
    def is_part(self) -> bool:
        """Of a larger file."""
        return bool(self.lines_before or self.origin)

    @property
    def is_unpacked(self) -> bool:
        """Its source stands in no file as it is: it comes out of Word, or out of the strings of JSON."""
        return self.format is Format.DOCX or self.origin is not None

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.source, self.lines_before, self.origin)

    @property
    def language_block(self) -> Block | None:
        """The attribute in which the page names its language; it is none of its texts."""
        if self.language_at is None:
            return None
        start, end = self.language_at
        text = self.source[start:end]
        return Block(Zone.METADATA, Kind.SITE, text, start, end, Syntax.ATTRIBUTE, label="lang")

    @cached_property
    def words(self) -> int:
        """Words of the body; captions and image alts are not counted."""
        return sum(count_words(b.text) for b in self.blocks if b.zone is BODY and b.kind not in BESIDE_TEXT)

    @property
    def page_type(self) -> str:
        """article, or what the page is instead: listing, product, forum, search, empty."""
        return NO_ARTICLES.get(self.type, "article")

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
