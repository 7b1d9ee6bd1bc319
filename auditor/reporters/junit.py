"""JUnit's XML, for the test pages of Jenkins, GitLab, Azure and others.

A suite is a file. A case is a cause that was found there, and one more is the file's verdict, so that every file has a
case. Cases fail where the gate fails: that of the verdict with the file, that of a cause where it is of the severity
that the gate stops. What else was found stands beside its case.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape

from auditor.model import Cause, Finding, Report, Severity
from auditor.reporters.page import Page, Run, notes, scored
from auditor.reporters.paint import one_line
from auditor.reporters.spots import spots

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMES = 256  # attributes that are kept: every case of a file names it twice
_NOTHING = (
    '  <testsuite name="auditor" tests="1" failures="0" errors="0" skipped="0" time="0">\n'
    '    <testcase classname="auditor" name="no file was to be audited" time="0"/>\n  </testsuite>\n'
)


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    """The totals stand first, so all suites are held, encoded."""
    suites, totals = list[bytes](), [0, 0, 0]
    for page in pages:
        counts, suite = _suite(page, page.report, run) if page.report else _unread(page)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        suites.append(suite.encode("utf-8", "backslashreplace"))
    counted = _counts(*(totals if suites else (1, 0, 0)))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="auditor" {counted}>\n'
    yield from (suite.decode() for suite in suites)
    yield "</testsuites>\n" if suites else f"{_NOTHING}</testsuites>\n"


_Counts = tuple[int, int, int]  # tests, failures, errors


def _suite(page: Page, report: Report, run: Run) -> tuple[_Counts, str]:
    reasons = page.fails
    stops = (page.gate.fail_on or Severity.CRITICAL).rank if reasons else len(Severity)
    cases = [_case(page, report, cause, run, fails=cause.severity.rank >= stops) for cause in report.causes]
    cases += [_errored(page, broken.rule, broken.error) for broken in report.rules.errored]
    failures = sum(cause.severity.rank >= stops for cause in report.causes) + bool(reasons)
    cases.append(_verdict(page, report, reasons))
    errors = len(report.rules.errored)
    return (len(cases), failures, errors), _whole(page, (len(cases), failures, errors), "".join(cases))


def _unread(page: Page) -> tuple[_Counts, str]:
    return (1, 0, 1), _whole(page, (1, 0, 1), _errored(page, "read", page.error))


def _whole(page: Page, counts: _Counts, content: str) -> str:
    return f'  <testsuite name="{_attribute(page.name)}" {_counts(*counts)}>\n{content}  </testsuite>\n'


def _counts(tests: int, failures: int, errors: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="0" time="0"'


def _case(page: Page, report: Report, cause: Cause, run: Run, *, fails: bool) -> str:
    findings = [report.findings[i] for i in cause.findings]
    text = "\n".join(_line(page, spot, run) for finding in findings for spot, _ in spots(finding))
    name = f"{cause.kind}: {cause.anchor}" if cause.anchor else cause.kind
    case = f'    <testcase {_named(page, name)} line="{findings[0].line}">\n'
    if not fails:
        return f"{case}      <system-out>{_text(text)}</system-out>\n    </testcase>\n"
    return (
        f'{case}      <failure type="{cause.severity}" message="{_attribute(cause.sentence)}">'
        f"{_text(text)}</failure>\n    </testcase>\n"
    )


def _verdict(page: Page, report: Report, reasons: Sequence[str]) -> str:
    case = f"    <testcase {_named(page, 'verdict')}>\n"
    judged = "; ".join((scored(report), *(note for name, note in notes(report) if name != "judged-in-part")))
    said = f"{report.verdict}, {_text(judged)}"  # not as properties: some readers know those of one suite only
    if not reasons:
        return f"{case}      <system-out>{said}</system-out>\n    </testcase>\n"
    failure = f'<failure type="gate" message="{_attribute("; ".join(reasons))}">{said}</failure>'
    return f"{case}      {failure}\n    </testcase>\n"


def _errored(page: Page, name: str, error: str) -> str:
    return (
        f"    <testcase {_named(page, name)}>\n"
        f'      <error type="error" message="{_attribute(error)}"></error>\n    </testcase>\n'
    )


def _named(page: Page, name: str) -> str:
    file = _attribute(page.name)
    return f'classname="{file}" name="{_attribute(name)}" file="{file}" time="0"'


def _line(page: Page, finding: Finding, run: Run) -> str:
    place = f"{one_line(page.name)}:{finding.line}:{finding.column}"
    address = run.about(finding.rule, finding.dimension)
    see = f"\n    see: {address}" if address else ""
    return f"{place}: {finding.severity}: {one_line(finding.message)}\n    fix: {one_line(finding.fix)}{see}"


@lru_cache(_NAMES)
def _attribute(text: str) -> str:
    return _text(one_line(text))


def _text(text: str) -> str:
    """Text that XML 1.0 can hold, in elements and in quoted attributes."""
    return escape(_NOT_XML.sub("\ufffd", text))
