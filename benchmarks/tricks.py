"""What can be done to the characters of a sentence so that a reader still reads it and a search does not find it.

Each trick takes the text of one element and gives its markup. `VISIBLE` are those that any reader sees: a page that
needs them to get through has paid for it.
"""

import re
from collections.abc import Callable
from string import ascii_letters, ascii_lowercase, ascii_uppercase

Trick = Callable[[str], str]
_WORD = re.compile(r"[A-Za-z]{3,}")


def inside(sign: str, after: int = 2) -> Trick:
    """The sign in every word of three letters and more."""
    return lambda text: _WORD.sub(lambda word: word[0][:after] + sign + word[0][after:], text)


def between(sign: str) -> Trick:
    """The sign for every blank."""
    return lambda text: text.replace(" ", sign)


def mapped(pairs: dict[str, str]) -> Trick:
    return lambda text: text.translate(str.maketrans(pairs))


def alphabet(small: int, capital: int, holes: str = "") -> Trick:
    """Letters from two places of Unicode on; `holes` are pairs of a letter and what stands elsewhere."""
    pairs = {letter: chr(small + n) for n, letter in enumerate(ascii_lowercase)}
    pairs |= {letter: chr(capital + n) for n, letter in enumerate(ascii_uppercase)}
    return mapped(pairs | dict(zip(holes[::2], holes[1::2], strict=True)))


def listed(others: str, letters: str) -> Trick:
    return mapped(dict(zip(letters, others, strict=True)))


def wrapped(before: str, after: str) -> Trick:
    """An element around the end of every word."""
    return lambda text: _WORD.sub(lambda word: f"{word[0][:2]}{before}{word[0][2:]}{after}", text)


def each(form: Callable[[str], str]) -> Trick:
    return lambda text: "".join(form(letter) if letter in ascii_letters else letter for letter in text)


def words(form: Callable[[str], str]) -> Trick:
    return lambda text: _WORD.sub(lambda word: form(word[0]), text)


def _hex_without_end(text: str) -> str:
    """References without a semicolon, where no digit follows that would be read with them."""
    return re.sub(r"[A-Za-z](?![0-9A-Fa-f])", lambda letter: f"&#x{ord(letter[0]):x}", text)


INVISIBLE = {
    "soft hyphen": inside("\u00ad"),
    "soft hyphen, entity": inside("&shy;"),
    "one soft hyphen": lambda text: _WORD.sub(lambda word: word[0][:3] + "&shy;" + word[0][3:], text, count=3),
    "zero-width space": inside("\u200b", 1),
    "zero-width space, entity": inside("&#8203;"),
    "zero-width non-joiner": inside("\u200c"),
    "zero-width joiner": inside("\u200d"),
    "word joiner": inside("\u2060", 1),
    "byte-order mark": inside("\ufeff"),
    "grapheme joiner": inside("\u034f"),
    "variation selector 16": inside("\ufe0f"),
    "variation selector 17": inside("\U000e0100"),
    "mongolian variation": inside("\u180b"),
    "mongolian separator": inside("\u180e"),
    "left-to-right mark": inside("\u200e"),
    "right-to-left mark": inside("\u200f"),
    "arabic letter mark": inside("\u061c"),
    "embedding": inside("\u202a\u202c"),
    "override": inside("\u202d\u202c"),
    "isolate": inside("\u2066\u2069"),
    "function application": inside("\u2061"),
    "invisible times": inside("\u2062", 1),
    "hangul filler": inside("\u3164", 1),
    "khmer vowel": inside("\u17b4"),
    "tag character": inside("\U000e0020", 1),
    "interlinear anchor": inside("\ufff9"),
    "control character": inside("\u0080"),
}
BLANKS = {
    "no-break space": between("&nbsp;"),
    "hair and zero-width spaces": between("\u200a\u200b"),
    "ideographic space": between("\u3000"),
    "line separator": between("\u2028"),
    "braille blank": between("\u2800"),
}
LETTERS = {
    "full width": each(lambda letter: chr(ord(letter) + 0xFEE0)),
    "bold": alphabet(0x1D41A, 0x1D400),
    "sans": alphabet(0x1D5BA, 0x1D5A0),
    "script": alphabet(0x1D4B6, 0x1D49C, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
    "fraktur": alphabet(0x1D51E, 0x1D504, "CℭHℌIℑRℜZℨ"),
    "double-struck": alphabet(0x1D552, 0x1D538, "CℂHℍNℕPℙQℚRℝZℤ"),
    "monospace": alphabet(0x1D68A, 0x1D670),
    "circled": alphabet(0x24D0, 0x24B6),
    "Roman numerals": listed("ⅰⅼⅿⅽⅾ", "ilmcd"),
    "Latin alpha": listed("ɑɡ", "ag"),
    "dotless i": listed("ı", "i"),
    "long s": words(lambda word: re.sub("s(?=.)", "ſ", word)),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("st", "ﬆ"),
    "Cyrillic": listed("аеорсухіѕјАВЕКМНОРСТХІЅ", "aeopcyxisjABEKMHOPCTXIS"),
    "one Cyrillic o": lambda text: text.replace("o", "о", 1).replace("a", "а", 1),
    "Greek o": listed("ο", "o"),
    "Armenian": listed("օոսցհ", "onugh"),
    "Cherokee": listed("ᎪᏆᎢᎳ", "AITW"),
    "Lisu": listed("ꓐꓚꓓꓰꓖꓲꓡꓠꓳꓢꓔ", "BCDEGILNOST"),
    "hyphens": mapped({"-": "\u2011"}),
}
MARKUP = {
    "comment": inside("<!-- -->"),
    "bold element": wrapped("<b>", "</b>"),
    "line-break opportunity": inside("<wbr>"),
    "hidden break": inside('<br style="display:none">'),
    "inline block": wrapped('<div style="display:inline">', "</div>"),
    "hidden letter": inside('<span style="display:none">q</span>'),
    "letter of no size": inside('<span style="font-size:0">q</span>'),
    "decimal entities": each(lambda letter: f"&#{ord(letter)};"),
    "hexadecimal entities without end": _hex_without_end,
    "turned by override": words(lambda word: f"\u202e{word[::-1]}\u202c"),
    "turned by element": words(lambda word: f'<bdo dir="rtl">{word[::-1]}</bdo>'),
}
VISIBLE = {
    "dot below": inside("\u0323", 1),
    "random case": lambda text: "".join(c.upper() if n % 2 else c.lower() for n, c in enumerate(text)),
    "small capitals": listed("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
}
TRICKS = INVISIBLE | BLANKS | LETTERS | MARKUP | VISIBLE
