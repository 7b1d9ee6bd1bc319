"""Which bytes of a crawl are a page: by the type that was declared, and where it says little or lies, by themselves.

What is none has a class, one of a few words, so that a run can say what it passed by.
"""

import re

from msgspec import Struct

_TYPE = re.compile(r"[\s\"'<]*([\w.+*-]{1,60}/[\w.+*-]{1,90}|html)", re.ASCII)
_CHARSET = re.compile(r"charset[ \t]*=[ \t]*[\"']?([\w.:-]{2,40})", re.IGNORECASE | re.ASCII)
_PAGES = {
    "text/html": ".html",
    "html": ".html",
    "application/xhtml+xml": ".html",
    "application/vnd.wap.xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
}
# Types that servers give to whatever they do not know, or that pages and data have in common.
_VAGUE = frozenset(
    "*/* text/* text/xml application/xml application/octet-stream binary/octet-stream application/binary "
    "application/unknown content/unknown unknown/unknown application/x-unknown text/unknown".split()
)
_CLASSES = (
    (re.compile(r"text/css"), "css"),
    (re.compile(r".*(?:java|ecma)script"), "javascript"),
    (re.compile(r".*(?:rss|atom|rdf)"), "feed"),
    (re.compile(r".*json"), "json"),
    (re.compile(r"image/"), "image"),
    (re.compile(r"(?:audio|video)/|application/(?:x-mpegurl|vnd\.apple\.mpegurl|ogg)"), "audio or video"),
    (re.compile(r"font/|.*(?:font|opentype|truetype|woff)"), "font"),
    (re.compile(r".*pdf"), "pdf"),
    (re.compile(r".*(?:zip|compressed|x-tar|x-rar|7z)"), "archive"),
    (re.compile(r".*xml"), "xml"),
)
_MAGIC = (
    (re.compile(rb"\s{0,99}%PDF-"), "pdf"),
    (re.compile(rb"\x89PNG|GIF8[79]a|\xff\xd8\xff|RIFF.{4}WEBP|\0\0[\x01\x02]\0|II\*\0|MM\0\*", re.DOTALL), "image"),
    (re.compile(rb"wOF[F2]|OTTO|\0\x01\0\0\0|true\0"), "font"),
    (re.compile(rb"PK\x03\x04|Rar!|7z\xbc\xaf|\x1f\x8b|\x28\xb5\x2f\xfd|\xfd7zXZ|BZh\d1AY"), "archive"),
    (
        re.compile(rb"ID3|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|\x1aE\xdf\xa3|.{4}ftyp|FLV\x01|[CF]WS[\x01-\x40]", re.DOTALL),
        "audio or video",
    ),
)  # fmt: skip
_TAIL = 64
_HEAD = 2_048  # bytes; browsers look at 1,445
# Before the first tag of a page: a mark of the encoding, comments, what XML begins with.
_BEFORE = (
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?+\s*+(?:<!--(?:[^-]|-(?!->)){0,1500}+-->\s*+|<\?[^>]{0,300}+>\s*+){0,9}+"
)
_DOCUMENT = re.compile(_BEFORE + rb"<(?:!doctype\s++(?:html|wml)|html|head|body|title|wml)\b", re.IGNORECASE)
_MARKUP = re.compile(
    _BEFORE
    + rb"<(?:meta|link|script|style|div|h[1-6]|p|table|a|br|b|font|img|article|main|section|header|nav)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_FEED = re.compile(
    _BEFORE + rb"(?:<!DOCTYPE [^>]{0,500}>\s*+)?<(rss|feed|urlset|sitemapindex|rdf:RDF|svg|opml)\b", re.IGNORECASE
)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:\[\s*+)?\{\s*+(?:\"[^\"\n]{0,200}\"\s*+:|\}\s*+[,\]]?\s*+\Z)")
_LIST = re.compile(rb"\s*+\[\s*+(?:\]|(?:\"[^\"\n]{0,2000}\"|-?\d[\d.eE+-]{0,30}|true|false|null|\[)\s*+,)")
_SITE_FILE = re.compile(
    r"https?://[^/?#]++/(?:(?:robots|ads|app-ads|sellers|humans|security|llms(?:-full)?)\.(?:txt|json)$|\.well-known/)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+-]*):(?!\d)", re.IGNORECASE)  # `host:80/` has none
_WEB = frozenset({"http", "https", "ftp", "file", "gemini", "s3", "gs"})


class Kind(Struct, frozen=True):
    """The suffix of a page's format, or why it is none."""

    suffix: str = ""
    passed: str = ""


def kind_of(declared: str, data: bytes, identified: str = "") -> Kind:
    """What a body is; `identified` is what somebody said who looked at it."""
    if passed := type_passed(declared, identified):
        return Kind(passed=passed)
    if not data or data.isspace():
        return Kind(passed="empty")
    suffix = _PAGES.get(_told(declared, identified))
    seen = _seen(data, is_typed=bool(suffix))
    if seen == "html":
        return Kind(".html")
    return Kind(passed=seen) if seen else Kind(suffix) if suffix else Kind(passed="unknown type")


def type_passed(declared: str, identified: str = "") -> str:
    """The class of a type that is no page's; empty where it may be one."""
    media = _told(declared, identified)
    return class_of(media) if media and media not in _PAGES and media not in _VAGUE else ""


def _told(declared: str, identified: str) -> str:
    media = media_of(declared)
    return (media_of(identified) or media) if not media or media in _VAGUE else media


def media_of(declared: str) -> str:
    """A type as servers mean it: `text/html charset=utf-8`, `"text/html"` and `text/html,text/html` are one."""
    found = _TYPE.match(declared)
    return found[1].lower() if found else ""


def charset_of(declared: str) -> str | None:
    found = _CHARSET.search(declared)
    return found[1] if found else None


def class_of(media: str) -> str:
    """One of a few words for a type that is no page's."""
    return next((name for pattern, name in _CLASSES if pattern.match(media)), "other type")


def place_passed(url: str | None) -> str:
    """Why what stands at an address is no page, whatever it holds; empty where it may be one."""
    scheme = _SCHEME.match(url or "")
    if scheme and scheme[1].lower() not in _WEB:
        return "no web address"
    return "site file" if _SITE_FILE.match((url or "").partition("#")[0].partition("?")[0]) else ""


def _seen(data: bytes, *, is_typed: bool) -> str:
    """By the first bytes: html, or a class of what is no page; empty where they tell nothing."""
    head = data[:_HEAD]
    if found := next((name for pattern, name in _MAGIC if pattern.match(head)), ""):
        return found
    head = head.replace(b"\0", b"")  # UTF-16
    if feed := _FEED.match(head):
        return "image" if feed[1].lower() == b"svg" else "feed"
    if _DOCUMENT.match(head) or (not is_typed and _MARKUP.match(head)):
        return "html"
    is_list = _LIST.match(head) and data[-_TAIL:].rstrip().endswith(b"]")  # a text may begin with `[1, 2]`
    return "json" if is_list or _JSON.match(head) else ""
