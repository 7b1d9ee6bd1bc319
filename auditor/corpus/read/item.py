"""What readers hand over."""

from msgspec import Struct


class Item(Struct, frozen=True, kw_only=True):
    """One document as it stands in its input, why it cannot be had, or why it is none."""

    id: str
    data: bytes | str = b""
    url: str | None = None
    name: str = ""  # its suffix tells the format
    encoding: str | None = None  # that the transport declared
    error: str = ""
    skipped: str = ""  # why it is no document, in one of a few words
    source: str = ""  # its own file, where that is not the shard's
    position: int = 0  # in its source: a byte, or the number of a row or a member
    within: int = 0  # byte of what is packed at this position
    length: int | None = None  # bytes that it takes there
    crawled: str | None = None  # when, as the crawl says
    status: int | None = None
    media: str | None = None  # the type that was declared
    truncated: str | None = None  # why something is missing
    fields: dict[str, str] = {}  # others of the input that were asked for


class Tally(Struct):
    """How many records a reader has come upon; what becomes of them must add up to it."""

    records: int = 0
