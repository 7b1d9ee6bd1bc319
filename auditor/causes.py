"""Which findings are about one thing.

A card names the kind of its causes (its own id when it says nothing) and, where one page may have several of them, the
anchor that tells them apart: a fact of its findings, or the author profile in which they stand. Anchors are compared
for equality only: were likeness enough, a further fault between two others could make one cause of them.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from auditor.hashes import sha256
from auditor.model import Author, Finding, Rule


class Group(Struct, frozen=True):
    """The findings of one cause."""

    kind: str
    anchor: str
    members: tuple[int, ...]

    @property
    def fingerprint(self) -> str:
        return fingerprint("cause", self.kind, self.anchor)


def grouped(findings: Sequence[Finding], rules: Mapping[str, Rule], authors: Sequence[Author]) -> list[Group]:
    """Every finding in exactly one group."""
    members: dict[tuple[str, str], list[int]] = {}
    for i, finding in enumerate(findings):
        rule = rules[finding.rule]
        members.setdefault((rule.cause or rule.id, _anchor(rule, finding, authors)), []).append(i)
    return [Group(kind, anchor, tuple(found)) for (kind, anchor), found in members.items()]


def fingerprint(*parts: str) -> str:
    """An identity that does not depend on where something stands."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _anchor(rule: Rule, finding: Finding, authors: Sequence[Author]) -> str:
    if rule.anchor == "profile":
        return _profile(finding.offset, authors)
    return " ".join(str(finding.facts.get(rule.anchor, "")).casefold().split()) if rule.anchor else ""


def _profile(offset: int, authors: Sequence[Author]) -> str:
    """The name of the profile in which a place stands, or of the nearest."""
    far = [(_distance(offset, author), i) for i, author in enumerate(authors) if author.fields or author.empty]
    if not far:
        return ""
    nearest = min(far)[1]
    return " ".join(authors[nearest].name.casefold().split()) or str(nearest + 1)


def _distance(offset: int, author: Author) -> int:
    fields = (*author.fields, *author.empty)
    start, end = min(field.start for field in fields), max(field.end for field in fields)
    return max(start - offset, offset - end, 0)
