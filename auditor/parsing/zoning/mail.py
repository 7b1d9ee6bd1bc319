"""Mail: the header lines above a letter, and what stands below the signature mark."""

import re

from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Kind, Zone
from auditor.parsing.zoning.shapes import in_body
from auditor.words import listed

# Names of header fields as mail programs print them in many languages, and those of RFC 5322 that none translates.
_FROM, _SENT, _OTHERS = (listed("furniture", key) for key in ("mail-from", "mail-sent", "mail-others"))
_OF_MACHINES = r"message-id|mime-version|content-type|list-[a-z-]{2,20}|x-[a-z-]{2,20}"
_FIELD = late(rf"(?:({_FROM})|({_SENT})|({_OTHERS}|{_OF_MACHINES}))\s?:\s", re.IGNORECASE)
_SENDER = late(r"[^:]{2,5}:\s*+\"?([^\"<>@]{2,80}+)\"?\s?<[^<>\s]{3,200}>")
_MOST_FIELDS = 20
_SIGNATURE = "--"
_LONGEST_SIGNATURE = 1_000  # characters, of all that stands below the mark


def mark_header(blocks: list[Block]) -> int:
    """Mark the header of a mail in place; where its text begins, 0 if there is no header.

    A header names its sender and has a second field at least.
    """
    fields = []
    for block in blocks[:_MOST_FIELDS]:
        if not (found := _FIELD.match(block.text)) or block.kind is not Kind.PARAGRAPH:
            break
        fields.append(found.lastindex)
    if len(fields) < 2 or fields.count(1) != 1 or len(fields) == len(blocks):
        return 0
    for i, group in enumerate(fields):
        zone = {1: Zone.BYLINE, 2: Zone.DATELINE}.get(group or 0, Zone.BOILERPLATE)
        blocks[i] = structs.replace(blocks[i], zone=zone, reason="header of a mail")
    return len(fields)


def sender(line: str) -> tuple[str, ...]:
    """The shown name in a field such as "From: Ada Byrne <ada@saltroads.test>"."""
    found = _SENDER.match(line) if _FIELD.match(line) else None
    return (found[1].strip(),) if found else ()


def mark_signature(blocks: list[Block]) -> None:
    """Mark in place what is left of the body from the mark on that RFC 3676 sets between text and signature."""
    mark = next((i for i in range(len(blocks) - 1, 0, -1) if blocks[i].text == _SIGNATURE), 0)
    if not mark or blocks[-1].end - blocks[mark].start > _LONGEST_SIGNATURE:
        return
    for i in range(mark, len(blocks)):
        if in_body(blocks[i]):
            blocks[i] = structs.replace(blocks[i], zone=Zone.BOILERPLATE, reason="below the signature mark")
