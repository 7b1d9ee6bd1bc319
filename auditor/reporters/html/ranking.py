"""Findings in the order in which an editor should read them, each with a number that the text refers to."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count

from msgspec import Struct, structs

from auditor.model import Cause, Finding, Place, Report, Rule
from auditor.reporters.once import Told, once
from auditor.reporters.page import Run
from auditor.reporters.word_files import unit


class Numbered(Struct, frozen=True):
    number: int  # from 1, in reading order
    index: int  # in `report.findings`
    id: str  # of its element; stable as long as the words it is about are
    finding: Finding
    rules: tuple[str, ...]  # that say so, its own first
    unit: str  # what lines are to whoever wrote the source

    def at(self, place: Finding | Place) -> str:
        """Where a place is; a word processor counts no columns."""
        return f"{place.line}:{place.column}" if self.unit == "line" else str(place.line)


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
    told = {one.index: one for one in once(report)}
    made = partial(_group, rules=rules, numbers=numbers, prefix=prefix, called=unit(report.document))
    return tuple(made(cause, [told[i] for i in cause.findings if i in told]) for cause in report.causes)


def _group(
    cause: Cause, found: Sequence[Told], *, rules: Mapping[str, Rule], numbers: "count[int]", prefix: str, called: str
) -> Group:
    first: dict[str, int] = {}
    for told in found:
        first.setdefault(told.finding.rule, told.index)
    ordered = sorted(found, key=lambda t: (-t.finding.severity.rank, first[t.finding.rule], t.index))
    return Group(
        cause=cause,
        findings=tuple(
            Numbered(next(numbers), t.index, f"{prefix}{t.finding.fingerprint}", t.finding, t.rules, called)
            for t in ordered
        ),
        rules=tuple(rules[rule] for rule in dict.fromkeys(rule for t in ordered for rule in t.rules) if rule in rules),
    )


def by_id(run: Run) -> dict[str, Rule]:
    """The rules of a run; where pages about them are, such a page is the first that a rule refers to."""
    if not run.rule_url:
        return {rule.id: rule for rule in run.rules.rules}
    pages = ((rule, run.about(rule.id, rule.dimension)) for rule in run.rules.rules)
    return {rule.id: structs.replace(rule, references=(page, *rule.references)) for rule, page in pages}
