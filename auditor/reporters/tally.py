"""Adding up a run while its pages go by."""

from collections import Counter

from auditor.model import Audited, Report, Severity, Verdict
from auditor.reporters.page import Page
from auditor.reporters.summary import CauseTotal, Failure, RuleTotal, Summary, Unread


class Tally:
    """Counts of the pages seen so far; grows with the failing pages and the rules, not with the pages."""

    def __init__(self) -> None:
        self._verdicts: Counter[str] = Counter()
        self._severities: Counter[str] = Counter()
        self._rule_files: Counter[str] = Counter()
        self._rule_findings: Counter[str] = Counter()
        self._rule_tenths: Counter[str] = Counter()
        self._severity_of: dict[str, Severity] = {}
        self._causes: dict[str, CauseTotal] = {}
        self._failed: list[Failure] = []
        self._reviewed: list[Failure] = []
        self._errors: list[Unread] = []
        self._lowest: float | None = None
        self._tenths = 0
        self._scored = 0
        self._audited: Counter[str] = Counter()
        self._partly: list[Unread] = []
        self._suppressed = 0
        self._fixes: Counter[bool] = Counter()  # by whether they are safe
        self.broken_rules = 0

    def add(self, page: Page) -> None:
        if page.report is None:
            self._errors.append(Unread(page.name, page.error))
            return
        self._verdicts[page.report.verdict] += 1
        self._audited[page.report.audited] += 1
        if page.report.audited is Audited.PART:
            self._partly.append(Unread(page.name, page.report.coverage.reason))
        if page.report.score is not None:
            self._lowest = page.report.score if self._lowest is None else min(self._lowest, page.report.score)
            self._tenths += round(page.report.score * 10)
            self._scored += 1
        self._suppressed += len(page.report.suppressed)
        self.broken_rules += len(page.report.rules.errored)
        self._add_findings(page.report)
        self._add_causes(page.report)
        if reasons := page.fails:
            self._failed.append(Failure(page.name, page.report.score, tuple(reasons)))
        elif page.report.verdict is Verdict.REVIEW:
            self._reviewed.append(Failure(page.name, page.report.score, ()))

    def summary(self) -> Summary:
        files = self._verdicts.total()
        return Summary(
            files=files,
            findings=self._severities.total(),
            verdicts={verdict.value: self._verdicts[verdict] for verdict in Verdict},
            severities={severity.value: self._severities[severity] for severity in Severity},
            lowest_score=self._lowest,
            mean_score=round(self._tenths / self._scored / 10, 1) if self._scored else None,
            failed=tuple(self._failed),
            reviewed=tuple(self._reviewed),
            errors=tuple(self._errors),
            rules=tuple(sorted(map(self._total, self._rule_files), key=_weightiest_first)),
            causes=tuple(sorted(self._causes.values(), key=_gravest_first)),
            audited={audited.value: self._audited[audited] for audited in Audited},
            partly=tuple(self._partly),
            suppressed=self._suppressed,
            fixable=self._fixes[True],
            fixable_unsafely=self._fixes[False],
        )

    def _add_findings(self, report: Report) -> None:
        self._rule_files.update({finding.rule for finding in report.findings})
        for finding in report.findings:
            self._rule_findings[finding.rule] += 1
            self._fixes.update(safe for _, safe in {(fix.place, fix.safe) for fix in finding.fixes})
            self._rule_tenths[finding.rule] += round(finding.points * 10)
            self._severities[finding.severity] += 1
            self._severity_of[finding.rule] = finding.severity

    def _add_causes(self, report: Report) -> None:
        here = set[str]()
        for cause in report.causes:
            fresh, findings = cause.kind not in here, len(cause.findings)
            here.add(cause.kind)
            known = self._causes.get(cause.kind) or CauseTotal(cause.kind, "", Severity.INFO, 0, 0, 0)
            graver = not known.title or cause.severity.rank > known.severity.rank
            self._causes[cause.kind] = CauseTotal(
                kind=cause.kind,
                title=(cause.title or cause.kind) if graver else known.title,
                severity=cause.severity if graver else known.severity,
                files=known.files + fresh,
                findings=known.findings + findings,
                points=known.points + cause.points,
            )

    def _total(self, rule: str) -> RuleTotal:
        return RuleTotal(
            rule=rule,
            severity=self._severity_of[rule],
            files=self._rule_files[rule],
            findings=self._rule_findings[rule],
            points=self._rule_tenths[rule] / 10,
        )


def _gravest_first(total: CauseTotal) -> tuple[int, int, int, str]:
    return -total.severity.rank, -total.points, -total.files, total.kind


def _weightiest_first(total: RuleTotal) -> tuple[float, int, str]:
    return -total.points, -total.findings, total.rule
