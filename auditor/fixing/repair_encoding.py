"""Garbled characters are read again in their true encoding, where the way there and back is exact.

What was read wrongly is one byte, or a few, for each character; the bytes together are UTF-8. Only whole sequences of
UTF-8 are replaced, so a guess cannot do harm: letters that belong where they stand are hardly ever such a sequence, and
the rule has found them garbled.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.fixing.reading import Asked, Character, Edit, Spot
from auditor.fixing.spelling import spelled

_BYTEWISE = ("cp1252", "cp1251", "cp866", "cp437")
_WHOLE = ("gb18030", "cp932")  # two bytes for a character: a run of them is decoded together
_UNREADABLE = ("Cc", "Cs", "Co", "Cn")
_MARK = "\ufeff"
_WORD = 200  # characters: in scripts without blanks a run of them may be as long as a page
_ONE = r"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
_SEQUENCE, _CHAIN = late(_ONE), late(rf"{_ONE}++")


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    for spot in asked.spots:
        first, last = asked.reading.within(spot)
        whole = asked.reading.characters(spot.block)
        found = _bytewise(whole, first, last) or _together(whole, first, last)
        for characters, meant in found:
            written = spelled(meant, spot.block.syntax, asked.reading.document)
            if written is not None:
                yield spot, Edit(characters[0].start, characters[-1].end, written)


Repaired = list[tuple[Sequence[Character], str]]


def _bytewise(whole: Sequence[Character], first: int, last: int) -> Repaired:
    """The sequences around a place that follow on each other, and what they mean, where they cover what is garbled."""
    garbled = {at for at in range(first, last) if not whole[at].text.isascii() and not whole[at].text.isspace()}
    for codec in _BYTEWISE:
        start, end = _run(whole, first, last, codec)
        units = "".join(_unit(one.text, codec) for one in whole[start:end])
        for chain in _CHAIN.finditer(units):
            spans = [(start + m.start(), start + m.end()) for m in _SEQUENCE.finditer(units, *chain.span())]
            if not garbled or not garbled <= {at for span in spans for at in range(*span)}:
                continue
            meanings = [_meaning(units[a - start : b - start].encode("latin-1")) for a, b in spans]
            if None not in meanings:
                return [(whole[a:b], said or "") for (a, b), said in zip(spans, meanings, strict=True)]
    return []


def _together(whole: Sequence[Character], first: int, last: int) -> Repaired:
    """The place, or the run that it is in, as a whole: beside it may stand letters that are right."""
    for codec in _WHOLE:
        for start, end in ((first, last), _run(whole, first, last, codec)):
            if meaning := _read_again("".join(one.text for one in whole[start:end]), codec):
                return [(whole[start:end], meaning)]
    return []


def _read_again(text: str, codec: str) -> str | None:
    try:
        data = text.encode(codec)
        return _meaning(data) if data.decode(codec) == text else None
    except UnicodeError:
        return None


def _run(whole: Sequence[Character], first: int, last: int, codec: str) -> tuple[int, int]:
    """The characters around a place that may be bytes of the same word."""
    start, end = first, last
    least, most = max(0, first - _WORD), min(len(whole), last + _WORD)
    while start > least and _unit(whole[start - 1].text, codec) > "\x7f":
        start -= 1
    while end < most and _unit(whole[end].text, codec) > "\x7f":
        end += 1
    return start, end


def _unit(character: str, codec: str) -> str:
    """The byte that was read as a character, itself as a character; a space where there is none, or more than one."""
    try:
        data = character.encode(codec)
    except UnicodeError:
        # Windows-1252 has no character for five bytes; browsers read them as control characters.
        data = character.encode("latin-1") if codec == "cp1252" and "\x80" <= character <= "\x9f" else b" "
    if codec in _WHOLE:
        return "\x80" if len(data) > 1 else data.decode("latin-1")
    return data.decode("latin-1") if len(data) == 1 else " "


def _meaning(data: bytes) -> str | None:
    """What bytes mean; None where that is nothing that stands in a text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\ufffd" in text or any(unicodedata.category(one) in _UNREADABLE for one in text):
        return None
    return re.sub(_MARK, "", text)
