"""One remark that several rules find is told once, with the names of all of them."""

import pytest
from msgspec import structs
from reports import cause, finding, rendered, report, rule

import auditor
from auditor.model import Severity
from auditor.reporters import reporter
from auditor.reporters.once import once
from auditor.reporters.page import Page, Passage

REMARK = "I kept the tone warm, as you asked."
SOURCE = f"One line.\n\n{REMARK} The ferry sails at noon.\n"
START = SOURCE.index(REMARK)


def said(rule_, start, end, severity=Severity.WARNING, *, needs=1, related=()):
    """A finding that only quotes what stands there."""
    words = SOURCE[start:end]
    made = finding(
        SOURCE,
        start,
        end,
        rule=rule_,
        severity=severity,
        message=f'Left: "{words}"',
        fingerprint=rule_,
        related=related,
    )
    places = tuple(f"{rule_}-{n}" for n in range(1 + len(related))) if needs else ()
    return structs.replace(made, needs=needs, places=places)


def of_one_cause(*findings):
    one = structs.replace(cause(0, findings[0]), findings=tuple(range(len(findings))))
    return structs.replace(report(*findings), causes=(one,))


def test_the_graver_is_told_and_names_the_other():
    told = once(of_one_cause(said("pear", START + 2, START + 30), said("plum", START, START + 36, Severity.ERROR)))
    assert [(one.index, one.rules) for one in told] == [(1, ("plum", "pear"))]


def test_what_has_a_place_of_its_own_is_told_too():
    elsewhere = said("pear", START, START + 36, related=[(0, 8)])
    told = once(of_one_cause(elsewhere, said("plum", START, START + 36, Severity.ERROR)))
    assert [one.rules for one in told] == [("pear",), ("plum",)]


def test_places_may_be_told_by_several():
    both = said("pear", START, START + 36, related=[(0, 8)])
    told = once(of_one_cause(both, said("plum", START, START + 36, Severity.ERROR), said("fig", 0, 8, Severity.ERROR)))
    assert [one.rules for one in told] == [("plum", "pear"), ("fig", "pear")]


@pytest.mark.parametrize("other", [said("plum", 0, 8), said("plum", START, START + 36, needs=2)])
def test_other_words_and_other_faults_are_told_apart(other):
    assert len(once(of_one_cause(said("pear", START, START + 36), other))) == 2


def test_other_causes_are_told_apart():
    assert len(once(report(said("pear", START, START + 36), said("plum", START, START + 36)))) == 2


def test_every_report_for_people_tells_it_once():
    page = Page(
        "a.txt",
        of_one_cause(said("pear", START, START + 36), said("plum", START, START + 36, Severity.ERROR)),
        SOURCE,
        passages=(Passage(auditor.Zone.BODY, auditor.model.Kind.PARAGRAPH, SOURCE[START:], 3),),
    )
    rules = [rule("pear"), rule("plum", severity=Severity.ERROR)]
    text = rendered(reporter("text"), page, rules=rules)
    assert "error[plum, pear]" in text
    assert text.count("Left:") == 1
    assert "more sign" not in text
    assert rendered(reporter("html"), page, rules=rules).count('class="message"') == 1
    github = rendered(reporter("github"), page, rules=rules)
    assert github.count("Left:") == 1
    assert "auditor (plum%2C pear)" in github
    assert rendered(reporter("gitlab"), page, rules=rules).count("Left:") == 1
    assert rendered(reporter("rdjson"), page, rules=rules).count("Left:") == 1
    assert rendered(reporter("sarif"), page, rules=rules).count('"text":"Left:') == 2
