"""The totals of a run; `docs/schema/check.json` is generated from them."""

from msgspec import UNSET, Struct, UnsetType

from auditor.model import Report, Severity


class Unread(Struct, frozen=True):
    """A source without a report."""

    name: str
    error: str


class RuleTotal(Struct, frozen=True):
    rule: str
    severity: Severity
    files: int
    findings: int
    points: float


class CauseTotal(Struct, frozen=True):
    """All causes of a kind, called and classed as the gravest of them is."""

    kind: str
    title: str
    severity: Severity
    files: int
    findings: int
    points: int


class Failure(Struct, frozen=True):
    """A page that fails the gate, and why."""

    name: str
    score: float | None
    reasons: tuple[str, ...]


class Summary(Struct, frozen=True, kw_only=True):
    """What came of all sources of one run."""

    files: int  # with a report
    findings: int
    verdicts: dict[str, int]
    severities: dict[str, int]
    lowest_score: float | None
    mean_score: float | None
    failed: tuple[Failure, ...]  # in the order of the sources
    errors: tuple[Unread, ...]
    rules: tuple[RuleTotal, ...]  # most points first
    causes: tuple[CauseTotal, ...] = ()  # the gravest class first, then what costs most
    audited: dict[str, int] = {}  # how many files in full, in part, not at all
    partly: tuple[Unread, ...] = ()  # the files that were judged in part, and why
    reviewed: tuple[Failure, ...] = ()  # the pages of verdict review that do not fail, in the order of the sources
    suppressed: int = 0  # findings that cost nothing, for a reason or because a baseline knows them
    fixable: int = 0  # places that `--fix` would mend
    fixable_unsafely: int = 0  # further ones, with `--unsafe-fixes`


class Checked(Struct, frozen=True, kw_only=True):
    """What `auditor check --format json` prints."""

    schema_version: str = "2.1"
    summary: Summary
    rule_urls: dict[str, str] | UnsetType = UNSET  # by rule, where `rule-url` in the settings says it
    reports: tuple[Report, ...]
