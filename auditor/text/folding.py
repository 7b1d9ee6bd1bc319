"""Text as a reader sees it: the copy in which wordings are looked up, with the place of each character.

Invisible characters are left out, letters that only look like others become those, turned text is turned back. Ordinary
text is its own copy, and costs one search for characters that need a look. Letters that a language has stay what they
are: a word is folded to another alphabet only where it mixes two, or where all around it is Latin.
"""

import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from auditor.expressions import late
from auditor.text.look_alikes import CLOSE, FORMS, LOOSE, inverted

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f"
_CONTROL_INSIDE = late(f"(?<=[A-Za-z])[{_CONTROLS}](?=[A-Za-z])")  # elsewhere they are half a broken character
_JOINERS = "\u200c\u200d"
_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# What Unicode calls the same as other letters: superscripts, circled and squared letters, ligatures, wide and
# mathematical alphabets, Roman numerals; and hyphens that differ in where a line may end.
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_DRESSED = (
    "\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2010\u2011\u2071\u207f\u2090-\u209c\u2100-\u2149\u2160-\u217f"
    f"\u24b6-\u24e9\ufb00-\ufb06{_WIDE}\U0001d400-\U0001d7ff\U0001f110-\U0001f189"
)
_WIDE_SIGN = late(f"(?<=[{_WIDE}])[\uff01-\uff5e]|[\uff01-\uff5e](?=[{_WIDE}])")  # alone they are Chinese
_TO_NARROW = 0xFEE0
_MOST_MARKS = 4  # over one letter; more are an ornament
_CLOSE, _LOOSE = inverted(CLOSE), inverted(LOOSE)
_ALL = {**_LOOSE, **_CLOSE}
_KEPT = frozenset("№℠℡™℻℀℁℅℆℃℉")  # signs of their own
_PLAIN = {"\u2010": "-", "\u2011": "-", "\u2800": " "} | inverted(FORMS)

_DRESS = late(f"[{_DRESSED}]")
_HIDDEN, _MARK = late(f"[{_INVISIBLE}]"), late(f"[{_MARKS}]")
_STRANGE = late(f"[{_CONTROLS}{_INVISIBLE}{_MARKS}{_DRESSED}{''.join(_PLAIN)}]")
_FOREIGN = late(f"[{''.join(_CLOSE)}]")
_MIXED = late("[A-Za-z][{0}]|[{0}][A-Za-z]".format("".join(_ALL)))
_WORD = late(r"[^\W\d_]+")
_TURNS, _ENDS = "\u202e", "\u202c"
_JOINED = late("[\u0590-\u0fff\u1000-\u109f\u1780-\u17ff\U0001f000-\U0001ffff]")  # scripts that need joiners


class Folded(NamedTuple):
    """`text[i]` stands at `places[i]` of the text as it is written."""

    text: str
    places: Sequence[int]


def fold(text: str, *, accents: bool = True) -> Folded | None:
    """The copy of a text, None where it is its own.

    Args:
        accents: the language writes marks over letters; without, marks that stand by themselves are left out.
    """
    if not may_fold(text):
        return None
    dotless = not accents and "ı" in text
    if _STRANGE.search(text):
        narrow = _WIDE_SIGN.sub(lambda sign: chr(ord(sign.group()) - _TO_NARROW), text)
        narrow = _CONTROL_INSIDE.sub("\u00ad", narrow)
        found = _undressed(_turned(narrow))
        shown, places = _parted(_joined(found, accents=accents) if _MARK.search(text) else found)
    elif dotless or _is_mixed(text):
        shown, places = text, range(len(text))
    else:
        return None
    shown = _alike(shown.replace("ı", "i") if dotless else shown)
    return Folded(shown, places) if shown != text else None


def _parted(characters: Iterable[tuple[str, int]]) -> tuple[str, Sequence[int]]:
    """The text and the places, these as bare numbers: as objects they take ten times the memory of the text."""
    shown, places = list[str](), array("L")
    for character, place in characters:
        shown.append(character)
        places.append(place)
    return "".join(shown), places


def may_fold(text: str) -> bool:
    """Whether a text has anything but letters, digits and marks of ASCII."""
    return not (text.isascii() and text.isprintable())


def is_invisible(character: str) -> bool:
    return _HIDDEN.match(character) is not None


def _is_mixed(text: str) -> bool:
    """Whether letters of another alphabet stand in Latin words, or alone in Latin text."""
    if not _FOREIGN.search(text):
        return False
    return _is_latin_text(text) or _MIXED.search(text) is not None


def _is_latin_text(text: str) -> bool:
    return 2 * len(text.encode("ascii", "ignore")) > len(text)


def _turned(text: str) -> Iterator[tuple[str, int]]:
    """The characters in the order in which they are shown; a turn without its end is a stray mark."""
    at = 0
    while (start := text.find(_TURNS, at)) >= 0 and (end := text.find(_ENDS, start)) >= 0:
        yield from ((text[i], i) for i in range(at, start))
        yield from ((text[i], i) for i in range(end - 1, start, -1))
        at = end
    yield from ((text[i], i) for i in range(at, len(text)))


def _undressed(characters: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    before = ""
    for character, place in characters:
        if not character.isascii():
            if _HIDDEN.match(character) and not (character in _JOINERS and _JOINED.match(before)):
                continue
            yield from ((one, place) for one in _plain(character))
        else:
            yield character, place
        before = character


@lru_cache(1 << 13)  # as many letters as a page may have; there are 150,000
def _plain(character: str) -> str:
    if character in _PLAIN or character in _KEPT or not _DRESS.match(character):
        return _PLAIN.get(character, character)
    plain = unicodedata.normalize("NFKC", character)
    if "\U0001f110" <= character <= "\U0001f189":
        plain = unicodedata.name(character, "").rpartition(" ")[2]
        return plain if len(plain) == 1 else character
    return plain if plain.isascii() else character


def _joined(characters: Iterable[tuple[str, int]], *, accents: bool) -> Iterator[tuple[str, int]]:
    """Letters with the marks that follow them as one, or without."""
    letter, first, marks = "", 0, ""
    for character, place in chain(characters, (("", 0),)):
        if letter and character and _MARK.match(character):
            marks += character
            continue
        if letter:
            whole = unicodedata.normalize("NFC", letter + marks[:_MOST_MARKS]) if accents else letter
            yield (whole if len(whole) == 1 else letter), first
        letter, first, marks = character, place, ""


def _alike(text: str) -> str:
    """Letters of other alphabets as the Latin ones that they are taken for, one for one."""
    if not _is_mixed(text):
        return text
    alone = _is_latin_text(text)
    return _WORD.sub(lambda word: _word(word.group(), alone=alone), text)


def _word(word: str, *, alone: bool) -> str:
    if word.isascii() or not _FOREIGN.search(word):
        return word
    foreign = [letter for letter in word if letter in _ALL]
    others = any(not letter.isascii() and letter not in _ALL and not _is_latin(letter) for letter in word)
    mixed = len(foreign) < len(word)
    if others or not (mixed or (alone and all(letter in _CLOSE for letter in foreign))):
        return word
    return "".join(_ALL.get(letter, letter) for letter in word)


@lru_cache(1 << 13)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
