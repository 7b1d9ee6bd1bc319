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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'ignore = []\nfail-on = "eror"\n',
            ':2: fail-on = "eror": allowed are info, warning, error, critical; did you mean',
        ),
        ('ignore = "x"\n', ':1: ignore = "x": allowed is a list'),
        ("fail-under = 200\n", ":1: fail-under = 200: allowed is a number from 0 to 100"),
        ("max-bytes = 0\n", ":1: max-bytes = 0: allowed is a number from 1 on"),
        ('cache = "x"\n', ':1: cache = "x": allowed is true or false'),
        ("# first\n\nignroe = []\n", ":3: unknown key 'ignroe'; did you mean 'ignore'?"),
    ],
)
def test_errors_name_line_value_and_what_is_allowed(desk, check, text, said):
    (desk / "auditor.toml").write_text(text)
    found = check("a.txt")
    assert found.exit_code == 2
    assert f"auditor.toml{said}" in found.stderr


def test_one_setting_of_the_command_line_needs_no_quotes_in_quotes(desk, check):
    (desk / "a.txt").write_text("A plum.\n")
    assert check("a.txt", "--config", "fail-on=critical").exit_code == 1
    assert "allowed are" in check("a.txt", "--config", "fail-on=grave").stderr
