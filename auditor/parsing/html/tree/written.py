"""Text that a script writes into a page: what its strings hold, where it also says that something is written."""

import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote

from auditor.expressions import late

# How scripts put text into a page, by the language of browsers and the commonest library.
_WRITES = (
    "document.write", ".innerHTML", ".outerHTML", ".innerText", ".textContent", ".insertAdjacent", ".createTextNode",
    ".replaceChildren", ".replaceWith", ".html(", ".append(", ".prepend(",
)  # fmt: skip
# What closes a string may open the next: so strings are found beside the apostrophe of a remark as well.
_STRING = late(
    r"""(?<!\\)(?:"((?:[^"\\\n]++|\\.)*+)(?=")|'((?:[^'\\\n]++|\\.)*+)(?=')|`((?:[^`\\]++|\\.)*+)(?=`))""", re.DOTALL
)
_SHORTEST = 24  # characters
_BORDER = late(r"<[^<>]{1,2000}>|\\(?:u003|x3)[cC](?:[^\\]|\\.){0,300}?\\(?:u003|x3)[eE]|\\[nrt\n]|\n", re.DOTALL)
_BASE_64, _ESCAPED = late(r"[A-Za-z0-9+/\s]{32,}={0,2}"), late(r"%[0-9A-Fa-f]{2}")


def written(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The intervals of such text in a script, between the tags and lines of its strings."""
    if any(source.find(one, start, end) >= 0 for one in _WRITES):
        for string in _STRING.finditer(source, start, end):
            at, close = string.span(string.lastindex or 0)
            for border in _BORDER.finditer(source, at, close) if close - at >= _SHORTEST else ():
                yield from _long(at, border.start())
                at = border.end()
            yield from _long(at, close)


def _long(start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start >= _SHORTEST:
        yield start, end


def unpacked(text: str) -> str:
    """What a string stands for that a script unpacks: base 64, or the escapes of addresses; "" for others."""
    if not _BASE_64.fullmatch(text):
        return unquote(text) if len(_ESCAPED.findall(text)) > len(text) / 30 else ""
    try:
        return b64decode(f"{text}==").decode("utf-8", "replace")
    except ValueError:  # no number of whole bytes
        return ""
