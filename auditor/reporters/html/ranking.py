"""Findings in the order in which an editor should read them, each with a number that the text refers to."""

from collections.abc import Mapping
from itertools import count

from msgspec import Struct

from auditor.model import Cause, Finding, Report, Rule, RuleSet


class Numbered(Struct, frozen=True):
    number: int  # from 1, in reading order
    index: int  # in `report.findings`
    id: str  # of its element; stable as long as the words it is about are
    finding: Finding


class Group(Struct, frozen=True):
    """The findings of one cause on one page."""

    cause: Cause
    findings: tuple[Numbered, ...]
    rules: tuple[Rule, ...]  # that found them, the gravest first

    @property
    def first(self) -> Finding:
        return self.findings[0].finding


def groups(report: Report, rules: Mapping[str, Rule], prefix: str = "") -> tuple[Group, ...]:
    """Cause by cause, the gravest first; inside most severe first, then the findings of one rule together.

    Args:
        prefix: of the ids, where several articles share one file.
    """
    numbers = count(1)
    return tuple(_group(report, cause, rules, numbers, prefix) for cause in report.causes)


def _group(report: Report, cause: Cause, rules: Mapping[str, Rule], numbers: "count[int]", prefix: str) -> Group:
    first: dict[str, int] = {}
    for i in cause.findings:
        first.setdefault(report.findings[i].rule, i)
    order = sorted(cause.findings, key=lambda i: (-report.findings[i].severity.rank, first[report.findings[i].rule], i))
    found = [(i, report.findings[i]) for i in order]
    return Group(
        cause=cause,
        findings=tuple(Numbered(next(numbers), i, f"{prefix}{f.fingerprint}", f) for i, f in found),
        rules=tuple(rules[rule] for rule in dict.fromkeys(f.rule for _, f in found) if rule in rules),
    )


def by_id(rules: RuleSet) -> dict[str, Rule]:
    return {rule.id: rule for rule in rules.rules}
