"""What an address says in words: its host and the slug of its page."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]{0,20}+:)?//(?:[^/?#@]{0,200}@)?([^/?#:]*+)", re.IGNORECASE)
_SLUG_WORD = re.compile(r"[^\W\d_]++")
_LONGEST = 600  # characters; longer addresses are data
_SUFFIX = re.compile(r"\.(?:s?html?|php|aspx?|jsp|amp|pdf)$", re.IGNORECASE)


def host(address: str) -> str:
    """The host without `www.`, lower case; "" for an address inside the same site."""
    found = _HOST.match(address[:_LONGEST].strip())
    return found[1].lower().removeprefix("www.").strip(".") if found else ""


def path(address: str) -> str:
    """The path, without query and fragment."""
    address = address[:_LONGEST].strip()
    found = _HOST.match(address)
    return re.split(r"[?#]", address[found.end() :] if found else address, maxsplit=1)[0]


def page(address: str) -> str:
    """Host and path, in a form in which two addresses of one page are equal; "" for a place on the page itself."""
    site, where = host(address), path(address).rstrip("/")
    return f"//{site}{where}" if site else where


def slug(address: str, *, min_words: int) -> list[str]:
    """The words of the last part of the path that has `min_words` of them; [] where none has."""
    for part in _parts(address):
        words = _SLUG_WORD.findall(part)
        if len(words) >= min_words:
            return words
    return []


def _parts(address: str) -> Iterator[str]:
    for part in reversed(path(address).split("/")):
        if part.count("-") + part.count("_") + part.count("%") + part.count("+"):
            plain = unquote(part) if "%" in part else part
            if "=" not in plain:
                yield _SUFFIX.sub("", plain).lower()
