"""Domains that nobody can own.

Source: RFC 2606 and RFC 6761 reserve .example, .invalid, .localhost, .test and example.com, example.net, example.org;
IANA keeps example.edu likewise. `.local` and `.localdomain` never resolve outside one building.
"""

import re

_NAMES = frozenset({"example.com", "example.net", "example.org", "example.edu"})
_SUFFIXES = frozenset({"example", "invalid", "localhost", "test", "localdomain"})
_HOST = re.compile(r"(?:@|//)(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})\b", re.IGNORECASE)


def hosts(text: str) -> list[tuple[int, int, str]]:
    """Hosts of addresses and links in a text: start, end, name in lower case."""
    return [(m.start(1), m.end(1), m[1].lower()) for m in _HOST.finditer(text)]


def is_reserved(host: str) -> bool:
    labels = host.lower().rstrip(".").split(".")
    return ".".join(labels[-2:]) in _NAMES or labels[-1] in _SUFFIXES


def label_of(host: str) -> str:
    """The label that names the owner: `bbc` of www.bbc.co.uk."""
    labels = host.lower().removeprefix("www.").split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return labels[-3] if short else labels[-2] if len(labels) > 1 else labels[0]
