"""Where the links of inline Markdown lead to."""

import re
from collections.abc import Mapping
from html import unescape

from auditor.expressions import late

# White space within a link holds at most one line end, and the marks of block quotations after it.
_LINE = r"(?:\r\n|\r|\n)[ \t>]*+"
_GAP = rf"[ \t]*+(?:{_LINE})?+"
_SPACE = rf"(?:[ \t]++(?:{_LINE})?+|{_LINE})"
_CHARACTER = r"[^\s()\\]|\\\S?+"
_ADDRESS = rf"(?!<)(?:{_CHARACTER}|\((?:{_CHARACTER}|\((?:{_CHARACTER}){{0,500}}+\)){{0,500}}+\)){{0,2000}}+"
_TITLE = r"(?:\"(?:[^\"\\]|\\.){0,1000}+\"|'(?:[^'\\]|\\.){0,1000}+'|\((?:[^()\\]|\\.){0,1000}+\))"
_DESTINATION = late(
    rf"\({_GAP}(?:<((?:[^<>\\\r\n]|\\.){{0,2000}}+)>|({_ADDRESS}))(?:{_SPACE}(?:{_TITLE}{_GAP})?+)?+\)", re.DOTALL
)
_LABEL = late(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
AUTOLINK = late(
    r"<((?P<url>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20]{0,2000}+)"
    r"|[\w.!#$%&'*+/=?^`{|}~-]{1,64}+@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}+)>"
)
_LONGEST_LABEL = 999


def target(
    source: str, label: tuple[int, int], end: int, references: Mapping[str, str], *, plain: bool
) -> tuple[str, int] | None:
    """The address that the closing bracket at `label[1]` gives its link, and where the link ends.

    `plain` says that the label holds no brackets, so that it can be a reference. None: it closes no link.
    """
    after = label[1] + 1
    if found := _DESTINATION.match(source, after, end):
        written = found[1] if found[1] is not None else found[2]
        return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written)), found.end()
    if not references:
        return None
    full = _LABEL.match(source, after, end)
    if full and full[1].strip():
        href = references.get(normalised(full[1]))
        return (href, full.end()) if href is not None else None
    if not plain or label[1] - label[0] > _LONGEST_LABEL:
        return None
    href = references.get(normalised(source[slice(*label)]))
    return (href, full.end() if full else after) if href is not None else None


def normalised(label: str) -> str:
    """A label as references are compared, see CommonMark 0.31, section 6.3."""
    return " ".join(label.split()).lower().upper()
