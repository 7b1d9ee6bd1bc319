"""Whether there is anything to read."""

from auditor.model import Document, Format, Zone

_READ = {Zone.BODY, Zone.AUTHOR}


def unread(document: Document) -> str:
    """Why there is nothing to judge; empty where there is text."""
    if any(block.zone in _READ and any(map(str.isalnum, block.text)) for block in document.blocks):
        return ""
    source = document.source
    if not source.strip():
        return "the source is blank" if source else "the source is empty"
    if document.format is Format.HTML and "<script" in source.lower():
        return "the page holds scripts and no article text"
    return "no article text was found"
