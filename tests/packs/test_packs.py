"""Verbs, cards and lexicons of an installed package: found, run, selected, explained, checked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from acme import PAGE, SHOUTING, VERB, forget
from typer.testing import CliRunner

import auditor
from auditor import installed
from auditor.cli.app import app
from auditor.gate import cache
from auditor.prepared import rules_folder


def call(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


def found(**how):
    return [(f.rule, f.evidence) for f in auditor.audit(PAGE, **how).findings if f.dimension == "house"]


def test_an_installed_package_adds_a_verb_a_card_and_a_lexicon(site):
    assert found() == [("acme/shouting", "FREE"), ("acme/soft-words", "very soft")]
    assert auditor.load_rules().problems == ()


def test_without_the_package_there_is_nothing_of_it():
    assert found() == []


def test_packs_rules_and_dimensions_are_selected_and_ignored(site):
    ids = {
        select: [r.id for r in auditor.load_rules(select=select).rules] for select in ("acme", "house", "acme/shouting")
    }
    assert ids["acme"] == ids["house"] == ["acme/shouting", "acme/soft-words"]
    assert ids["acme/shouting"] == ["acme/shouting"]
    assert found(rules=auditor.load_rules(ignore="acme")) == []
    assert found(rules=auditor.load_rules(ignore="acme/shouting")) == [("acme/soft-words", "very soft")]
    with pytest.raises(ValueError, match="did you mean 'acme/shouting'"):
        auditor.load_rules(select="acme/shoutin")


def test_findings_of_a_pack_are_suppressed_by_rule_and_by_pack(site):
    for name in ("acme", "acme/shouting"):
        excuse = auditor.Suppression(rules=(name,), reason="ours", origin="settings")
        report = auditor.audit(PAGE, exemptions=auditor.Exemptions(settings=(excuse,)))
        assert "acme/shouting" in {one.finding.rule for one in report.suppressed}


def test_a_pack_changes_the_version_of_the_rules_and_the_state_of_the_cache(site):
    rules, state = auditor.load_rules().version, cache.state([rules_folder()])
    (site / "acme_rules/cards/_lexicons/shouted.txt").write_text("free\n")
    (site / "acme_rules/shouting.py").write_text(VERB + "# more\n")
    forget()
    assert auditor.load_rules().version != rules
    assert cache.state([rules_folder()]) != state


@pytest.mark.parametrize("form", ["text", "sarif", "github", "gitlab", "junit", "html"])
def test_reports_name_the_rules_of_a_pack(site, form):
    assert "acme/shouting" in auditor.render(auditor.audit(PAGE, name="a.md"), format=form)


def test_the_command_runs_lists_explains_and_checks_a_pack(site, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(PAGE)
    Path("auditor.toml").write_text(
        'severity = { "acme/soft-words" = "error" }\nper-file-ignores = { "b.md" = ["acme"] }\n'
    )
    Path("b.md").write_text(PAGE)
    shown = call("check", "a.md", "b.md", "--no-cache", "-q").stdout
    assert "a.md:3:7: warning[acme/shouting]" in shown
    assert "a.md:3:16: error[acme/soft-words]" in shown
    assert "b.md:3" not in shown
    assert "acme/shouting" in call("rules", "list").stdout
    assert "acme/shouting: A shouted word" in call("explain", "acme/shouting").stdout
    assert "acme/soft-words: A soft word" in call("explain", "acme").stdout
    checked = call("rules", "check", site / "acme_rules/cards")
    assert (checked.stdout, checked.exit_code) == ("2 cards, 0 faults\n", 0)


def test_another_process_finds_it_without_reading_all_distributions(site, tmp_path):
    code = (
        "import sys, auditor; r = auditor.audit(sys.argv[1]); print([f.rule for f in r.findings]);"
        "print('importlib.metadata' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(
        [sys.executable, "-c", code, PAGE], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "acme/shouting" in done.stdout
    assert done.stdout.endswith("False\n")


def test_what_is_installed_later_is_found(site):
    assert [point.name for point in installed.points(installed.PACKS) if "acme" in point.distribution] == ["acme"]
    metadata = next(site.glob("*.dist-info"))
    for file in metadata.iterdir():
        file.unlink()
    metadata.rmdir()
    assert [point.name for point in installed.points(installed.PACKS) if "acme" in point.distribution] == []


def test_a_list_of_entry_points_that_was_mended_in_its_place_is_read_again(site):
    file = next(site.glob("*.dist-info")) / "entry_points.txt"
    installed.points(installed.PACKS)
    file.write_text("[auditor.rules]\nmended = acme_rules:cards\n# other = thing\n[console_scripts]\nx = y:z\n")
    assert [point.name for point in installed.points(installed.PACKS)] == ["mended"]


def test_they_are_what_importlib_finds(site):
    from importlib.metadata import entry_points  # noqa: PLC0415

    for group in (installed.PACKS, installed.VERBS):
        wanted = {(point.name, point.value) for point in entry_points(group=group)}
        assert {(point.name, point.value) for point in installed.points(group)} == wanted


def test_settings_that_name_a_folder_keep_the_packs(site, tmp_path):
    (tmp_path / "mine/house").mkdir(parents=True)
    (tmp_path / "mine/house/loud.yml").write_text(SHOUTING.replace("{words: shouted}", "{words: loud}"))
    (tmp_path / "mine/_lexicons").mkdir()
    (tmp_path / "mine/_lexicons/loud.txt").write_text("free\n")
    rules = auditor.load_rules(tmp_path / "mine", select="house")
    assert [rule.id for rule in rules.rules] == ["acme/shouting", "acme/soft-words", "loud"]
    assert json.loads(json.dumps(rules.problems)) == []
