"""What a program took out of a page: ours, or that of another tool or of an earlier run, to be laid side by side."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from auditor.model import Document, Kind, Zone


class Part(Struct, frozen=True, kw_only=True):
    """A paragraph. Where its program tells: the zone and why it got it, and its line."""

    text: str
    zone: str = ""
    reason: str = ""
    line: int = 0
    is_heading: bool = False


class Extraction(Struct, frozen=True, kw_only=True):
    """The text of a page, what else the page holds, and what is said of it."""

    name: str
    body: Sequence[Part]
    elsewhere: Sequence[Part] = ()
    facts: Mapping[str, str] = {}


def of_document(document: Document) -> Extraction:
    """A page that was parsed here."""
    return _divided(document.name, document.to_dict())


def of_published(name: str, value: Any) -> Extraction | None:
    """The JSON of `auditor parse`; None where a value is something else."""
    is_one = isinstance(value, dict) and isinstance(value.get("blocks"), list)
    return _divided(name, value) if is_one else None


def of_text(document: Document) -> Extraction:
    """What another tool wrote: all of it is text, whatever it looks like."""
    parts = [
        Part(text=block.text, line=document.lines.at(block.start)[0], is_heading=block.kind is Kind.HEADING)
        for block in document.blocks
        if block.zone is Zone.BODY
    ]
    return Extraction(name=document.name, body=parts, facts=_facts(document.to_dict()["document"], without=("type",)))


def _divided(name: str, value: Mapping[str, Any]) -> Extraction:
    blocks = [block for block in value["blocks"] if isinstance(block, dict) and _is_text(block.get("text"))]
    body = [_part(block) for block in blocks if block.get("zone") == Zone.BODY]
    rest = [_part(block) for block in blocks if block.get("zone") != Zone.BODY and _is_seen(block)]
    return Extraction(name=name, body=body, elsewhere=rest, facts=_facts(value.get("document")))


def _is_seen(block: Mapping[str, Any]) -> bool:
    """What metadata hold no reader sees, but for captions, and much of it is the text once more."""
    return block.get("zone") != Zone.METADATA or block.get("kind") == Kind.CAPTION


def _part(block: Mapping[str, Any]) -> Part:
    line, zone, reason = block.get("line"), block.get("zone"), block.get("reason")
    return Part(
        text=" ".join(block["text"].split()),
        zone=zone if isinstance(zone, str) else "",
        reason=reason if isinstance(reason, str) else "",
        line=line if isinstance(line, int) else 0,
        is_heading=block.get("kind") == Kind.HEADING,
    )


def _facts(head: Any, without: Sequence[str] = ()) -> dict[str, str]:
    """Title, people, date and type, as far as they are told."""
    if not isinstance(head, dict):
        return {}
    told = {key: head.get(key) for key in ("title", "byline", "published", "type") if key not in without}
    listed = {key: ", ".join(map(str, one)) if isinstance(one, list) else one for key, one in told.items()}
    return {key: one for key, one in listed.items() if isinstance(one, str) and one.strip()}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
