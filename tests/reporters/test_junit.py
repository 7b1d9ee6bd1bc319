"""JUnit's XML, opened by two readers that are not ours."""

import io

import pytest
import xunitparser
from hypothesis import given, settings
from junitparser import JUnitXml
from reports import finding, harmless, hostile_pages, rendered, report

from auditor.model import Severity, Verdict
from auditor.reporters.junit import render
from auditor.reporters.page import Gate, Page

SOURCE = "One line.\nThe quick brown fox jumps.\n"


def suites(*pages):
    text = rendered(render, *pages)
    _, result = xunitparser.parse(io.BytesIO(text.encode()))
    found = list(JUnitXml.fromstring(text.encode()))
    whole = JUnitXml.fromstring(text.encode())
    assert result.testsRun == sum(suite.tests for suite in found) == whole.tests
    assert len(result.failures) == sum(suite.failures for suite in found)
    assert len(result.errors) == sum(suite.errors for suite in found)
    return found


@settings(deadline=None)
@given(hostile_pages())
def test_a_suite_a_file_and_a_case_a_cause(pages):
    found = suites(*pages)
    assert len(found) == len(pages)
    for suite, page in zip(found, pages, strict=True):
        cases = list(suite)
        causes = [*(cause.kind for cause in page.report.causes), "verdict"] if page.report else ["read"]
        assert [case.name for case in cases] == causes
        assert suite.tests == len(cases)
        assert harmless(suite.name)


def test_a_cause_that_the_gate_stops_is_a_failure_and_others_stand_beside_their_case():
    found = finding(SOURCE, 0, 3, message="<b> & \x00", severity=Severity.ERROR), finding(SOURCE, 14, 19)
    (suite,) = suites(Page("a.md", report(*found), SOURCE, gate=Gate(fail_on=Severity.ERROR)))
    first, second, verdict = suite
    (failure,) = first.result
    assert (failure.message, failure.type) == (r"<b> & \x00.", "error")
    assert failure.text.splitlines()[0] == r"a.md:1:1: error: <b> & \x00"
    assert second.is_passed
    assert second.system_out.startswith("a.md:2:5: warning: It is so")
    assert [one.message for one in verdict.result] == ["a finding of severity error or above"]
    assert verdict.result[0].text == "pass, score 95 of 100"


@pytest.mark.parametrize("gate", [Gate(), *(Gate(fail_on=severity) for severity in Severity), Gate(fail_under=96)])
@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("verdict", Verdict)
def test_cases_fail_where_the_gate_fails(gate, severity, verdict):
    page = Page("a.md", report(finding(SOURCE, 0, 3, severity=severity), verdict=verdict), SOURCE, gate=gate)
    (suite,) = suites(page)
    assert bool(suite.failures) == bool(page.fails)
    (first, last) = suite
    assert last.is_passed == (not page.fails)
    if gate.fail_on and severity.rank < gate.fail_on.rank:
        assert first.is_passed


def test_a_clean_file_is_one_passing_case():
    (suite,) = suites(Page("a.md", report(name="a.md")))
    (case,) = suite
    assert (case.name, case.classname, case.is_passed) == ("verdict", "a.md", True)


def test_no_file_is_one_passing_case():
    (suite,) = suites()
    (case,) = suite
    assert case.is_passed
    assert "no file" in case.name


def test_totals_stand_at_the_top():
    pages = Page("a.md", report(finding(SOURCE, 0, 3)), gate=Gate(fail_under=100)), Page("b.md", error="cannot be read")
    whole = JUnitXml.fromstring(rendered(render, *pages).encode())
    assert (whole.tests, whole.failures, whole.errors) == (3, 1, 1)


def test_a_source_that_cannot_be_read_is_an_error():
    (suite,) = suites(Page("a.md", error="cannot be read"))
    assert (suite.tests, suite.errors, suite.failures) == (1, 1, 0)
