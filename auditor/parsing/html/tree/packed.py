"""Text that a script does not hold as it is written: packed, backwards, in pieces or as the numbers of its letters."""

import codecs
import re
from binascii import a2b_base64
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import unquote

from auditor.expressions import late
from auditor.words import words

_BASE_64, _ESCAPED = late(r"[A-Za-z0-9+/\s]{32,}={0,2}"), late(r"%[0-9A-Fa-f]{2}")
_HEX = late(r"(?:[0-9A-Fa-f]{2}){32,}")
_FEWEST = 20  # pieces of a text; of 1,845 honest pages two have lists whose pieces together read as sentences
_PIECE = "(?:{})".format(
    "|".join(rf"{mark}[^{mark}\\\n]{{0,200}}+(?:\\.[^{mark}\\\n]{{0,200}}+){{0,9}}+{mark}" for mark in "\"'`")
)
_BETWEEN = late(r"""["'`]\s{0,9}[,+]\s{0,9}["'`]""")  # finds out soon that most scripts have no such list
_PIECES = late(rf"{_PIECE}(?:\s{{0,9}}[,+]\s{{0,9}}{_PIECE}){{{_FEWEST},}}+", re.DOTALL)
_NUMBERS = late(r"(?:,\s{0,9}[0-9][0-9A-Fa-fxX]{0,7}){99,}+")
_ONE_PIECE = late(_PIECE, re.DOTALL)
_ONE_NUMBER = late(r"0[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7}")
_LAST = 0x10FFFF  # of Unicode
_LOOKED_AT, _SHORTEST = 2_000, 3  # characters of a text, and of the words that tell how it is read
# What undoes the commonest ways of writing a text so that a search does not find it.
_UNDOING: tuple[Callable[[str], str], ...] = (lambda text: text[::-1], lambda text: codecs.encode(text, "rot13"))


def unpacked(text: str) -> str:
    """What a string stands for that a script unpacks: base 64, digits, or the escapes of addresses; "" for others."""
    if _HEX.fullmatch(text):
        return bytes.fromhex(text).decode("utf-8", "replace")
    if not _BASE_64.fullmatch(text):
        return unquote(text) if len(_ESCAPED.findall(text)) > len(text) / 30 else ""
    try:
        return a2b_base64(f"{text}==").decode("utf-8", "replace")
    except ValueError:  # no number of whole bytes
        return ""


def put_together(script: str) -> Iterator[str]:
    """What the lists and sums of a script are as one: of short strings, and of the numbers of letters."""
    has_list = len(_BETWEEN.findall(script)) >= _FEWEST
    for found in _PIECES.finditer(script) if has_list else ():
        pieces = [piece[1:-1] for piece in _ONE_PIECE.findall(found[0])]
        yield ("" if sum(" " in piece for piece in pieces) > len(pieces) / 2 else " ").join(pieces)
    for found in _NUMBERS.finditer(script):
        numbers = (int(one, 16 if one[:2] in ("0x", "0X") else 10) for one in _ONE_NUMBER.findall(found[0]))
        yield "".join(chr(number) if number <= _LAST else " " for number in numbers)


def undone(text: str) -> str:
    """A text that was turned round or put into other letters, as it was before; "" if it reads best as it is."""
    best = max((text, *(undo(text) for undo in _UNDOING)), key=_common)
    return "" if best == text else best


def _common(text: str) -> int:
    """How many of the commonest words of any language it has."""
    return sum(word in _words() for word in text[:_LOOKED_AT].lower().split())


@cache
def _words() -> frozenset[str]:
    return frozenset(word for word in words("stopwords", "common") if len(word) >= _SHORTEST)
