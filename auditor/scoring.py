"""Causes, points, score and verdict.

A cause costs points by its class: 61 to 100 if critical, 31 to 60 if an error, 11 to 20 if a warning, none if it is
information. Its dose, the number of places and the amount of text, decides where between. The score is 100 less all
points, and not below 0; the verdict is the band of the score. So one critical cause rejects, and so do two errors;
one error or two warnings are reviewed, one warning passes, and a rejected page never has a better score than a
reviewed one.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from auditor.causes import Group, grouped
from auditor.model import Author, Cause, Dimension, Finding, Outcome, Rule, Severity, Status, Verdict

POINTS = {Severity.CRITICAL: (61, 100), Severity.ERROR: (31, 60), Severity.WARNING: (11, 20), Severity.INFO: (0, 0)}
# Where the dose is full. Both are amounts, not shares of the text: another fault elsewhere must not dilute the first.
FULL_PLACES = 20
FULL_CHARACTERS = 2_000  # about 330 words, as much as a short article has


class Gates(Struct, frozen=True):
    """Scores below `reject_under` are rejected, below `pass_from` reviewed."""

    reject_under: float = 40
    pass_from: float = 80

    def __post_init__(self) -> None:
        if self.reject_under > self.pass_from:
            both = f"reject_under = {self.reject_under:g} and pass_from = {self.pass_from:g}"
            raise ValueError(f"{both}: what passes would be rejected; lower the first or raise the second")


class Scored(Struct, frozen=True):
    score: float
    verdict: Verdict
    dimensions: dict[str, Dimension]
    findings: tuple[Finding, ...]  # in the order of the source, with class and points
    causes: tuple[Cause, ...]  # the gravest first


def score(
    outcomes: Sequence[Outcome], dimensions: Iterable[str], gates: Gates, authors: Sequence[Author] = ()
) -> Scored:
    """Group the findings of all outcomes into causes, charge those and sum up."""
    rules = {outcome.rule.id: outcome.rule for outcome in outcomes}
    found = sorted((f for outcome in outcomes for f in _risen(outcome)), key=_by_place)
    groups = grouped(found, rules, authors)
    paying = [[i for i in group.members if _pays(found[i], rules[found[i].rule])] for group in groups]
    costs = [_points([found[i] for i in members]) for members in paying]
    charged = list(found)
    for members, cost in zip(paying, costs, strict=True):
        for i, part in zip(members, apportion(cost, len(members)), strict=True):
            charged[i] = structs.replace(found[i], points=part)
    causes = [_cause(group, cost, charged, rules) for group, cost in zip(groups, costs, strict=True)]
    total = max(0, 100 - sum(costs))
    return Scored(
        score=float(total),
        verdict=verdict(total, gates),
        dimensions=_dimensions(dimensions, outcomes, charged),
        findings=tuple(charged),
        causes=tuple(sorted(causes, key=_gravest_first)),
    )


def verdict(total: float, gates: Gates) -> Verdict:
    """The band of a score."""
    if total < gates.reject_under:
        return Verdict.REJECT
    return Verdict.REVIEW if total < gates.pass_from else Verdict.PASS


def points(severity: Severity, places: int, characters: int) -> int:
    """What a cause of this class costs at so many places that hold so much text."""
    low, high = POINTS[severity]
    dose = min(1.0, max((places - 1) / (FULL_PLACES - 1), characters / FULL_CHARACTERS))
    return low + int(dose * (high - low))


def sentence(message: str, more: int) -> str:
    """A cause in a sentence: what its first finding says, and how many more there are."""
    also = f", and {more} more {'finding' if more == 1 else 'findings'} of the same cause" if more else ""
    return " ".join(message.split()).rstrip(".") + also + "."


def apportion(whole: int, shares: int) -> list[float]:
    """Points divided into equal shares of tenths that sum to the whole, the larger ones first."""
    each, more = divmod(whole * 10, max(1, shares))
    return [(each + (i < more)) / 10 for i in range(shares)]


def _risen(outcome: Outcome) -> tuple[Finding, ...]:
    """The findings of a rule; with many places they are of the class that its card names for that."""
    rise = outcome.rule.rises
    if rise is None or sum(1 + len(f.related) for f in outcome.findings) < rise.places:
        return outcome.findings
    return tuple(structs.replace(finding, severity=rise.severity) for finding in outcome.findings)


def _pays(finding: Finding, rule: Rule) -> bool:
    return rule.charged and finding.severity is not Severity.INFO


def _points(findings: Sequence[Finding]) -> int:
    if not findings:
        return 0
    worst = max((finding.severity for finding in findings), key=lambda severity: severity.rank)
    evidence = [said for f in findings for said in (f.evidence, *(place.evidence for place in f.related))]
    return points(worst, len(evidence), sum(map(len, evidence)))


def _cause(group: Group, cost: int, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> Cause:
    members = [findings[i] for i in group.members]
    first = min(members, key=lambda f: -f.severity.rank)  # of the gravest the first in the source
    return Cause(
        fingerprint=group.fingerprint,
        kind=group.kind,
        anchor=group.anchor,
        severity=first.severity,
        points=cost,
        places=sum(1 + len(finding.related) for finding in members),
        sentence=sentence(first.message, len(members) - 1),
        findings=group.members,
        title=rules[first.rule].brief or rules[first.rule].title,
    )


def _dimensions(names: Iterable[str], outcomes: Sequence[Outcome], findings: Sequence[Finding]) -> dict[str, Dimension]:
    nothing = Status.NOT_APPLICABLE
    judged = {outcome.rule.dimension for outcome in outcomes if outcome.status is not nothing}
    return {name: _dimension(name, findings, judged=name in judged) for name in sorted(names)}


def _dimension(name: str, findings: Sequence[Finding], *, judged: bool) -> Dimension:
    if not judged:
        return Dimension(score=None, lost=0.0)
    lost = sum(round(finding.points * 10) for finding in findings if finding.dimension == name)
    return Dimension(score=max(0, 1000 - lost) / 10, lost=lost / 10)


def _by_place(finding: Finding) -> tuple[int, str, int, str]:
    return finding.offset, finding.rule, finding.length, finding.fingerprint


def _gravest_first(cause: Cause) -> tuple[int, int, int, str]:
    return -cause.severity.rank, -cause.points, cause.findings[0], cause.fingerprint
