"""The samples tell the story that the README tells."""

import re
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

import auditor
from auditor.cli.app import app

SAMPLES = Path(__file__).parent.parent / "samples"
FORMS = ("txt", "md", "html")
# What only markup can show: a declared language, a missing date, where links lead.
ONLY_IN_MARKUP = {"language-mismatch", "missing-date", "anchor-slug-mismatch"}


def audit(name: str, **given) -> auditor.Report:
    return auditor.audit((SAMPLES / name).read_bytes(), name=name, **given)


def rules(report: auditor.Report) -> Counter[str]:
    return Counter(f.rule for f in report.findings if f.rule not in ONLY_IN_MARKUP)


@pytest.mark.parametrize("form", FORMS)
def test_the_content_farm_is_rejected_for_every_family_of_fault(form):
    report = audit(f"content-farm.{form}")
    assert report.verdict == "reject"
    assert report.score <= 15
    families = {f.dimension for f in report.findings}
    assert families >= {
        "authorship",
        "sourcing",
        "keywords",
        "headlines",
        "generated",
        "template",
        "repetition",
        "debris",
    }


@pytest.mark.parametrize("form", FORMS[1:])
def test_the_content_farm_gives_the_same_findings_in_every_form(form):
    assert rules(audit(f"content-farm.{form}")) == rules(audit("content-farm.txt"))


@pytest.mark.parametrize("form", ["txt", "md"])
def test_evidence_stands_where_the_finding_says(form):
    source = (SAMPLES / f"content-farm.{form}").read_text("utf-8")
    findings = audit(f"content-farm.{form}", reveal_private=True).findings
    spots = [spot for finding in findings for spot in (finding, *finding.related)]
    assert spots
    for spot in spots:
        assert " ".join(source[spot.offset : spot.offset + spot.length].replace("**", "").split()) == spot.evidence
        before = source[: spot.offset]
        assert (spot.line, spot.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_the_false_source_is_found_with_all_its_places():
    (found,) = [f for f in audit("content-farm.txt").findings if f.rule == "pseudo-source"]
    assert [spot.evidence for spot in (found, *found.related)] == ["Quelltext Daten"] * 4


def test_the_honest_article_is_left_in_peace():
    report = audit("honest.html")
    assert report.verdict == "pass"
    assert report.score >= 95
    assert {f.severity for f in report.findings} <= {auditor.Severity.INFO}


def test_the_borderline_article_costs_what_the_readme_says():
    report = audit("borderline.md")
    points = {f.rule: f.points for f in report.findings}
    assert points == {"promised-number": 13.0, "bracket-placeholder": 31.0, "doubled-paragraph": 12.0}
    assert (report.score, report.verdict) == (44.0, "review")


def test_the_profile_is_rejected_as_an_author():
    report = audit("author-profile.html", zone="author")
    assert report.verdict == "reject"
    assert {"filler-latin-bio", "identity-mismatch", "impossible-address"} <= set(report.rules.failed)


def test_the_readme_shows_what_the_command_prints(monkeypatch):
    monkeypatch.chdir(SAMPLES.parent)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    shown = Path("README.md").read_text("utf-8").split("```text\n")[1].split("```")[0]
    printed = CliRunner().invoke(app, ["check", "--no-cache", "samples/content-farm.txt"]).stdout
    beginning, ending = shown.split("...\n")
    assert _uncounted(printed).startswith(_uncounted(beginning))
    assert printed.rstrip().endswith(ending.strip())


def _uncounted(text):
    """Without the number of rules, which every new card moves."""
    return re.sub(r"\d+ of \d+ rules", "all rules", text)
