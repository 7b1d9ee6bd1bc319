"""What an address says in words: its host and the slug of its page."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

_ADDRESS = re.compile(
    r"\s*+(?:(?:[a-z][a-z0-9+.-]{0,20}+:)?//(?:[^/?#@]{0,200}@)?(?P<host>[^/?#:]*+)(?::\d{0,5}+)?)?(?P<path>[^?#]*+)",
    re.IGNORECASE,
)
_SLUG_WORD = re.compile(r"[^\W\d_]++")
_LONGEST = 600  # characters; longer addresses are data
_SUFFIX = re.compile(r"\.(?:s?html?|php|aspx?|jsp|amp|pdf)$", re.IGNORECASE)


def _split(address: str) -> tuple[str, str]:
    found = _ADDRESS.match(address, 0, _LONGEST)
    return (found["host"] or "", found["path"].rstrip()) if found else ("", "")


def host(address: str) -> str:
    """The host without `www.`, lower case; "" for an address inside the same site."""
    return _plain(_split(address)[0])


def path(address: str) -> str:
    """The path, without query and fragment."""
    return _split(address)[1]


def page(address: str) -> str:
    """Host and path, in a form in which two addresses of one page are equal; "" for a place on the page itself."""
    site, where = _split(address)
    return f"//{_plain(site)}{where.rstrip('/')}" if site else where.rstrip("/")


def _plain(site: str) -> str:
    return site.lower().removeprefix("www.").strip(".")


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
