"""The address of a page: its host, its site, its path, the words of its slug. The one reader of addresses.

Whose a host is, the list of public suffixes says (`orf.at` of `news.orf.at`, `bbc.co.uk` of `www.bbc.co.uk`). It comes
with its package and is never fetched.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from auditor.expressions import late
from auditor.suffixes import registered

_ADDRESS = late(
    r"\s*+(?:(?:[a-z][a-z0-9+.-]{0,20}+:)?//(?:[^/?#@]{0,200}@)?(?P<host>\[[^\]/?#]*+\]|[^/?#:]*+)(?::\d{0,5}+)?)?"
    r"(?P<path>[^?#]*+)",
    re.IGNORECASE,
)
_HOME = late(
    r"(?:(?:https?:)?//[^/?#\s]{1,100}(?:/|$)|/)(?:(?:index|default|home)\.\w{2,5})?", re.IGNORECASE
)  # what is relative to the page's own folder may be the page
_SLUG_WORD = late(r"[^\W\d_]++")
_LONGEST = 600  # characters; longer addresses are data
_SUFFIX = late(r"\.(?:s?html?|php|aspx?|jsp|amp|pdf)$", re.IGNORECASE)
_IN_TEXT = late(r"(?:@|//)(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})\b", re.IGNORECASE)
_NUMBER = late(r"\[.*\]|[\d.]+")
# Source: RFC 2606 and RFC 6761 reserve .example, .invalid, .localhost, .test and example.com, example.net,
# example.org; IANA keeps example.edu likewise. `.local` and `.localdomain` never resolve outside one building.
_RESERVED = frozenset({"example.com", "example.net", "example.org", "example.edu"})
_RESERVED_SUFFIXES = frozenset({"example", "invalid", "localhost", "test", "localdomain"})


def host(address: str) -> str:
    """The host without user, port and `www.`, lower case; "" for an address inside the same site."""
    return _plain(_split(address)[0])


def published_host(url: str) -> str:
    """The host of a page's own address, which people write without `https://` too."""
    return host(url if "//" in url else f"//{url}")


def path(address: str) -> str:
    """The path, without query and fragment."""
    return _split(address)[1]


def page(address: str) -> str:
    """Host and path, in a form in which two addresses of one page are equal; "" for a place on the page itself."""
    name, where = _split(address)
    return f"//{_plain(name)}{where.rstrip('/')}" if name else where.rstrip("/")


def slug(address: str, *, min_words: int) -> list[str]:
    """The words of the last part of the path that has `min_words` of them; [] where none has."""
    for part in _parts(address):
        words = _SLUG_WORD.findall(part)
        if len(words) >= min_words:
            return words
    return []


def last_part(address: str) -> str:
    """The last part of the path as it is written: "harbour-opens" of `/news/harbour-opens/`."""
    return path(address).rstrip("/").rpartition("/")[2]


def is_home(address: str) -> bool:
    """Whether an address is that of a site's first page."""
    return _HOME.fullmatch(address.strip()) is not None


@lru_cache(maxsize=4_096)
def site(name: str) -> str:
    """What somebody has registered of a host's name: `bbc.co.uk` of `news.bbc.co.uk`; a number is its own site."""
    if not name or _NUMBER.fullmatch(name):
        return name
    return registered(_ascii(name)) or name


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are of one site: `shop.bakery.test` and `bakery.test`."""
    if one == other:
        return True
    alike = one.rsplit(".", 2)[-2:] == other.rsplit(".", 2)[-2:]  # spares most pages the reading of the suffixes
    return alike and site(one) == site(other)


def owner(name: str) -> str:
    """The label that names the owner of a host: `bbc` of `news.bbc.co.uk`."""
    return site(name.lower().removeprefix("www.")).split(".")[0]


def hosts_in(text: str) -> list[tuple[int, int, str]]:
    """Hosts of mailboxes and links in a text: start, end, name in lower case."""
    return [(m.start(1), m.end(1), m[1].lower()) for m in _IN_TEXT.finditer(text)]


def is_reserved(name: str) -> bool:
    """Whether a host is at a domain that nobody can own."""
    labels = name.lower().rstrip(".").split(".")
    return ".".join(labels[-2:]) in _RESERVED or labels[-1] in _RESERVED_SUFFIXES


def _ascii(name: str) -> str:
    """The form of a name that the list of suffixes is in, where it has one."""
    try:
        return name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        return name


def _split(address: str) -> tuple[str, str]:
    found = _ADDRESS.match(address, 0, _LONGEST)
    return (found["host"] or "", found["path"].rstrip()) if found else ("", "")


def _plain(name: str) -> str:
    return name.lower().removeprefix("www.").strip(".")


def _parts(address: str) -> Iterator[str]:
    for part in reversed(path(address).split("/")):
        if part.count("-") + part.count("_") + part.count("%") + part.count("+"):
            plain = unquote(part) if "%" in part else part
            if "=" not in plain:
                yield _SUFFIX.sub("", plain).lower()
