"""No command, and no process that it starts, imports a module that lies beside the input."""

import json
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
    "lsp": ["lsp"],
    "corpus": ["corpus", "run", "in.jsonl", "-o", "out"],
}


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
    (folder / "in.jsonl").write_text(json.dumps({"id": "1", "text": ARTICLE}) + "\n")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
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
