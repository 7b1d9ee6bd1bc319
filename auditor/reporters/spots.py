"""A finding as hosts show it: place by place where each is a fault of its own."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from auditor.model import Finding

_CAPPED = 49  # other places from which on a list may have been cut


def spots(finding: Finding) -> Sequence[tuple[Finding, str]]:
    """The finding at each place to be shown, and the fingerprint that stays when other places come and go."""
    if finding.needs != 1 or not finding.places:
        return ((finding, finding.fingerprint),)
    if len(finding.places) == 1:
        return ((finding, finding.places[0]),)
    return tuple(_each(finding))


def _each(finding: Finding) -> Iterator[tuple[Finding, str]]:
    yield _here(finding, finding.places[0]), finding.places[0]
    for place, mark in zip(finding.related, finding.places[1:], strict=True):
        said = finding.message.replace(finding.evidence, place.evidence) if finding.evidence else finding.message
        yield _here(structs.replace(finding, message=said, **structs.asdict(place)), mark), mark


def elsewhere(finding: Finding) -> int:
    """How many other places there are: of very many a verb lists some, and its facts tell the number."""
    listed, times = len(finding.related), finding.facts.get("times")
    return max(listed, times - 1) if listed >= _CAPPED and isinstance(times, int) else listed


def _here(finding: Finding, mark: str) -> Finding:
    """With the fixes of its place alone."""
    return structs.replace(finding, fixes=tuple(fix for fix in finding.fixes if fix.place == mark))
