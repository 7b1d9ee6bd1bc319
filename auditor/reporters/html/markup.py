"""Markup that is safe by construction: whatever is not `Markup` already is escaped where it goes in."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TypeAlias
from unicodedata import bidirectional

from auditor.expressions import late
from auditor.reporters.paint import visible

_VOID = frozenset({"input", "link", "meta"})
_TO_THE_LEFT = late("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_REPEATED = 4_096  # attributes that are kept as written: a report repeats a few classes and names all the time


class Markup(str):
    """Text that is markup."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content]"


def tag(name: str, /, *content: Content, **attributes: str | float | bool | None) -> Markup:
    """An element. Attributes that are None or False are left out; `class_` and `data_x` become `class` and `data-x`."""
    pieces = [f"<{name}", *(_attribute(*item) for item in attributes.items()), ">"]
    if name not in _VOID:
        _collect(content, pieces)
        pieces.append(f"</{name}>")
    return Markup("".join(pieces))


def join(*content: Content) -> Markup:
    """Pieces after each other, text among them escaped."""
    pieces: list[str] = []
    _collect(content, pieces)
    return Markup("".join(pieces))


def _collect(content: Iterable[Content], pieces: list[str]) -> None:
    for one in content:
        if type(one) is Markup:
            pieces.append(one)
        elif isinstance(one, str):
            pieces.append(text(one))
        else:
            _collect(one, pieces)


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
    if not _TO_THE_LEFT.search(shown):
        return "auto"
    runs = Counter(map(bidirectional, shown))
    return "rtl" if runs["R"] + runs["AL"] > runs["L"] else "auto"


@lru_cache(_REPEATED, typed=True)
def _attribute(key: str, value: str | float | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return (
        f" {name}" if value is True else f' {name}="{text(f"{value:g}" if isinstance(value, float) else str(value))}"'
    )
