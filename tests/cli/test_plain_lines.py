"""A plain line of `auditor check` is read as typer reads it, and without it; all others are left to typer."""

import os
import subprocess
import sys

import pytest
from typer.main import get_command

from auditor.cli import checking, plain
from auditor.cli.shell import shell

PLAIN = (
    "page.html",
    "page.html -",
    "a.md b.md --no-cache -q --exit-zero",
    "-f text --format sarif:out.sarif -o - page.html --output=other.txt",
    "content --fail-on error --fail-under 80 --min-coverage=50 -j 2",
    "content --select authorship,mojibake --select keywords --ignore= --rules house --config fail-on=error",
    "page.html --inline-ignores --no-inline-ignores --profile newsroom --as author --input-format html",
    "--stdin-filename draft.md --diff-base origin/main --baseline known.json --add-ignore because - --cache-dir kept",
    "a.md --min-severity info --all --open --statistics --fix --unsafe-fixes --diff --changed-verdicts --allow-empty",
    "a.md --profile one --profile two --reveal-private --force-exclude --extend-select rule --jobs=0",
)
OTHERS = (
    "",
    "-q",
    "--help",
    "page.html -h",
    "page.html --nope",
    "page.html --select",
    "page.html --select --quiet",
    "page.html -qj2",
    "page.html -fjson",
    "page.html -j -1",
    "page.html -j 1.5",
    "page.html --fail-under high",
    "page.html --fail-under null",
    "page.html --fail-on grave",
    "page.html --fail-on null",
    "page.html --until null",
    "page.html --today 2026-01-02",
    "page.html --quiet=yes",
    "-- page.html",
    "page.html --sel authorship",
)


@pytest.fixture
def by_typer(monkeypatch):
    """What typer makes of a line."""
    seen = []
    monkeypatch.setattr(checking, "run", lambda asked: seen.append(asked) or 0)

    def read(line):
        get_command(shell()).main(["check", *line.split()], standalone_mode=False)
        return seen.pop()

    return read


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_line_means_what_typer_makes_of_it(line, by_typer):
    assert plain.asked(line.split()) == by_typer(line)


@pytest.mark.parametrize("line", OTHERS)
def test_any_other_line_is_left_to_typer(line):
    assert plain.asked(line.split()) is None


def test_an_empty_value_is_one(by_typer):
    assert plain.asked(["page.html", "--profile", ""]).profile == ""


def test_where_patterns_are_not_the_shell_s_business_typer_reads_them(monkeypatch):
    monkeypatch.setattr(plain.os, "name", "nt")
    assert plain.asked(["page.html"]) is None


def test_a_plain_check_loads_no_typer(tmp_path):
    (tmp_path / "page.txt").write_text("The mill stands on the river.")
    told = (
        "import sys, os; from auditor import cli; os._exit = sys.exit; import atexit;"
        "atexit.register(lambda: print('typer' in sys.modules));"
        "sys.argv = ['auditor', 'check', 'page.txt', '--no-cache']; cli.run()"
    )
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path / "made")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    first, second = (
        subprocess.run(
            [sys.executable, "-c", told], check=False, capture_output=True, text=True, cwd=tmp_path, env=environment
        )
        for _ in range(2)
    )
    assert (first.returncode, second.returncode, second.stderr) == (0, 0, "")
    assert [run.stdout.splitlines()[-1] for run in (first, second)] == ["True", "False"]
