"""What a source without page markup says of itself."""

from msgspec import Struct

from auditor.model import Block


class Stated(Struct, frozen=True):
    """What a source says of itself beside its text: its front matter."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    canonical: str | None = None
    site: str | None = None
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
