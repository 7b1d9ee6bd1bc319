"""Points, score and verdict.

A finding costs its rule's `cost`; a rule costs at most its `weight`; a dimension at most its `share`. The score is
100 less what all dimensions lost, and not below 0. Everything is counted in tenths of a point, so the points of all
findings and the score add up to 100 exactly, unless the floor is reached.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from auditor.model import Dimension, Finding, Outcome, Severity, Verdict


class Gates(Struct, frozen=True):
    """Scores below `reject_under` are rejected, below `pass_from` reviewed."""

    reject_under: float = 40
    pass_from: float = 80


class Scored(Struct, frozen=True):
    score: float
    verdict: Verdict
    dimensions: dict[str, Dimension]
    outcomes: tuple[Outcome, ...]  # as given, their findings now with points


def score(outcomes: Sequence[Outcome], shares: Mapping[str, float], gates: Gates) -> Scored:
    """Charge every finding and sum up. `shares` names every dimension that the rules know."""
    failed = [outcome for outcome in outcomes if outcome.findings]
    charged = {name: _charge([o for o in failed if o.rule.dimension == name], _tenths(shares[name])) for name in shares}
    findings = {name: [f for o in group for f in o.findings] for name, group in charged.items()}
    lost = {name: sum(_tenths(f.points) for f in group) for name, group in findings.items()}
    total = max(0, 1000 - sum(lost.values())) / 10
    by_rule = {o.rule.id: o for group in charged.values() for o in group}
    return Scored(
        score=total,
        verdict=_verdict(total, [f for group in findings.values() for f in group], gates),
        dimensions={name: _dimension(lost[name], _tenths(shares[name])) for name in sorted(shares)},
        outcomes=tuple(by_rule.get(o.rule.id, o) for o in outcomes),
    )


def apportion(claims: Sequence[int], cap: int) -> list[int]:
    """Scale whole claims down so that they sum to at most `cap`, by the method of largest remainders."""
    total = sum(claims)
    if total <= cap:
        return list(claims)
    shares = [claim * cap // total for claim in claims]
    order = sorted(range(len(claims)), key=lambda i: (-(claims[i] * cap % total), i))
    for i in order[: cap - sum(shares)]:
        shares[i] += 1
    return shares


def _charge(outcomes: list[Outcome], share: int) -> list[Outcome]:
    per_rule = [apportion([_tenths(o.rule.cost)] * len(o.findings), _tenths(o.rule.weight)) for o in outcomes]
    points = iter(apportion([p for claims in per_rule for p in claims], share))
    return [
        structs.replace(o, findings=tuple(structs.replace(f, points=next(points) / 10) for f in o.findings))
        for o in outcomes
    ]


def _verdict(total: float, findings: Sequence[Finding], gates: Gates) -> Verdict:
    worst = max((f.severity.rank for f in findings), default=Severity.INFO.rank)
    if worst >= Severity.CRITICAL.rank or total < gates.reject_under:
        return Verdict.REJECT
    if worst >= Severity.ERROR.rank or total < gates.pass_from:
        return Verdict.REVIEW
    return Verdict.PASS


def _dimension(lost: int, share: int) -> Dimension:
    return Dimension(score=round(100 * (1 - lost / share), 1) if share else 100.0, lost=lost / 10, share=share / 10)


def _tenths(points: float) -> int:
    return round(points * 10)
