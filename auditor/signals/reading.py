"""Whether there is anything to read."""

from auditor.expressions import late
from auditor.model import Document, Format, Zone

_POINTER = late(r"\s{0,9}version https://git-lfs\.github\.com/spec/v\d{1,3}\s")
_READ = {Zone.BODY, Zone.AUTHOR}


def unread(document: Document) -> str:
    """Why there is nothing to judge; empty where there is text."""
    pointer = _POINTER.match(document.source)
    if not pointer and any(block.zone in _READ and any(map(str.isalnum, block.text)) for block in document.blocks):
        return ""
    source = document.source
    if pointer:
        return "the file is a pointer of Git LFS; fetch the text with `git lfs pull`, or `lfs: true` in a pipeline"
    if not source.strip():
        return "the source is blank" if source else "the source is empty"
    if document.format is Format.HTML and "<script" in source.lower():
        return "the page holds scripts and no article text"
    return "no article text was found"
