"""Where the pages about rules are is a setting; every report links them then, and none makes addresses up."""

import pytest
from msgspec import json
from reports import finding, rendered, report, rule
from typer.testing import CliRunner

from auditor.cli.app import app
from auditor.model import Severity
from auditor.reporters import reporter
from auditor.reporters.page import Page

FORMATS = ("text", "html", "json", "markdown", "sarif", "github", "gitlab", "junit", "rdjson")
SOURCE = "A fox jumps.\n"
ADDRESS = "https://handbook.example/house/plum.html"


def said(name, **options):
    page = Page("a.txt", report(finding(SOURCE, 2, 5, rule="plum", severity=Severity.ERROR)), SOURCE)
    return rendered(reporter(name), page, rules=[rule("plum", severity=Severity.ERROR)], **options)


@pytest.mark.parametrize("name", FORMATS)
def test_every_report_links_the_page_of_a_rule(name):
    assert ADDRESS in said(name, rule_url="https://handbook.example/{dimension}/{rule}.html")
    assert "handbook.example" not in said(name)


def test_sarif_and_reviewdog_have_fields_for_it():
    address = {"rule_url": "https://handbook.example/{dimension}/{rule}.html"}
    driver = json.decode(said("sarif", **address))["runs"][0]["tool"]["driver"]
    assert driver["rules"][0]["helpUri"] == ADDRESS
    assert json.decode(said("rdjson", **address))["diagnostics"][0]["code"] == {"value": "plum", "url": ADDRESS}


def test_ids_of_packs_make_addresses():
    address = {"rule_url": "https://handbook.example/{rule}"}
    page = Page("a.txt", report(finding(SOURCE, 2, 5, rule="acme/a b")), SOURCE)
    assert "https://handbook.example/acme/a%20b" in rendered(
        reporter("text"), page, rules=[rule("acme/a b")], **address
    )


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("https://handbook.example/{rule}.html", True),
        ("javascript:alert({rule})", False),
        ("https://handbook.example/", False),
        ('https://h.example/"><b>{rule}', False),
    ],
)
def test_the_setting_is_an_address_with_the_rule_in_it(value, holds, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("# The pier\n\nThe pier is shut. TODO: ask the harbour office about it.\n")
    (tmp_path / "auditor.toml").write_text(f"rule-url = '{value}'\n")
    found = CliRunner().invoke(app, ["check", "a.md"])
    assert ("or https://handbook.example/todo-mark.html" in found.stdout) is holds
    assert (found.exit_code == 2) is not holds
    assert holds or "auditor.toml:1" in found.stderr
