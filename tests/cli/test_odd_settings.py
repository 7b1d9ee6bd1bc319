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
        ("ignore = [1]\n", ":1: ignore[0] = 1: allowed is a text in quotes"),
        ('severity = "error"\n', ':1: severity = "error": allowed is a table'),
        (
            '[severity]\nplum = "info"\npear = "eror"\n',
            ':3: severity.pear = "eror": allowed are info, warning, error, critical; did you mean',
        ),
        ('[severity]\npear = "off"\n', 'critical; to leave a rule out: ignore = ["pear"]'),
        ('[severity]\nacme.soft = "error"\n', 'a name with a dot stands in quotes: "acme.soft"'),
        ('[severity]\nacme/soft = "error"\n', ":2:5: not TOML: Expected '=' after a key"),
        ('[severity]\nhouse = "info"\n', ":2: severity: no rule is called 'house'; it is a dimension"),
        ('[severity]\nplim = "info"\n', ":2: severity: no rule is called 'plim'; did you mean 'plum'?"),
        ('[per-file-ignores]\n"a.txt" = "plum"\n', ':2: per-file-ignores."a.txt" = "plum": allowed is a list'),
        ('[per-file-ignores]\n"a.txt" = ["plim"]\n', ":2: no rule or dimension is called 'plim'"),
        ('ignore = [\n  "plum",\n  "plim",\n]\n', ":1: no rule or dimension is called 'plim'"),
        ('[[suppress]]\npaths = ["a"]\n\nrules = "plum"\n', ':4: suppress[0].rules = "plum": allowed is a list'),
        ('[[suppress]]\npaths = ["a"]\nrules = ["plum"]\n', ":1: suppress[0] lacks `reason`"),
        (
            '[[suppress]]\npaths = ["a"]\nrules = ["plum"]\nreason = "a"\n[[suppress]]\npath = ["a"]\n',
            ":6: suppress[1]: unknown key 'path'; did you mean 'paths'?",
        ),
        ('today = "2027-13-40"\n', ':1: today = "2027-13-40": allowed is a day'),
        ("reject-under = 90\n\npass-from = 80\n", ":1: reject-under = 90 and pass-from = 80"),
        ('profile = "newsrom"\n', ":1: no profile is called 'newsrom'; did you mean 'newsroom'?"),
        ('extend = "gone.toml"\n', ":1: extend: there is no file"),
        ('[tool.auditor]\nfail-on = "error"\n', "in this file settings stand without [tool.auditor]"),
        ('ignore = ["plum"\nfail-on = "error"\n', ":2:1: not TOML: Unclosed array, in 'fail-on = \"error\"'"),
    ],
)
def test_errors_name_line_value_and_what_is_allowed(desk, check, text, said):
    (desk / "auditor.toml").write_text(text)
    found = check("a.txt")
    assert found.exit_code == 2
    assert "auditor.toml" in found.stderr
    assert said in found.stderr


def test_errors_of_pyproject_name_the_line_as_well(desk, check):
    (desk / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.auditor.severity]\nplim = "info"\n')
    assert "pyproject.toml:4: severity: no rule is called 'plim'" in check("a.txt").stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--fail-under", "200"], "--fail-under 200: allowed is a number from 0 to 100"),
        (["--select", "plim"], "--select: no rule or dimension is called 'plim'"),
        (["--config", "severity.pear=grave"], 'severity.pear = "grave": allowed are'),
        (["--config", "gone.toml"], "gone.toml: cannot be read: No such file or directory\n"),
        (["--add-ignore", " "], "--add-ignore: say why"),
    ],
)
def test_errors_of_options_name_the_option(check, write, given, said):
    write("a.txt", "A plum.\n")
    found = check("a.txt", *given)
    assert found.exit_code == 2
    assert said in found.stderr


def test_a_class_is_given_on_the_command_line_without_quotes(check, write):
    write("a.txt", "A quince.\n")
    assert check("a.txt", "--config", "severity.quince=critical").exit_code == 1


def test_one_setting_of_the_command_line_needs_no_quotes_in_quotes(desk, check):
    (desk / "a.txt").write_text("A plum.\n")
    assert check("a.txt", "--config", "fail-on=critical").exit_code == 1
    assert "allowed are" in check("a.txt", "--config", "fail-on=grave").stderr
