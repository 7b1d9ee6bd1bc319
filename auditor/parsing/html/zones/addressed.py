"""Text that stands in an address: of a frame or a picture that is its own page, of the page a reader is sent on to.

A browser shows it, and to read it would be to read a second page, so a note says that it is there.
"""

import re
from binascii import a2b_base64
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from itertools import islice
from urllib.parse import unquote, urldefrag, urljoin

from auditor.expressions import late
from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.tree.replay import attribute_text
from auditor.parsing.html.zones.blocks import TAG
from auditor.parsing.prose import reads_as_prose

# An expression that begins with a mark is searched much faster than one that begins with a word in any case.
_DATA = late(
    r":(?<=[dD][aA][tT][aA]:)(?i:text/(?:html|plain|xml)|image/svg\+xml|application/(?:xhtml\+)?xml)([^,\"'<>]{0,80}),"
)
_RUN = late(r":(?<=[jJ][aA][vV][aA][sS][cC][rR][iI][pP][tT]:)")
_SOURCE = late(r"""(?i)\ssrc\s?=\s?["']?\Z""")
_BEFORE = 9  # characters at most of ` src = "`
_MOST, _LONGEST = 500, 100_000  # addresses of a page, and characters of one; honest pages have three pictures so
_MARKS = "\"'"
_WITHIN = late(r"""(?i)\bsrcdoc\s?=\s?(?:["']|&quot;|&#39;)?|\bdata:text/[^,]{0,80},""")
_ONWARD = late(r"""(?is)\d{0,6}[.\d]{0,9}\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?["']?(.+)""")


def addressed(page: Page, url: str | None) -> Iterator[str]:
    """A note for each kind of such text on a page with this address. Of 1,845 honest pages none has any."""
    if any(map(_reads, islice(_held(page.source), _MOST))):
        yield "text in the address of a frame or picture was not read"
    frames = (attribute_text(page.source, *place) for name, *place in page.apart if name == "iframe")
    if any(map(_reads, (unescape(unescape(frame[within.end() :])) for frame in frames for within in _within(frame)))):
        yield "text in a frame of a frame was not read"
    if address := _onward(page, url or ""):
        yield f"the page sends its readers on to {address[:80]}, which was not read"


def _within(frame: str) -> Iterator[re.Match[str]]:
    return islice(_WITHIN.finditer(frame), 1)


def _reads(text: str) -> bool:
    return any(reads_as_prose(part.strip(" \"'>/")) for part in TAG.split(text))


def _held(source: str) -> Iterator[str]:
    for found in _DATA.finditer(source):
        text = _content(source, found, "data")
        yield _unpacked(text) if "base64" in found[1].lower() else text.strip("\"'`; ")
    for found in _RUN.finditer(source):
        start = found.start() - len("javascript")
        if _SOURCE.search(source, max(0, start - _BEFORE), start):
            yield _content(source, found, "javascript").strip("\"'`; ")


def _content(source: str, found: re.Match[str], scheme: str) -> str:
    opening = source[found.start() - len(scheme) - 1]
    close = source.find(opening if opening in _MARKS else ">", found.end(), found.end() + _LONGEST)
    return unescape(unquote(source[found.end() : close if close >= 0 else found.end() + _LONGEST]))


def _unpacked(text: str) -> str:
    try:
        return a2b_base64(f"{text}==").decode("utf-8", "replace")
    except ValueError:
        return ""


def _onward(page: Page, own: str) -> str:
    """The other page to which a reader is sent after some seconds; loading this one again is none."""
    for element in page.tagged("meta"):
        if element.get("http-equiv").strip().lower() == "refresh" and (found := _ONWARD.match(element.get("content"))):
            address = found[1].strip(" \t\n\"'")
            with suppress(ValueError):  # no address
                if urldefrag(urljoin(own, address))[0] != own:
                    return address
    return ""
