"""Sources that are not articles as they are, and the way out of each."""

from auditor.expressions import late

_BY_BYTES = (
    (b"%PDF", "is a PDF; give the text that it was made from, or run `pdftotext -layout FILE - | auditor check -`"),
    (b"{\\rtf", "is rich text (RTF); open it in a word processor and save it as .docx"),
    (b"\xd0\xcf\x11\xe0", "is a file of an old Word or another Office program; open it and save it as .docx"),
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_ZIPPED = "is an archive or an office file of another kind; save the text as .docx, HTML or Markdown"
_LINES = "is JSON Lines, a record a line; `auditor corpus run FILE --output DIR` audits each"
_FEED = "is a feed of several articles; give the file by its name, `auditor check FILE`, which reads each"
_EXPORT = "is an export of WordPress with all posts; give the file by its name, `auditor check FILE`, which reads each"
_XML = "is XML that is neither a page nor a feed; convert it to HTML first"
_ROOT = late(r"\s{0,99}(?:<\?[^>]{0,300}>\s{0,99}|<!--[^>]{0,900}-->\s{0,99}){0,9}<([\w:]{1,40})\b([^>]{0,3000})")
_SUFFIX = late(r"\.[a-z]{2,8}$")
_MARKUP = {"html", "body", "article", "head", "div", "p"}


def of_bytes(data: bytes) -> str:
    """Why bytes cannot be read as text, and what to do; empty where nothing speaks against it."""
    for magic, reason in _BY_BYTES:
        if data.startswith(magic):
            return reason
    if data.startswith(b"PK\x03\x04"):
        is_open = _OPEN_DOCUMENT in data[:200]
        return "is an OpenDocument file; open it and save it as .docx or HTML" if is_open else _ZIPPED
    return ""


def of_text(source: str, name: str) -> str:
    """Why a text is no article by its name and its form, and what to do; empty where it may be one."""
    suffix = _SUFFIX.search(name.lower())
    match suffix.group() if suffix else "":
        case ".jsonl" | ".ndjson":
            return _LINES
        case ".xml" | ".rss" | ".atom" | ".rdf":
            return _of_xml(source)
    return ""


def _of_xml(source: str) -> str:
    root = _ROOT.match(source.removeprefix("\ufeff"))
    if root is None:
        return ""
    kind = root[1].rpartition(":")[2].lower()
    if kind in {"rss", "feed", "rdf"}:
        return _EXPORT if "wordpress.org/export" in root[2] else _FEED
    return "" if kind in _MARKUP else _XML
