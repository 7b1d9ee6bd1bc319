"""A finding taken apart into its places, and put together again of those that are left."""

from collections.abc import Sequence

from msgspec import structs

from auditor.causes import fingerprint
from auditor.messages import filled
from auditor.model import Finding, Place, Rule

_SPOT = Place.__struct_fields__
_COUNTS = ("times", "count", "links", "lines", "broken")  # facts that may be the number of places


def parted(finding: Finding) -> list[Finding]:
    """One finding for each place."""
    if len(finding.places) < 2:
        return [finding]
    first = structs.replace(finding, related=(), places=finding.places[:1])
    others = zip(finding.related, finding.places[1:], strict=True)
    return [first, *(structs.replace(first, **structs.asdict(place), places=(own,)) for place, own in others)]


def joined(whole: Finding, parts: Sequence[Finding], rule: Rule) -> Finding:
    """A finding at these of its places: it stands at the first of them and says so."""
    places = tuple(place for part in parts for place in part.places)
    if places == whole.places:
        return whole
    first = parts[0]
    facts = _facts(whole, parts)
    related = tuple(Place(**{name: getattr(part, name) for name in _SPOT}) for part in parts[1:])
    same = first.offset == whole.offset or len(places) == len(whole.places)
    return structs.replace(
        first,
        facts=facts,
        message=filled(rule.message, facts),
        related=related,
        places=places,
        fingerprint=whole.fingerprint if same else _identity(rule, first),
    )


def _facts(whole: Finding, parts: Sequence[Finding]) -> dict[str, object]:
    """What quoted the first place quotes what is now the first; what counted the places counts those that are left."""
    facts = {name: parts[0].evidence if fact == whole.evidence else fact for name, fact in whole.facts.items()}
    counted = (name for name in _COUNTS if facts.get(name) == len(whole.places))
    return facts | dict.fromkeys(counted, len(parts))


def _identity(rule: Rule, finding: Finding) -> str:
    """As if the places before it had never been."""
    return fingerprint(rule.id, finding.zone, "" if rule.private else finding.evidence.casefold(), "1")
