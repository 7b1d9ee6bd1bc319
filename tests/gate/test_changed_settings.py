"""Under `--diff-base` changed settings, cards and baselines audit what they touch, and what counted before is known."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app
from auditor.gate.mirror import Mirror

PAGE = "# The council votes on the ferry\n\nBy Ada Byrne\n\nThe council met on Tuesday.\n\n"
TODO = PAGE + "TODO: ask the skipper.\n"
OURS = "select = ['todo-mark']\nfail-on = 'warning'\n"
CARD = """
title: A skipper
why: Because the house says so.
fix: Write something else.
not_flagged: Everything else.
message: 'The word "{{{{match}}}}" stands here'
severity: warning
zones: [body]
detect: pattern
with: {{patterns: ['{0}']}}
basis: The tests.
bad:
  - "A ⟦{0}⟧ here."
good:
  - "Nothing here."
"""


def call(*arguments):
    return CliRunner().invoke(app, list(arguments))


def new(*arguments):
    """The files with something new, and the exit code."""
    found = call("check", ".", "--no-cache", "-q", "-f", "json", "--diff-base", "HEAD", *arguments)
    if found.exit_code == 2:
        return found.stderr, 2
    reports = json.loads(found.stdout)["reports"]
    return sorted(r["document"]["name"] for r in reports if r["findings"]), found.exit_code


@pytest.fixture
def project(repository, write, commit):
    """Two articles with an old fault, a card of the house, and a baseline that knows one of the faults."""
    repository()
    write("a.md", TODO)
    write("news/b.md", TODO)
    write("mine/house/_about.yml", "title: House\nabout: Of this house.\n")
    write("mine/house/skipper.yml", CARD.format("harbour"))
    write("auditor.toml", OURS)
    commit()
    return write


def test_nothing_that_decides_changed(project):
    project("auditor.toml", "# said\n" + OURS)
    project("pyproject.toml", "[project]\nname = 'x'\n")
    found = call("check", ".", "--no-cache", "-q", "--diff-base", "HEAD")
    assert (found.exit_code, found.stdout) == (0, "")
    assert "none of 3 files changed since HEAD" in found.stderr


def test_a_rule_that_is_no_longer_ignored_fails_where_it_finds_something(project, commit):
    project("auditor.toml", OURS + "ignore = ['todo-mark']\n")
    commit()
    project("auditor.toml", OURS)
    assert new() == (["a.md", "news/b.md"], 1)
    assert "3 more files are audited" in call("check", ".", "--no-cache", "-q", "--diff-base", "HEAD").stderr


def test_a_stricter_gate_holds_nothing_old_against_anybody(project):
    project("auditor.toml", OURS + "fail-under = 99\n")
    assert new() == ([], 0)


def test_what_an_excuse_hid_is_new_when_it_goes(project, commit):
    entry = "[[suppress]]\npaths = ['/a.md']\nrules = ['todo-mark']\nreason = 'asked'\n"
    project("auditor.toml", OURS + entry)
    commit()
    project("auditor.toml", OURS)
    assert new() == (["a.md"], 1)
    project("a.md", TODO + "\nThe boat leaves.\n")  # a file that changed as well is no hiding place
    assert new() == (["a.md"], 1)


def test_what_the_baseline_forgets_is_new(project, commit):
    project("auditor.toml", OURS + "baseline = 'auditor-baseline.jsonl'\n")
    call("baseline", "create", ".")
    commit()
    lines = Path("auditor-baseline.jsonl").read_text().splitlines(keepends=True)
    project("auditor-baseline.jsonl", "".join(line for line in lines if "a.md" not in line))
    assert new() == (["a.md"], 1)
    project("auditor-baseline.jsonl", "".join(lines))
    assert new() == ([], 0)


def test_a_card_that_finds_more_is_audited_and_what_it_found_before_is_known(project, commit):
    project("auditor.toml", "rules = ['mine']\nselect = ['skipper', 'todo-mark']\nfail-on = 'warning'\n")
    commit()
    project("mine/house/skipper.yml", CARD.format("Tuesday"))
    assert new() == (["a.md", "good.md", "news/b.md"], 1)
    commit()
    project("mine/house/captain.yml", CARD.format("Tuesday on the moon"))
    assert new() == ([], 0)
    Path("mine/house/skipper.yml").unlink()
    assert "no rule or dimension is called 'skipper'" in new()[0]


def test_settings_that_come_and_go_touch_what_lies_below_them(project, commit):
    project("news/auditor.toml", "ignore = ['todo-mark']\n")
    assert new() == ([], 0)
    commit()
    Path("news/auditor.toml").unlink()
    assert new() == (["news/b.md"], 1)
    Path("auditor.toml").unlink()
    assert new("--select", "todo-mark") == (["news/b.md"], 0)


def test_what_was_excluded_is_new_when_it_is_let_in(project, commit):
    project("auditor.toml", OURS + "exclude = ['news']\n")
    commit()
    project("auditor.toml", OURS)
    assert new() == (["news/b.md"], 1)


def test_settings_above_a_submodule_count_for_what_lies_in_it(alone, repository, write, commit, git):
    repository("../content")
    Path("../content/a.md").write_text(TODO)
    commit("../content")
    repository()
    git("submodule", "--quiet", "add", "../content", "content")
    write("auditor.toml", OURS + "ignore = ['todo-mark']\n")
    commit()
    write("auditor.toml", OURS)
    found = call("check", "content", "--no-cache", "-q", "--diff-base", "HEAD")
    assert (found.exit_code, found.stdout.count("todo-mark")) == (1, 1)


def test_settings_of_then_that_could_not_be_used_change_nothing(project, commit):
    project("auditor.toml", "ignore = ['no-such-rule']\n")
    commit()
    project("auditor.toml", OURS)
    assert new() == ([], 0)


def test_a_tree_that_leads_out_of_its_folder_writes_nothing_there(project, git, commit, alone):
    blob = git("hash-object", "-w", "auditor.toml")
    tree = b"100644 ../../../out.toml\0" + bytes.fromhex(blob)
    Path("tree").write_bytes(tree)
    made = git("hash-object", "-w", "-t", "tree", "--literally", "tree")
    assert made
    commit_of = git("commit-tree", "-m", "x", made)
    mirror = Mirror(str(alone.parent / "mirror" / "deep"), {str(alone): commit_of})
    mirror.fetch(lambda path: True)
    assert not list(alone.parent.rglob("out.toml"))
