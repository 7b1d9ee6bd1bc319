"""An item of a feed as a page of HTML whose lines and columns are those of the file.

Every character that stays keeps its place in its line: tags of XML become tags of HTML of the same length, what is
left out becomes blanks, and markup that was escaped is padded where HTML takes blanks.
"""

import re
from datetime import datetime
from html import unescape
from pathlib import Path

from auditor.expressions import late
from auditor.feed_index import Item, Part

_CDATA = late(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_OPENED = late(r"<[^>]*>")
_ESCAPED = late(
    r"&lt;!--.{0,20000}?--&gt;|&lt;(?P<name>/?[A-Za-z][\w:-]{0,40})(?P<rest>(?:(?!&lt;).){0,20000}?)&gt;"
    r"|&amp;(?P<reference>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
    re.DOTALL,
)
_QUOTE = late(r"&quot;|&apos;|&#39;|&#34;")
_EMPTY_LINE = late(r"(?<=\n)([ \t]*)(?=\r?\n)")
_PARAGRAPH = late(r"<p[\s>]|<!-- wp:", re.IGNORECASE)


def read(path: str, item: Item) -> bytes:
    """The page of an item of a file.

    Raises:
        OSError: the file cannot be read.
    """
    with Path(path).open("rb") as file:
        file.seek(item.start)
        return page(file.read(item.end - item.start), item).encode()


def page(data: bytes, item: Item) -> str:
    """The page of an item, out of its bytes."""
    pieces, at = [" " * item.column], 0
    for part, tag in sorted(_parts(item), key=lambda one: one[0].start):
        start, end = part.start - item.start, part.end - item.start
        closing = data.find(b">", end) + 1 or len(data)
        pieces.append(_blank(data[at:start].decode(item.encoding, "replace")))
        pieces.append(_element(data[start:end].decode(item.encoding, "replace"), part, tag, item))
        pieces.append(f"</{tag}".ljust(closing - end - 1) + ">" if closing > end else "")
        at = closing
    return "".join(pieces)


def day(item: Item) -> str | None:
    """The day of an item as ISO 8601."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few runs read feeds, and this imports sockets

    try:
        return parsedate_to_datetime(item.published).isoformat()
    except (TypeError, ValueError):
        pass
    try:
        return datetime.fromisoformat(item.published).isoformat()
    except ValueError:
        return None


def _parts(item: Item) -> list[tuple[Part, str]]:
    return [
        (part, tag) for part, tag in ((item.title, "h1"), (item.content, "article")) if part and part.end > part.start
    ]


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _element(written: str, part: Part, tag: str, item: Item) -> str:
    """An element up to its end tag."""
    opened = _OPENED.match(written)
    if opened is None:
        return _blank(written)
    inner = written[opened.end() :]
    if dict(part.attributes).get("type") != "xhtml":
        inner = _unwrapped(inner)
        if item.export and tag == "article" and not _PARAGRAPH.search(inner):
            inner = _EMPTY_LINE.sub(r"\1<p>", inner)
    return f"<{tag}{_blank(opened[0][len(tag) + 1 : -1])}>{inner}"


def _unwrapped(text: str) -> str:
    """What stands in CDATA sections as it is, what is escaped without its escapes."""
    pieces, at = [], 0
    for section in _CDATA.finditer(text):
        pieces += [_ESCAPED.sub(_markup, text[at : section.start()]), " " * 9, section[1], " " * 3]
        at = section.end()
    return "".join((*pieces, _ESCAPED.sub(_markup, text[at:])))


def _markup(found: re.Match[str]) -> str:
    if name := found["name"]:
        return f"<{name}   {_quotes(found['rest'])}   >"
    if reference := found["reference"]:
        return _reference(reference, len(found[0]))
    return _blank(found[0])


def _quotes(attributes: str) -> str:
    """Quotation marks of attributes: the blanks stand outside of them."""
    opens = True

    def mark(found: re.Match[str]) -> str:
        nonlocal opens
        pad, opens = " " * (len(found[0]) - 1), not opens
        return f'"{pad}' if opens else f'{pad}"'

    return _QUOTE.sub(mark, attributes)


def _reference(name: str, length: int) -> str:
    """A character by its number, with as many zeros as make it as long as it was."""
    meant = unescape(f"&{name};")
    return f"&#{ord(meant):0{length - 3}};" if len(meant) == 1 else f"&amp;{name};"
