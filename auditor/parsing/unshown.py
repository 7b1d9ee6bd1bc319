"""Places of a source that hold no text of it: comments, and values of front matter."""

from auditor.model import Block, Kind, Span, Syntax, Zone


def unshown(source: str, start: int, end: int, label: str) -> Span:
    """The place of a suppression, as a block that is not shown."""
    text = " ".join(source[start:end].split())
    return Span.of(Block(Zone.METADATA, Kind.DESCRIPTION, text, start, end, Syntax.TEXT, label=label))
