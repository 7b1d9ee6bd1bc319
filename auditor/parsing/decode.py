"""Bytes to text: which encoding a page is in."""

import codecs
import re

from webencodings import lookup

from auditor.expressions import late

# The HTML standard prescans 1,024 bytes; some pages have long comments before their <meta>.
PRESCAN = 4096
# More than this share of control characters is no text in any encoding that the web uses.
MAX_CONTROLS = 0.02
_SAMPLE = 65_536
_FEW_FAULTS = 5
_WIDEST = 4  # bytes of a character
_BESIDE = 4_096

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MARKS = tuple(mark for mark, _ in _BOMS)
_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,512}?|\?xml[^>]{0,256}?en)c(?:harset|oding)\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Encodings of the WHATWG Encoding Standard that Python has a larger or another codec for.
_CODECS = {
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "gbk": "gb18030",
    "x-user-defined": "cp1252",
    "replacement": "",  # no browser reads these
}
# EUC-JP first: GB 18030 has kana at the same places, and of equals the first is taken.
_HZ = "hz-gb-2312"  # browsers refuse it; pages of old crawls are written in it
_JAPANESE = re.compile(rb"\x1b\$[@B][!-~]{2,2000}+\x1b\([BJ]")  # declared or not, nothing else is written so
_EAST_ASIAN = ("euc_jp", "gb18030", "cp932", "cp949", "big5")
_EAST_ASIAN_RUN = late(r"[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff01-\uff5e]+")
# Kana, and the commonest Chinese characters and Korean syllables and stops: a tenth of any running text and more.
_COMMON = late(
    "[\u3041-\u3093\u30a1-\u30f6、。，的一是不了在人有我他這这中大来來上個个国國為为와는을를이가에의다한고하지은도로]"
)
_LEAST_PLAUSIBLE = 0.08
_FEWEST = 2  # characters in a run, on average
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})


def decode(data: bytes, charset: str | None = None, most: int | None = None) -> tuple[str, str, tuple[str, ...]]:
    """Text, the encoding it was read by, and notes on what could not be decoded.

    The order: byte-order mark, strict UTF-8, `charset` (from a transport's header), `<meta charset>`, what the
    bytes look like.
    Line ends stay as they are; the byte-order mark does not count as text.

    Args:
        most: characters that will be read; bytes that lie beyond in any encoding are left out.

    Raises:
        ValueError: the bytes are no text in any encoding.
    """
    data = data if most is None else _within(data, most)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    if (wide := _wide(data)) is not None:
        return _lenient(data, wide)
    inside = _declared_inside(data)
    if b"~{" in data and _HZ in {(charset or "").strip().lower(), (inside or "").lower()}:
        return _lenient(data, "hz")
    told, stated = _codec(charset), _codec(inside)
    if _is_binary(data):
        if told is None or not told.startswith("utf-16"):
            raise ValueError("the source is binary, not text")
        return _lenient(data, told)
    # A label that could be read in ASCII is not UTF-16.
    names = [name for name in (told, "utf-8" if (stated or "").startswith("utf-16") else stated) if name]
    text, name, notes = _by(data, names)
    unknown = (label for label, codec in ((charset, told), (inside, stated)) if label and not codec)
    return text, name, (*(f"no encoding of the web is called {label.strip()[:40]!r}" for label in unknown), *notes)


def _within(data: bytes, most: int) -> bytes:
    """The bytes of more than so many characters, up to a blank: no encoding has that byte inside a character of it."""
    end = _WIDEST * most + 2 * _BESIDE
    if len(data) <= end:
        return data
    blank = max(data.rfind(b" ", end - _BESIDE, end), data.rfind(b"\n", end - _BESIDE, end))
    return data[: blank + 1 if blank > 0 else end]


def _by(data: bytes, names: list[str]) -> tuple[str, str, tuple[str, ...]]:
    # ISO-2022-JP is nothing but ASCII with escapes, so that it is UTF-8, too.
    first = ["iso2022_jp"] if b"\x1b" in data and ("iso2022_jp" in names or _JAPANESE.search(data)) else []
    for name in dict.fromkeys((*first, "utf-8", *names)):
        try:
            return data.decode(name), name, ()
        except UnicodeDecodeError:
            continue
    return _lenient(data, names[0]) if names else _detected(data)


def _declared_inside(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, PRESCAN)
    return found[1].decode("ascii") if found else None


def _codec(label: str | None) -> str | None:
    """The codec for a label that browsers know; Python knows more, such as EBCDIC, in which no page is written."""
    found = lookup(label) if label and label.isascii() else None
    return _CODECS.get(found.name, found.codec_info.name) or None if found else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin markup has a zero in every second byte."""
    head = data[:256]
    if len(head) >= 8 and b"\0" in head:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if max(even, odd) > 0.4 * len(head) and min(even, odd) == 0:
            return "utf-16-be" if even else "utf-16-le"
    return None


def _lenient(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    text = data.decode(name, "replace")
    bad = text.count("\ufffd")
    return text, name, (f"{bad} sequences of bytes are not {name}",) if bad else ()


# Of 152 pages written in the old encodings of their languages this reads 119 as they are, charset-normalizer 74: that
# reads most Western pages by other Western encodings, this reads Cyrillic and Central European ones as Western.
def _detected(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """An undeclared encoding: UTF-8 with a few bad bytes, an East Asian one that fits, else the web's default."""
    text = data.decode("utf-8", "replace")
    foreign = sum(character > "\x7f" for character in text[:_SAMPLE])
    if foreign > _FEW_FAULTS * text[:_SAMPLE].count("\ufffd"):
        return _lenient(data, "utf-8")
    name = max(_EAST_ASIAN, key=lambda codec: _plausible(data[:_SAMPLE], codec))
    name = name if _plausible(data[:_SAMPLE], name) > _LEAST_PLAUSIBLE else "cp1252"
    text, _, notes = _lenient(data, name)
    return text, name, (f"no encoding is declared; read as {name}", *notes)


def _plausible(sample: bytes, codec: str) -> float:
    """How much a sample looks like text in an East Asian encoding: the share of its commonest characters, or 0.

    Accented letters of Western text also decode there, but to single characters between Latin ones.
    """
    try:
        text = codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return 0.0
    runs = _EAST_ASIAN_RUN.findall(text)
    length = sum(map(len, runs))
    if length < _FEWEST * len(runs) or length < sum(character > "\x7f" for character in text) / 2:
        return 0.0
    return sum(len(_COMMON.findall(run)) for run in runs) / max(length, 1)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > MAX_CONTROLS * len(sample) + 1
