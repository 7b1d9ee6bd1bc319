"""Markup that is safe by construction: whatever is not `Markup` already is escaped where it goes in."""

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import TypeAlias
from unicodedata import bidirectional

from auditor.reporters.paint import visible

_VOID = frozenset({"input", "link", "meta"})


class Markup(str):
    """Text that is markup."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content]"


def tag(name: str, /, *content: Content, **attributes: str | float | bool | None) -> Markup:
    """An element. Attributes that are None or False are left out; `class_` and `data_x` become `class` and `data-x`."""
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Markup(opened if name in _VOID else f"{opened}{join(*content)}</{name}>")


def join(*content: Content) -> Markup:
    """Pieces after each other, text among them escaped."""
    return Markup("".join(map(_piece, content)))


def _piece(content: Content) -> str:
    if isinstance(content, Markup):
        return content
    return text(content) if isinstance(content, str) else "".join(map(_piece, content))


def text(plain: str) -> Markup:
    """Text as text. Control, bidirectional and invisible characters are shown as escapes, soft hyphens stay."""
    if plain.isalnum():
        return Markup(plain)
    seen = plain if plain.isprintable() else "\xad".join(visible(piece) for piece in plain.split("\xad"))
    return Markup(escape(seen))


def direction(shown: str) -> str | None:
    """Which way a text of the article runs: as most of its letters do, though it may open with a Latin name."""
    if shown.isascii():
        return None
    runs = Counter(map(bidirectional, shown))
    return "rtl" if runs["R"] + runs["AL"] > runs["L"] else "auto"


def _attribute(key: str, value: str | float | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return (
        f" {name}" if value is True else f' {name}="{text(f"{value:g}" if isinstance(value, float) else str(value))}"'
    )
