"""Findings in the order in which an editor should read them, each with a number that the text refers to."""

from collections.abc import Mapping
from itertools import count

from msgspec import Struct

from auditor.model import Finding, Report, Rule, RuleSet


class Numbered(Struct, frozen=True):
    number: int  # from 1, in reading order
    index: int  # in `report.findings`
    id: str  # of its element; stable as long as the words it is about are
    finding: Finding


class Group(Struct, frozen=True):
    """The findings of one rule on one page."""

    id: str
    rule: Rule | None
    findings: tuple[Numbered, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0].finding

    @property
    def points(self) -> float:
        return round(sum(f.finding.points for f in self.findings), 1)

    @property
    def title(self) -> str:
        return self.rule.title if self.rule else self.id


def groups(report: Report, rules: Mapping[str, Rule], prefix: str = "") -> tuple[Group, ...]:
    """Most severe first, then what costs most, then what comes first in the source.

    Args:
        prefix: of the ids, where several articles share one file.
    """
    by_rule: dict[str, list[tuple[int, Finding]]] = {}
    for index, finding in enumerate(report.findings):
        by_rule.setdefault(finding.rule, []).append((index, finding))
    order = sorted(by_rule.values(), key=lambda found: (-found[0][1].severity.rank, -sum(f.points for _, f in found)))
    numbers = count(1)
    return tuple(
        Group(
            id=found[0][1].rule,
            rule=rules.get(found[0][1].rule),
            findings=tuple(Numbered(next(numbers), i, f"{prefix}{f.fingerprint}", f) for i, f in found),
        )
        for found in order
    )


def by_id(rules: RuleSet) -> dict[str, Rule]:
    return {rule.id: rule for rule in rules.rules}
