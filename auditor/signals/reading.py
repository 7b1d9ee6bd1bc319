"""Whether there is anything to read."""

from auditor.expressions import late
from auditor.model import Block, Document, Format, Zone
from auditor.model.members import HEADING

_POINTER = late(r"\s{0,9}version https://git-lfs\.github\.com/spec/v\d{1,3}\s")
_READ = {Zone.BODY, Zone.AUTHOR}
_MARKED = {Format.HTML, Format.MARKDOWN}


def unread(document: Document) -> str:
    """Why there is nothing to judge; empty where there is text."""
    pointer = _POINTER.match(document.source)
    read = [block for block in document.blocks if block.zone in _READ and any(map(str.isalnum, block.text))]
    source = document.source
    if not pointer and read and not _is_drawn(document, read):
        return ""
    if pointer:
        return "the file is a pointer of Git LFS; fetch the text with `git lfs pull`, or `lfs: true` in a pipeline"
    if not source.strip():
        return "the source is blank" if source else "the source is empty"
    if document.format in _MARKED and "<script" in source.lower():
        return "the page holds scripts and no article text"
    return "no article text was found"


def _is_drawn(document: Document, read: list[Block]) -> bool:
    """Whether a Markdown source has headings, and a script that writes what stands below them."""
    headed = document.format is Format.MARKDOWN and all(block.kind is HEADING for block in read)
    return headed and "<script" in document.source.lower()
