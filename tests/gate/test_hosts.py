"""Hosts count from the top of the repository, wherever the job ran."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

BAD = "# The council votes on the ferry\n\nBy Ada Byrne\n\nTODO: ask the skipper.\n"


def shown(form, path="content"):
    return CliRunner().invoke(app, ["check", path, "--no-cache", "--select", "todo-mark", "-f", form]).stdout


def names(form, text):
    """The files that a report is about, as its host reads it."""
    if form == "github":
        return re.findall(r"file=([^,:]+)", text)
    found = json.loads(text)
    if form == "gitlab":
        return [entry["location"]["path"] for entry in found]
    if form == "rdjson":
        return [one["location"]["path"] for one in found["diagnostics"]]
    return [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in found["runs"][0]["results"]]


@pytest.fixture
def site(repository, write, alone, monkeypatch):
    repository()
    write("site/content/é.md", BAD)
    monkeypatch.chdir("site")
    return alone


@pytest.mark.parametrize("form", ["github", "gitlab", "rdjson", "sarif"])
@pytest.mark.parametrize("how", ["relative", "absolute"])
def test_names_count_from_the_top_of_the_repository(site, form, how):
    path = "content" if how == "relative" else str(site / "site" / "content")
    expected = "site/content/%C3%A9.md" if form == "sarif" else "site/content/é.md"
    assert names(form, shown(form, path)) == [expected]


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
@pytest.mark.parametrize("form", ["github", "gitlab", "rdjson"])
def test_names_count_from_where_the_host_checked_out(site, form, variable, monkeypatch):
    monkeypatch.setenv(variable, str(site / "site"))
    assert names(form, shown(form)) == ["content/é.md"]
    monkeypatch.setenv(variable, "/somewhere/else")
    assert names(form, shown(form)) == ["site/content/é.md"]


def test_people_are_shown_the_name_that_they_gave(site):
    assert "content/é.md:5:1" in shown("text")
    assert "site/content" not in shown("text")


def test_sarif_says_where_its_names_count_from(site):
    (run,) = json.loads(shown("sarif"))["runs"]
    assert run["originalUriBaseIds"]["SRCROOT"]["uri"] == site.as_uri() + "/"
    assert run["artifacts"][0]["location"] == {"uri": "site/content/%C3%A9.md", "uriBaseId": "SRCROOT"}


def test_without_a_repository_names_count_from_the_working_folder(write, alone):
    write("content/a.md", BAD)
    assert names("gitlab", shown("gitlab")) == ["content/a.md"]


def junit(*arguments):
    """Cases and failures as their reader counts them, and the exit code."""
    found = CliRunner().invoke(app, ["check", "--no-cache", "--select", "todo-mark", "-f", "junit", *arguments])
    root = ET.fromstring(found.stdout)
    counted = (len(root.findall(".//testcase")), len(root.findall(".//failure")))
    assert counted == (int(root.get("tests")), int(root.get("failures")))
    return *counted, found.exit_code


def test_a_case_fails_where_the_gate_fails(site):
    assert junit("content") == (2, 0, 0)
    assert junit("content", "--fail-on", "warning")[1:] == (2, 1)
    assert junit("content", "--fail-on", "error")[1:] == (0, 0)


def test_a_run_without_files_has_one_case_that_passes(site, commit):
    commit(site)
    assert junit("content", "--diff-base", "HEAD") == (1, 0, 0)
