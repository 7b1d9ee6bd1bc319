"""No command, and no process that it starts, imports a module that lies beside the input."""

import json
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROGRAM = str(Path(sys.executable).with_name("auditor"))
ARTICLE = "# The ferry\n\nThe ferry takes forty people and a dog, and comes back before the tide has turned."
COMMANDS = {
    "check": ["check", ".", "-j", "2", "--no-cache"],
    "check in many formats": ["check", ".", "--format", "html:r.html", "--format", "sarif:r.sarif"],
    "parse": ["parse", "0.md"],
    "clean": ["clean", "0.md"],
    "explain": ["explain", "assistant-speaking"],
    "rules": ["rules", "list"],
    "languages": ["languages"],
    "init": ["init"],
    "config": ["config", "show"],
    "check of one on stdin": ["check", "-", "--stdin-filename", "a.md"],
    "check of a large one, which has a process of its own": ["check", "large.page", "--no-cache"],
    "check --fix": ["check", "0.md", "--fix"],
    "check --diff-base": ["check", ".", "--diff-base", "HEAD"],
    "diff": ["diff", "0.md", "1.md"],
    "baseline": ["baseline", "create", "."],
    "completions": ["completions", "bash"],
    "rules check": ["rules", "check", "card/house/own.yml", "--rules", "card"],
    "rules new": ["rules", "new", "house/other", "--rules", "card"],
    "rules schema": ["rules", "schema"],
    "rules try": ["rules", "try", "card/house/own.yml", "."],
    "rules verbs": ["rules", "verbs"],
    "lsp": ["lsp"],
    "mcp": ["mcp"],
    "corpus run": ["corpus", "run", "in.jsonl", "-o", "out"],
    "corpus run with two workers": ["corpus", "run", "in.jsonl", "-o", "other", "-j", "2"],
    "corpus summary": ["corpus", "summary", "out"],
    "corpus sample": ["corpus", "sample", "out", "no-title"],
    "corpus host": ["corpus", "host", "out", "a.test"],
    "corpus siblings": ["corpus", "siblings", "out"],
    "corpus refilter": ["corpus", "refilter", "out", "-o", "again"],
    "corpus schema": ["corpus", "schema"],
}
CARD = """
title: Own
why: Because.
fix: Nothing.
not_flagged: Everything else.
message: 'Own'
severity: info
zones: [body]
detect: pattern
with: {patterns: ['zyx']}
basis: The tests.
bad: ["A ⟦zyx⟧ here."]
good: ["Nothing here."]
"""


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    """A folder with an article, and a module of every name that anything could import."""
    folder = tmp_path_factory.mktemp("beside")
    for name in {*sys.stdlib_module_names, *packages_distributions(), "auditor", "sitecustomize", "usercustomize"}:
        if name.isidentifier():
            code = f"import os\nos.close(os.open('{folder}/PLANTED-{name}', os.O_CREAT | os.O_WRONLY))\n"
            (folder / f"{name}.py").write_text(code)
    for number in range(3):
        (folder / f"{number}.md").write_text(ARTICLE)
    (folder / "large.page").write_text(f"<!-- {'-' * 1_100_000} -->\n<p>{ARTICLE}")
    (folder / "card" / "house").mkdir(parents=True)
    (folder / "card" / "house" / "own.yml").write_text(CARD)
    (folder / "card" / "house" / "_about.yml").write_text("title: House\nabout: Rules of this house.\n")
    for command in (["init", "--quiet"], ["add", "0.md"], ["commit", "--quiet", "-m", "one"]):
        who = ["-c", "user.name=Ann", "-c", "user.email=ann@a.test"]
        subprocess.run(["git", *who, *command], cwd=folder, check=True)
    (folder / "in.jsonl").write_text(json.dumps({"id": "1", "text": ARTICLE}) + "\n")
    return folder


def test_every_command_is_tried():
    said = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True, timeout=60).stdout
    told = set(re.findall(r"^  ([a-z]+)  ", said, re.MULTILINE))
    assert {"check", "corpus", "mcp"} <= told == {arguments[0] for arguments in COMMANDS.values()}


SELDOM = {"completions", "corpus host", "corpus run with two workers", "corpus sample", "corpus schema", "rules schema"}
MARKED = [pytest.param(name, marks=[pytest.mark.slow] if name in SELDOM else []) for name in COMMANDS]


@pytest.mark.parametrize("command", MARKED)
def test_no_command_runs_a_module_beside_the_input(beside, command):
    done = subprocess.run(
        [PROGRAM, *COMMANDS[command]], cwd=beside, capture_output=True, text=True, check=False, timeout=300, input=""
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in {0, 1, 2}
    assert sorted(path.name for path in beside.glob("PLANTED-*")) == []


def test_what_is_planted_would_run(beside):
    """The trap works: Python itself, asked to look beside the input, runs it."""
    run = [sys.executable, "-c", "import msgspec"]
    subprocess.run(run, cwd=beside, capture_output=True, check=False, timeout=60)
    planted = list(beside.glob("PLANTED-*"))
    assert planted
    for path in planted:
        path.unlink()
