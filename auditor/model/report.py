"""What came of an audit: the published records."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, cast

from msgspec import Struct, field, structs

from auditor.model.fixing import Fix
from auditor.model.frozen import frozen
from auditor.model.gate import Gate
from auditor.model.published import Head, plain
from auditor.model.rule import Confidence, Rule, Severity


class Verdict(StrEnum):
    PASS = "pass"  # noqa: S105
    REVIEW = "review"
    REJECT = "reject"


class Status(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"
    ERRORED = "errored"


class Place(Struct, frozen=True, kw_only=True):
    """A region of the source: lines and columns from 1, columns and offsets in code points."""

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    evidence: str


class Finding(Struct, frozen=True, kw_only=True):
    rule: str
    dimension: str
    severity: Severity
    confidence: Confidence
    message: str
    fix: str
    points: float
    zone: str
    evidence: str
    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    facts: Mapping[str, Any]
    related: tuple[Place, ...]
    fingerprint: str
    places: tuple[str, ...] = ()  # fingerprints of its own and the related places
    needs: int = 0  # how many of its places are a fault; 0: it is one fault that all of them show together
    fixes: tuple[Fix, ...] = ()  # what a program may do about it, see docs/fixing.md

    def __post_init__(self) -> None:
        structs.force_setattr(self, "facts", frozen(self.facts))


class Suppressed(Struct, frozen=True, kw_only=True):
    """A finding that costs nothing and fails no gate, and why."""

    finding: Finding
    by: str  # comment, file comment, front matter, settings, baseline
    reason: str
    until: str | None


class Outcome(Struct, frozen=True):
    """What came of one rule on one document."""

    rule: Rule
    status: Status
    findings: tuple[Finding, ...] = ()
    error: str = ""


class Cause(Struct, frozen=True, kw_only=True):
    """What is wrong, once: the findings about one thing, and what they cost together."""

    fingerprint: str  # of kind and anchor: the same as long as it is about the same thing
    kind: str  # a rule's id, or what several rules show together
    anchor: str  # the profile, label or phrase that it is about; empty: the page
    severity: Severity  # the worst of its findings
    points: int
    places: int
    sentence: str
    findings: tuple[int, ...]  # in `findings`
    title: str = ""  # what it is called, after the gravest of its rules


class Audited(StrEnum):
    """How much of a source was judged."""

    FULL = "full"
    PART = "part"
    NONE = "none"


class Coverage(Struct, frozen=True, kw_only=True):
    """How many of the rules could judge the source, and why not all."""

    ran: int
    of: int
    reason: str = ""  # empty: nothing to say


class Dimension(Struct, frozen=True):
    score: float | None  # 0 to 100; None: no rule could judge it
    lost: float  # points of the total


class Tool(Struct, frozen=True):
    name: str
    version: str
    rules: str  # hash of the rules that ran


class RuleError(Struct, frozen=True):
    rule: str
    error: str


class RuleOutcomes(Struct, frozen=True):
    passed: tuple[str, ...]
    failed: tuple[str, ...]
    not_applicable: tuple[str, ...]
    errored: tuple[RuleError, ...]


class Quoted(Struct, frozen=True, kw_only=True):
    """Somebody or something that a page quotes. Who is quoted often, or without a link, is no fault."""

    speaker: str  # as first named
    introduced: tuple[str, ...]  # with which verbs or words, in their order
    quotations: int
    links: tuple[str, ...]  # addresses beside the quotations or on the speaker
    line: int  # of the first quotation
    column: int


class Report(Struct, frozen=True, kw_only=True):
    """The result of one audit; its fields are the published ones, see `docs/schema/report.json`."""

    schema_version: str = "2.1"
    tool: Tool
    document: Head
    score: float | None  # None: nothing was judged
    verdict: Verdict
    audited: Audited
    coverage: Coverage
    causes: tuple[Cause, ...]
    dimensions: Mapping[str, Dimension]
    findings: tuple[Finding, ...]
    rules: RuleOutcomes
    metrics: Mapping[str, float | int | str | None] = field(default_factory=dict)
    suppressed: tuple[Suppressed, ...] = ()
    quoted: tuple[Quoted, ...] = ()  # whom the text quotes, in the order of the page

    def __post_init__(self) -> None:
        structs.force_setattr(self, "dimensions", frozen(self.dimensions))
        structs.force_setattr(self, "metrics", frozen(self.metrics))

    def fails(self, gate: Gate = Gate()) -> tuple[str, ...]:  # noqa: B008 - frozen
        """Why the page fails a gate; empty where it does not.

        >>> import auditor
        >>> auditor.audit("# A page\\n\\n[Insert photo here]").fails(auditor.Gate(fail_on=auditor.Severity.WARNING))
        ('a finding of severity warning or above',)
        """
        if self.audited is Audited.NONE:
            return (
                () if gate.allow_empty and not self.coverage.ran else (f"nothing was judged: {self.coverage.reason}",)
            )
        reasons = ["verdict reject"] if self.verdict is Verdict.REJECT else []
        if gate.fail_on and any(f.severity.rank >= gate.fail_on.rank for f in self.findings):
            reasons.append(f"a finding of severity {gate.fail_on} or above")
        if 100 * self.coverage.ran < gate.min_coverage * self.coverage.of:
            reasons.append(f"only {self.coverage.ran} of {self.coverage.of} rules could judge")
        if gate.fail_under is not None and self.score is not None and self.score < gate.fail_under:
            reasons.append(f"score under {gate.fail_under:g}")
        return tuple(reasons)

    def to_dict(self) -> dict[str, Any]:
        """The published form, see `docs/schema/report.json`."""
        return cast("dict[str, Any]", plain(self))
