"""Character references, by the HTML standard: section 13.2.5.72 and following."""

import re
from html.entities import html5

from auditor.expressions import late

# No name is longer than 31 letters (CounterClockwiseContourIntegral).
REFERENCE = late(r"&(?:#[xX][0-9a-fA-F]++;?+|#[0-9]++;?+|[A-Za-z][A-Za-z0-9]{0,31}+;?+)")
_SHORTEST = 2  # "lt", "gt"
_LONGEST_BARE = 6  # "Aacute": names that are known without their semicolon
_REPLACEMENT = "\ufffd"
# Numbers 0x80 to 0x9F mean windows-1252 where that has a character.
_WINDOWS = {n: bytes([n]).decode("cp1252", "ignore") for n in range(0x80, 0xA0)}


def decode(text: str) -> str:
    """Text with its references decoded."""
    return REFERENCE.sub(_in_text, text) if "&" in text else text


def decode_attribute(value: str) -> str:
    """An attribute's value with its references decoded: `?a=1&copy=2` keeps its `&copy`."""
    return REFERENCE.sub(_in_attribute, value) if "&" in value else value


def resolve(written: str, after: str = "", *, attribute: bool = False) -> tuple[str, int]:
    """What `written` (a match of REFERENCE) means and how many of its characters it takes; 0 if it is plain text.

    `after` is the character that follows, which decides about bare names in attributes.
    """
    if written[1] == "#":
        return _numeric(written), len(written)
    name = written[1:]
    if name in html5 and name[-1] == ";":
        return html5[name], len(written)
    for size in range(min(len(name), _LONGEST_BARE), _SHORTEST - 1, -1):
        if name[:size] in html5:
            follows = name[size : size + 1] or after
            if attribute and (follows == "=" or (follows.isascii() and follows.isalnum())):
                return "", 0
            return html5[name[:size]], size + 1
    return "", 0


def _numeric(written: str) -> str:
    digits, radix = (written[3:], 16) if written[2] in "xX" else (written[2:], 10)
    digits = digits.rstrip(";").lstrip("0") or "0"
    code = int(digits, radix) if len(digits) <= 7 else 0  # 0x10FFFF is 1114111: seven digits
    if _WINDOWS.get(code):
        return _WINDOWS[code]
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else _REPLACEMENT


def _in_text(match: re.Match[str]) -> str:
    text, size = resolve(match[0])
    return text + match[0][size:]


def _in_attribute(match: re.Match[str]) -> str:
    after = match.string[match.end() : match.end() + 1]
    text, size = resolve(match[0], after, attribute=True)
    return text + match[0][size:]
