"""JUnit's XML, opened by two readers that are not ours."""

import io

import pytest
import xunitparser
from hypothesis import given, settings
from junitparser import JUnitXml
from reports import finding, harmless, hostile_pages, rendered, report

from auditor.model import Severity
from auditor.reporters.junit import render
from auditor.reporters.page import Page

SOURCE = "One line.\nThe quick brown fox jumps.\n"


def suites(*pages):
    text = rendered(render, *pages)
    _, result = xunitparser.parse(io.BytesIO(text.encode()))
    found = list(JUnitXml.fromstring(text.encode()))
    assert result.testsRun == sum(suite.tests for suite in found)
    assert len(result.failures) == sum(suite.failures for suite in found)
    assert len(result.errors) == sum(suite.errors for suite in found)
    return found


@settings(deadline=None)
@given(hostile_pages())
def test_a_suite_a_file_and_a_case_a_rule(pages):
    found = suites(*pages)
    assert len(found) == len(pages)
    for suite, page in zip(found, pages, strict=True):
        cases = list(suite)
        rules = dict.fromkeys(f.rule for f in page.report.findings) if page.report else ["read"]
        assert [case.name for case in cases] == list(rules or ["no findings"])
        assert suite.tests == len(cases)
        assert harmless(suite.name)


def test_the_findings_of_a_rule_are_one_failure():
    page = Page("a.md", report(finding(SOURCE, 0, 3, message="<b> & \x00"), finding(SOURCE, 14, 19)), SOURCE)
    (suite,) = suites(page)
    (case,) = suite
    (failure,) = case.result
    assert (failure.message, failure.type) == ("2 findings", "warning")
    assert failure.text.splitlines()[::2] == [r"a.md:1:1: warning: <b> & \x00", "a.md:2:5: warning: It is so"]
    assert suite._elem.find("system-out").text == "pass, score 95 of 100"


@pytest.mark.parametrize("severity", Severity)
def test_only_information_does_not_fail(severity):
    (suite,) = suites(Page("a.md", report(finding(SOURCE, 0, 3, severity=severity)), SOURCE))
    assert suite.failures == (severity is not Severity.INFO)
    (case,) = suite
    assert "a.md:1:1" in (case.system_out or case.result[0].text)


def test_a_clean_file_is_one_passing_case():
    (suite,) = suites(Page("a.md", report(name="a.md")))
    (case,) = suite
    assert (case.name, case.classname, case.is_passed) == ("no findings", "a.md", True)


def test_a_source_that_cannot_be_read_is_an_error():
    (suite,) = suites(Page("a.md", error="cannot be read"))
    assert (suite.tests, suite.errors, suite.failures) == (1, 1, 0)
