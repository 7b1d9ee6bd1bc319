"""A finding taken apart into its places, where each is a fault of its own, and put together again."""

from collections.abc import Sequence

from msgspec import structs

from auditor.causes import fingerprint
from auditor.messages import filled
from auditor.model import Finding, Place, Rule

_SPOT = Place.__struct_fields__


def parted(finding: Finding) -> list[Finding]:
    """One finding for each place; the finding itself where its places are a fault only together."""
    if len(finding.places) < 2:
        return [finding]
    first = structs.replace(finding, related=(), places=finding.places[:1])
    others = zip(finding.related, finding.places[1:], strict=True)
    return [first, *(structs.replace(first, **structs.asdict(place), places=(own,)) for place, own in others)]


def joined(whole: Finding, parts: Sequence[Finding], rule: Rule) -> Finding:
    """What is left of a finding: it stands at the first of its parts and says so."""
    if not whole.places or len(parts) == len(whole.places):
        return whole
    first = parts[0]
    facts = dict(whole.facts)
    if facts.get("match") == whole.evidence:
        facts["match"] = first.evidence
    if "times" in facts:
        facts["times"] = len(parts)
    related = tuple(Place(**{name: getattr(part, name) for name in _SPOT}) for part in parts[1:])
    return structs.replace(
        first,
        facts=facts,
        message=filled(rule.message, facts),
        related=related,
        places=tuple(part.places[0] for part in parts),
        fingerprint=whole.fingerprint if first.offset == whole.offset else _identity(rule, first),
    )


def _identity(rule: Rule, finding: Finding) -> str:
    """As if the places before it had never been."""
    return fingerprint(rule.id, finding.zone, "" if rule.private else finding.evidence.casefold(), "1")
