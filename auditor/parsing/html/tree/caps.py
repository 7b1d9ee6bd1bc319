"""How much of a page is read, so that hostile input costs a bounded amount; the notes say when a cap was reached."""

from collections.abc import Iterator

# Real pages nest less than a hundred deep; below the caps tags still end segments, but have no records of their own.
MAX_DEPTH = 512
MAX_INLINE_DEPTH = 256  # never closed <font> tags must not use up the depth that blocks need
# Of elements, and of blocks; the largest of 900 real pages has 8,500 elements.
MAX_ELEMENTS = 50_000
# A longer text between two borders is cut into blocks: what looks at one block at a time stays bounded.
MAX_BLOCK = 200_000
_NEARBY = 64  # no named reference is longer

# Elements whose text a browser shows and this reader does not: an article may hide in them. Smaller ones are fields of
# forms and code to be copied: of 933 real pages 6 have more.
SHOWN_UNREAD = frozenset({"iframe", "noembed", "plaintext", "textarea", "xmp"})
MAX_UNREAD = 500
MAX_APART = 500  # texts in such elements

TOO_DEEP = f"elements nested deeper than {MAX_DEPTH} were read without their nesting"
TOO_MANY = f"the page was read up to {MAX_ELEMENTS} elements or blocks"
TOO_LONG = f"text longer than {MAX_BLOCK} characters was cut into blocks"


def unread(name: str, size: int, attributes: str) -> str:
    """The note on an element that shows much text; empty for others. Of a frame it is what its `srcdoc` holds."""
    if name not in SHOWN_UNREAD or (name == "iframe" and "srcdoc" not in attributes.lower()):
        return ""
    shown = len(attributes) if name == "iframe" else size
    told = f"text of more than {MAX_UNREAD} characters in <{name}> was not read as the article"
    return told if shown > MAX_UNREAD else ""


class FullError(Exception):
    """As much of the page was read as the caps allow."""


def cut(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A text too long for one block in pieces: cut at white space if there is any, never inside a reference."""
    while end - start > MAX_BLOCK:
        last = start + MAX_BLOCK
        found = (source.rfind(character, last - _NEARBY, last) for character in (" ", "\n", "&"))
        border = next((at for at in found if at > 0), last)
        yield start, border
        start = border
    yield start, end
