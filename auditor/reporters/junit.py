"""JUnit's XML, for the test pages of Jenkins, GitLab, Azure and others.

A suite is a file and a case is a rule that found something there; a file without findings is one passing case.
Information never fails a case.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from auditor.model import Finding, Report, Severity
from auditor.reporters.page import Page, Run, scored
from auditor.reporters.paint import one_line

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:  # noqa: ARG001 - every reporter takes both
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="auditor">\n'
    for page in pages:
        yield _suite(page, page.report) if page.report else _unread(page)
    yield "</testsuites>\n"


def _suite(page: Page, report: Report) -> str:
    of_rule: dict[str, list[Finding]] = {}
    for finding in report.findings:
        of_rule.setdefault(finding.rule, []).append(finding)
    cases = [_case(page, rule, findings) for rule, findings in of_rule.items()]
    cases += [_errored(page, broken.rule, broken.error) for broken in report.rules.errored]
    failures = sum(_fails(findings) for findings in of_rule.values())
    shown = "".join(cases) or f"    <testcase {_named(page, 'no findings')}/>\n"
    # Not as properties: some readers know those of one suite only.
    score = f"    <system-out>{report.verdict}, {_text(scored(report))}</system-out>\n"
    return _whole(page, max(1, len(cases)), failures, len(report.rules.errored), shown + score)


def _unread(page: Page) -> str:
    return _whole(page, 1, 0, 1, _errored(page, "read", page.error))


def _whole(page: Page, tests: int, failures: int, errors: int, content: str) -> str:
    counts = f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="0" time="0"'
    return f'  <testsuite name="{_attribute(page.name)}" {counts}>\n{content}  </testsuite>\n'


def _case(page: Page, rule: str, findings: Sequence[Finding]) -> str:
    text = "\n".join(_line(page, finding) for finding in findings)
    case = f'    <testcase {_named(page, rule)} line="{findings[0].line}">\n'
    if not _fails(findings):
        return f"{case}      <system-out>{_text(text)}</system-out>\n    </testcase>\n"
    message = f"{len(findings)} findings" if len(findings) > 1 else findings[0].message
    return (
        f'{case}      <failure type="{findings[0].severity}" message="{_attribute(message)}">'
        f"{_text(text)}</failure>\n    </testcase>\n"
    )


def _errored(page: Page, name: str, error: str) -> str:
    return (
        f"    <testcase {_named(page, name)}>\n"
        f'      <error type="error" message="{_attribute(error)}"></error>\n    </testcase>\n'
    )


def _fails(findings: Sequence[Finding]) -> bool:
    return any(finding.severity is not Severity.INFO for finding in findings)


def _named(page: Page, name: str) -> str:
    file = _attribute(page.name)
    return f'classname="{file}" name="{_attribute(name)}" file="{file}" time="0"'


def _line(page: Page, finding: Finding) -> str:
    place = f"{one_line(page.name)}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity}: {one_line(finding.message)}\n    fix: {one_line(finding.fix)}"


def _attribute(text: str) -> str:
    return _text(one_line(text))


def _text(text: str) -> str:
    """Text that XML 1.0 can hold, in elements and in quoted attributes."""
    return escape(_NOT_XML.sub("\ufffd", text))
