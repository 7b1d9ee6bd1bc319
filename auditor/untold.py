"""Findings that another rule has told already: a card names in `unless` the rules that say more of the same place."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from auditor.model import Finding, Outcome, Status

_Interval = tuple[int, int]


def without_told(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes without findings of which every place touches one of a finding that says more.

    The places of a rule that itself is silent because of a third one count, too: they are told by the third.
    """
    told = {outcome.rule.id: list(_places(outcome.findings)) for outcome in outcomes if outcome.findings}
    return [_without(outcome, told) if outcome.findings and outcome.rule.unless else outcome for outcome in outcomes]


def _without(outcome: Outcome, told: dict[str, list[_Interval]]) -> Outcome:
    theirs = [place for name in outcome.rule.unless for place in told.get(name, ())]
    left = tuple(f for f in outcome.findings if not all(_touches(place, theirs) for place in _places([f])))
    if len(left) == len(outcome.findings):
        return outcome
    return structs.replace(outcome, findings=left, status=outcome.status if left else Status.PASSED)


def _places(findings: Sequence[Finding]) -> Iterator[_Interval]:
    for finding in findings:
        yield finding.offset, finding.offset + finding.length
        yield from ((place.offset, place.offset + place.length) for place in finding.related)


def _touches(place: _Interval, theirs: Sequence[_Interval]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in theirs)
