"""Addresses that are safe to follow."""

import re

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,30}):", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Browsers leave these out before they look for the scheme.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_LONGEST = 4_000


def safe(address: str) -> str:
    """The address as it may be written into a link, "" where following it could run a script or open a file."""
    written = address.strip()[: _LONGEST + 1]
    bare = _IGNORED.sub("", written)
    scheme = _SCHEME.match(bare)
    if not bare or len(written) > _LONGEST or (scheme and scheme[1].lower() not in _SCHEMES):
        return ""
    if not scheme and ":" in re.split(r"[/?#]", bare, maxsplit=1)[0]:
        return ""  # no scheme that we know, but perhaps one that a browser does
    return _IGNORED.sub(lambda gap: "%20" if gap[0].strip(" ") == "" else "", written)
