"""Settings that are none, left open, or say one reason twice."""

import os
import subprocess
import sys

import pytest

TEXT = "Sails\n\nThe crew mended eleven sails. TODO: ask the harbour master. TK\n"


def check(folder, **variables):
    (folder / "sails.txt").write_text(TEXT)
    return subprocess.run(
        [sys.executable, "-m", "auditor", "check", "sails.txt", "--no-cache", "--exit-zero"],
        cwd=folder, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | variables,
    )  # fmt: skip


def test_a_tool_table_of_something_else_is_none_of_ours(tmp_path):
    (tmp_path / "pyproject.toml").write_text('tool = "an auditor lives here"\n')
    assert check(tmp_path).returncode == 0


def test_settings_that_are_no_table_are_told_with_their_file(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\nauditor = 3\n")
    ran = check(tmp_path)
    assert ran.returncode == 2
    assert "no table of settings" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("name", ["AUDITOR_FAIL_UNDER", "AUDITOR_FAIL_ON", "AUDITOR_SELECT"])
def test_a_variable_that_was_left_open_says_nothing(tmp_path, name):
    assert check(tmp_path, **{name: ""}).returncode == 0


def test_of_two_suppressions_with_one_reason_the_idle_one_is_told(tmp_path):
    entry = '[[suppress]]\npaths = ["*.txt"]\nrules = ["{}"]\nreason = "legacy"\n'
    (tmp_path / "auditor.toml").write_text(entry.format("todo-mark") + entry.format("keywords"))
    said = check(tmp_path).stderr
    assert "keywords for *.txt hid nothing" in said
    assert "todo-mark for *.txt" not in said
