"""Colours, widths, and text that is safe to show on a terminal."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, urljoin

from msgspec import Struct

_CODES = {
    "bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36",
    "alarm": "1;97;41",
}  # fmt: skip
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_WORD = 12  # characters given up at most to cut between words
_LINES = 1_024  # texts that are kept as a line: remedies and titles are said again on page after page
_LETTERS = 4_096  # characters whose width is kept
_JOINERS = "\u200c\u200d"  # emoji and several scripts are made with them, and they harm no terminal


class Style(Struct, frozen=True):
    """How wide lines may be, in columns, whether they are coloured, and whether names of files are links."""

    colour: bool = False
    width: int = 80
    links: str = ""  # the URI of the folder that names are relative to; empty: no links

    def paint(self, text: str, *looks: str) -> str:
        """A text made visible, in the colours asked for."""
        shown = visible(text)
        if not self.colour or not looks or not shown:
            return shown
        return f"\x1b[{';'.join(_CODES[look] for look in looks)}m{shown}\x1b[0m"

    def link(self, painted: str, name: str) -> str:
        """A painted text that leads to a file: OSC 8, as most terminals of the last years understand it."""
        if not self.links or name.startswith("<"):
            return painted
        uri = urljoin(self.links, quote(name, safe="/", errors="backslashreplace"))
        return f"\x1b]8;;{uri}\x1b\\{painted}\x1b]8;;\x1b\\"


def visible(text: str) -> str:
    """Control, bidirectional and invisible characters as escapes; everything else as it is."""
    return text if text.isprintable() else "".join(map(_visible, text))


@lru_cache(_LINES)
def one_line(text: str) -> str:
    """A visible text whose white space is single spaces, so that no article starts a line of its own."""
    return visible(" ".join(text.split()))


def columns(text: str) -> int:
    """How many columns of a terminal a visible text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def clip(text: str, room: int) -> str:
    """The text, or its start and an ellipsis, in at most `room` columns; cut between words where one is near."""
    if columns(text) <= room:
        return text
    if room < 1:
        return ""
    kept = _fitting(text, room - 1)
    border = text.rfind(" ", max(0, kept - _WORD), kept + 1)
    return text[: border if border > 0 else kept].rstrip() + "…"


def wrapped(text: str, width: int, first: str, others: str) -> list[str]:
    """The words of a visible text in lines of at most `width` columns, each behind its indentation."""
    lines, taken = [first], columns(first)
    for blank, piece in _pieces(text, max(1, width - columns(others))):
        room, empty = columns(piece), lines[-1] == (others if lines[1:] else first)
        if not empty and taken + len(blank) + room > width:
            lines.append(others)
            taken, empty = columns(others), True
        lines[-1] += piece if empty else blank + piece
        taken += room if empty else len(blank) + room
    return lines


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """Words, each behind a blank, and what is left of those that no line holds, as in texts without blanks."""
    for word in text.split():
        blank, rest = " ", word
        while columns(rest) > room:
            cut = max(1, _fitting(rest, room))
            yield blank, rest[:cut]
            blank, rest = "", rest[cut:]
        yield blank, rest


def _fitting(text: str, room: int) -> int:
    """How many characters of a text take no more than so many columns."""
    if text.isascii():
        return min(room, len(text))
    kept = taken = 0
    while kept < len(text) and taken + _columns(text[kept]) <= room:
        taken += _columns(text[kept])
        kept += 1
    return kept


def _visible(character: str) -> str:
    if character.isprintable() or character in _JOINERS or unicodedata.category(character) not in _ESCAPED:
        return character
    if character == "\t":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@lru_cache(_LETTERS)
def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
