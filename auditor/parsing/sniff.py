"""Which format a source is in, when nobody says."""

import re

from auditor.expressions import late
from auditor.model import Format

SUFFIXES = {
    ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".mdx": Format.MARKDOWN,
    ".txt": Format.TEXT, ".text": Format.TEXT,
    ".docx": Format.DOCX,
}  # fmt: skip
_HEAD = 20_000
_DOCUMENT = late(
    r"\s*+(?:<\?xml[^>]{0,200}+>\s*+)?(?:<!--[^>]{0,500}+>\s*+)*+<(?:!doctype\s++html|html|head|body)\b",
    re.IGNORECASE,
)
_TAG = late(
    r"</?(?:p|div|article|section|h[1-6]|ul|ol|li|table|span|a|script|dl|aside|main|img|br)\b[^<>]{0,300}+>",
    re.IGNORECASE,
)
_MARKDOWN = late(
    r"^(?:\#{1,6}\ \S|```|~~~|\ ?\[[^\]\n]{1,80}\]:\ \S)|\*\*[^*\n]{1,80}\*\*|!?\[[^\]\n]{0,200}\]\([^)\s]{1,300}\)",
    re.MULTILINE | re.VERBOSE,
)
_SUFFIX = late(r"\.[a-z]{2,8}$")
_FRONT_MATTER = late(r"(?:---|\+\+\+)[ \t]*+\r?\n\S[^\n]{0,200}[:=]")


def sniff(source: str, name: str = "") -> Format:
    """By the name's suffix, else by what stands in the first 20,000 characters."""
    if known := SUFFIXES.get(_suffix(name)):
        return known
    head = source[:_HEAD]
    if _DOCUMENT.match(head) or _is_markup(head):
        return Format.HTML
    if _FRONT_MATTER.match(head) or len(_MARKDOWN.findall(head)) >= 2:
        return Format.MARKDOWN
    return Format.TEXT


def strange(name: str) -> str:
    """The suffix of a name that says nothing of the format; empty where it does, or there is none."""
    suffix = _suffix(name)
    return "" if suffix in SUFFIXES else suffix


def _suffix(name: str) -> str:
    found = _SUFFIX.search(name.lower())
    return found.group() if found else ""


def _is_markup(head: str) -> bool:
    tags = len(_TAG.findall(head))
    return tags >= 2 and (head.lstrip().startswith("<") or tags >= 10)
