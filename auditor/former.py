"""How 0.1 judged: by the worst severity first and by weights second. Only who compares the two versions asks."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import yaml

from auditor.model import Finding, Report, Severity, Verdict
from auditor.rulebook import rules_folder
from auditor.scoring import Gates


def former(report: Report, gates: Gates) -> tuple[float, Verdict]:
    """Score and verdict that the findings of a report would have had; rules that are newer cost nothing."""
    known = _table()
    lost: dict[str, float] = {}
    worst = Severity.INFO
    for rule, findings in _by_rule(report.findings).items():
        if rule not in known["rules"]:
            continue
        severity, weight, cost = known["rules"][rule]
        worst = max(worst, Severity(severity), key=lambda s: s.rank)
        dimension = findings[0].dimension
        lost[dimension] = lost.get(dimension, 0) + min(weight, cost * len(findings))
    score = max(0.0, 100 - sum(min(points, known["shares"].get(name, 100)) for name, points in lost.items()))
    return round(score, 1), _verdict(score, worst, gates)


def _verdict(score: float, worst: Severity, gates: Gates) -> Verdict:
    if worst is Severity.CRITICAL or score < gates.reject_under:
        return Verdict.REJECT
    return Verdict.REVIEW if worst is Severity.ERROR or score < gates.pass_from else Verdict.PASS


def _by_rule(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


@cache
def _table() -> Any:
    return yaml.safe_load((rules_folder() / "_former.yml").read_text("utf-8"))
