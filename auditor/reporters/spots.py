"""A finding as hosts show it: place by place where each is a fault of its own."""

from collections.abc import Iterator

from msgspec import structs

from auditor.model import Finding


def spots(finding: Finding) -> Iterator[tuple[Finding, str]]:
    """The finding at each place to be shown, and the fingerprint that stays when other places come and go."""
    if finding.needs != 1 or not finding.places:
        yield finding, finding.fingerprint
        return
    yield _here(finding, finding.places[0]), finding.places[0]
    for place, mark in zip(finding.related, finding.places[1:], strict=True):
        said = finding.message.replace(finding.evidence, place.evidence) if finding.evidence else finding.message
        yield _here(structs.replace(finding, message=said, **structs.asdict(place)), mark), mark


def _here(finding: Finding, mark: str) -> Finding:
    """With the fixes of its place alone."""
    return structs.replace(finding, fixes=tuple(fix for fix in finding.fixes if fix.place == mark))
