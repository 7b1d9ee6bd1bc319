"""A text that was taken out of a file of JSON, with what the file states of it."""

from collections.abc import Iterable

from msgspec import Struct

from auditor.model import Format
from auditor.model.origin import Origin, Piece

# What fields that hold a text are called, by their letters alone: `content_html`, `contentHtml` and `content-html` are
# one name. Some are names of other things as well where many fields stand together.
TEXTS = frozenset({
    "body", "content", "articlebody", "bodyhtml", "bodytext", "contenthtml", "contenttext", "fulltext", "bodymarkdown",
    "contentmarkdown",
})  # fmt: skip
NAMED_SO = frozenset({"text", "html", "markdown"})

Part = str | tuple[str, int, int]  # what is put between strings of the file, or one of them with its interval


class TakenOut(Struct, frozen=True):
    """The text of an article, and what its file states of it."""

    text: str
    origin: Origin
    format: Format
    note: str
    byline: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None


def plain(name: str) -> str:
    """The letters and figures of a field's name."""
    return "".join(filter(str.isalnum, name)).lower()


def joined(file: str, parts: Iterable[Part]) -> tuple[str, Origin]:
    """A text out of strings of the file, each with its interval, and of what is put between them."""
    texts, pieces, length = list[str](), list[Piece](), 0
    for part in parts:
        text, *interval = (part,) if isinstance(part, str) else part
        if interval:
            pieces.append(Piece(length, interval[0], interval[1]))
        texts.append(text)
        length += len(text)
    return "".join(texts), Origin(file, tuple(pieces))
