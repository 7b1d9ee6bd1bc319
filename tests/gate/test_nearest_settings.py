"""The settings nearest to a file are those that it is judged by, from whatever folder a run is started."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor import settings_files
from auditor.cli.app import app

PAGE = "# The council votes on the ferry\n\nBy Ada Byrne\n\nThe council met.\n\nTODO: ask the skipper.\n"
NEWS = "packages/news"


def call(*arguments, **options):
    return CliRunner().invoke(app, list(arguments), **options)


def check(*arguments, **options):
    return call("check", "--no-cache", "-q", *arguments, **options)


def files(result):
    return sorted({line.partition(":")[0].rpartition("/")[2] for line in result.stdout.splitlines()})


@pytest.fixture
def packages(repository, write):
    """Two packages; the settings of one leave a rule out and exclude its drafts."""
    repository()
    write("auditor.toml", "select = ['todo-mark']\nfail-on = 'warning'\n")
    write(f"{NEWS}/auditor.toml", "ignore = ['todo-mark']\nexclude = ['/drafts']\n")
    for name in (f"{NEWS}/a.md", f"{NEWS}/deep/b.md", f"{NEWS}/drafts/c.md", "packages/blog/d.md"):
        write(name, PAGE)


@pytest.mark.parametrize("folder", [".", "packages", NEWS, f"{NEWS}/deep", "packages/blog"])
def test_a_file_has_its_settings_from_whatever_folder_a_run_starts(packages, alone, monkeypatch, folder):
    monkeypatch.chdir(folder)
    found = check(os.path.relpath(alone, alone / folder))
    assert (found.exit_code, files(found)) == (1, ["d.md"])
    assert check(os.path.relpath(alone / NEWS, alone / folder)).exit_code == 0


def test_the_options_of_a_run_are_laid_over_all_settings(packages):
    assert files(check(".", "--config", "ignore = []")) == ["a.md", "b.md", "d.md"]
    assert check(".", "--ignore", "todo-mark").exit_code == 0


def test_a_settings_file_that_is_named_counts_for_all(packages, monkeypatch):
    assert files(check(".", "--config", "auditor.toml")) == ["a.md", "b.md", "c.md", "d.md"]
    monkeypatch.setenv("AUDITOR_CONFIG", "auditor.toml")
    assert files(check(".")) == ["a.md", "b.md", "c.md", "d.md"]


def test_a_pyproject_counts_where_it_has_a_table_of_ours_and_else_may_be_broken(packages, write):
    write("packages/blog/pyproject.toml", "[project\n")
    assert files(check(".")) == ["d.md"]
    write("packages/blog/pyproject.toml", "[tool.auditor]\nignore = ['todo-mark']\n")
    assert check(".").exit_code == 0
    write("packages/blog/pyproject.toml", "[tool.auditor\n")
    found = check(".")
    assert found.exit_code == 2
    assert "packages/blog/pyproject.toml:1:14: not TOML" in found.stderr


def test_the_gate_and_the_limits_are_those_of_the_file(packages, write):
    write(f"{NEWS}/auditor.toml", "select = ['todo-mark']\n")
    assert check(NEWS).exit_code == 0
    assert check("packages/blog").exit_code == 1
    write(f"{NEWS}/auditor.toml", "max-bytes = 10\n")
    found = check(".")
    assert found.exit_code == 2
    assert "larger than 10 bytes" in found.stderr


def test_what_a_folder_excludes_is_its_own_affair(packages, write):
    write("auditor.toml", "select = ['todo-mark']\nfail-on = 'warning'\nexclude = ['/packages/news/deep', 'd.md']\n")
    assert check(".", "--allow-empty").exit_code == 0
    write(f"{NEWS}/auditor.toml", "select = ['todo-mark']\nfail-on = 'warning'\n")
    assert files(check(".")) == ["a.md", "b.md", "c.md"]
    write(f"{NEWS}/auditor.toml", "respect-gitignore = false\n")
    write(".gitignore", "*.md\n")
    assert "no articles" in check("packages/blog").stderr
    assert files(check(NEWS, "--select", "todo-mark")) == ["a.md", "b.md", "c.md"]


def test_stdin_has_the_settings_of_its_name(packages):
    for name, code in ((f"{NEWS}/a.md", 0), ("packages/blog/a.md", 1)):
        assert check("-", "--stdin-filename", name, input=PAGE).exit_code == code


def test_suppressions_are_those_of_the_file(packages, write):
    entry = "[[suppress]]\npaths = ['/{}']\nrules = ['todo-mark']\nreason = 'asked'\n"
    write(f"{NEWS}/auditor.toml", "select = ['todo-mark']\nfail-on = 'warning'\n" + entry.format("a.md"))
    write("auditor.toml", "select = ['todo-mark']\n" + entry.format("packages/news/deep/b.md"))
    found = check(".")
    assert files(found) == ["b.md", "c.md", "d.md"]
    assert "suppress: /packages/news/deep/b.md matches no file" not in found.stderr  # it is there, yet hides nothing


def test_what_settings_name_belongs_to_them(packages, write):
    write(f"{NEWS}/mine/house/_about.yml", "title: House\nabout: Of this house.\n")
    write(f"{NEWS}/mine/house/skipper.yml", SKIPPER)
    write(f"{NEWS}/auditor.toml", "rules = ['mine']\nselect = ['skipper']\nfail-on = 'warning'\n")
    found = check(".", "-f", "json")
    reports = json.loads(found.stdout)["reports"]
    rules = {r["document"]["name"]: [f["rule"] for f in r["findings"]] for r in reports}
    assert rules[f"{NEWS}/a.md"] == ["skipper"]
    assert rules["packages/blog/d.md"] == ["todo-mark"]
    (run,) = json.loads(check(".", "-f", "sarif").stdout)["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["skipper", "todo-mark"]


def test_a_baseline_is_for_the_files_whose_settings_name_no_other(packages, write):
    ours = "select = ['todo-mark']\nfail-on = 'warning'\nbaseline = 'auditor-baseline.jsonl'\n"
    write("auditor.toml", ours)
    write(f"{NEWS}/auditor.toml", ours)
    found = call("baseline", "create", ".")
    assert "3 files have a baseline of their own" in found.stderr
    assert [json.loads(line)["path"] for line in Path("auditor-baseline.jsonl").read_text().splitlines()] == [
        "packages/blog/d.md"
    ]
    os.chdir(NEWS)
    assert call("baseline", "create", ".").exit_code == 0
    os.chdir("../..")
    assert check(".").exit_code == 0
    write(f"{NEWS}/new.md", PAGE)
    assert files(check(".")) == ["new.md"]


def test_ignores_are_added_to_the_settings_that_judged_the_file(packages, write):
    write(f"{NEWS}/auditor.toml", "select = ['todo-mark']\n")
    assert check(".", "--add-ignore", "asked").exit_code == 0
    assert "/deep/b.md" in Path(NEWS, "auditor.toml").read_text()
    assert "/packages/blog/d.md" in Path("auditor.toml").read_text()
    assert (check(".").exit_code, check(".").stdout) == (0, "")


def test_what_applies_to_a_file_is_shown(packages, alone):
    shown = json.loads(call("config", "show", f"{NEWS}/drafts/c.md", "-f", "json").stdout)
    assert shown["file"] == str(alone / NEWS / "auditor.toml")
    assert shown["path"]["excluded"]
    assert "todo-mark" not in shown["path"]["rules"]
    assert json.loads(call("config", "show", "-f", "json").stdout)["file"] == str(alone / "auditor.toml")


def test_files_above_the_working_folder_and_of_nobody_have_the_settings_of_the_run(packages, write, monkeypatch):
    write("../elsewhere/e.md", PAGE)
    assert check("../elsewhere").exit_code == 1
    monkeypatch.chdir(NEWS)
    assert check("../../../elsewhere").exit_code == 0


def test_settings_add_to_those_that_they_extend(packages, write):
    write(f"{NEWS}/auditor.toml", "extend = '../../auditor.toml'\nexclude = ['/drafts']\n")
    assert files(check(".")) == ["a.md", "b.md", "d.md"]
    origin = json.loads(call("config", "show", f"{NEWS}/a.md", "-f", "json").stdout)["settings"]["fail-on"]["from"]
    assert Path(origin).resolve() == Path("auditor.toml").resolve()
    write("auditor.toml", f"extend = '{NEWS}/auditor.toml'\n")
    found = check(".")
    assert found.exit_code == 2
    assert "leads back" in found.stderr


def test_many_folders_are_asked_once_each(packages, write, monkeypatch):
    asked = []
    within = settings_files.within
    monkeypatch.setattr(settings_files, "within", lambda folder: asked.append(folder) or within(folder))
    for number in range(50):
        write(f"{NEWS}/deep/{number}.md", PAGE)
    check(".")
    below = [folder for folder in asked if "packages" in folder.parts]
    assert len(below) == len(set(below)) == 4  # drafts are excluded, and so not looked into


def test_one_run_has_one_cache(packages, write):
    write(f"{NEWS}/auditor.toml", "cache-dir = 'kept'\nallow-empty = true\n")
    assert call("check", ".").exit_code == 1
    assert (Path(".auditor_cache").is_dir(), Path(NEWS, "kept").exists()) == (True, False)
    write(f"{NEWS}/empty/x.png", "")
    assert check(f"{NEWS}/empty").exit_code == 2


SKIPPER = """
title: A skipper
why: Because the house says so.
fix: Write something else.
not_flagged: Everything else.
message: 'The word "{{match}}" stands here'
severity: warning
zones: [body]
detect: pattern
with: {patterns: ['skipper']}
basis: The tests.
bad:
  - "A ⟦skipper⟧ here."
good:
  - "Nothing here."
"""
