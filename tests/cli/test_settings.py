"""`auditor.toml` and `[tool.auditor]`."""

import pytest

from auditor import config, settings_files
from auditor.model import Severity


def test_the_nearest_file_counts(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "auditor.toml").write_text("fail-under = 10")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1")
    assert settings_files.find(inner) == tmp_path / "auditor.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.auditor]\nfail-under = 20")
    assert config.load(settings_files.find(inner)).fail_under == 20
    (tmp_path / "a" / "auditor.toml").write_text("fail-under = 30")
    assert config.load(settings_files.find(inner)).fail_under == 30


def test_lines_are_laid_over_the_file(tmp_path):
    file = tmp_path / "auditor.toml"
    file.write_text("fail-on = 'error'\nselect = ['debris']")
    settings = config.load(file, "fail-on = 'warning'")
    assert settings.fail_on is Severity.WARNING
    assert settings.select == ["debris"]


def test_folders_of_cards_are_relative_to_the_file(tmp_path):
    (tmp_path / "auditor.toml").write_text("rules = ['house']")
    assert config.load(tmp_path / "auditor.toml").rules == [str(tmp_path / "house")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("reject-unter = 3", "unknown key 'reject-unter'; did you mean 'reject-under'?"),
        ("reject-under = 300", "reject-under = 300"),
        ("select = 'debris'", 'select = "debris"'),
        ("= 3", "not TOML"),
    ],
)
def test_errors_name_file_key_and_remedy(tmp_path, text, said):
    file = tmp_path / "auditor.toml"
    file.write_text(text)
    with pytest.raises(settings_files.ConfigError) as raised:
        config.load(file)
    assert str(file) in str(raised.value)
    assert said in str(raised.value)


def test_the_command_line_reads_the_file_and_overrides_it(check, write):
    write("auditor.toml", "fail-on = 'warning'\n")
    write("a.txt", "A quince.")
    assert check("a.txt").exit_code == 1
    assert check("a.txt", "--fail-on", "error").exit_code == 0


def test_gates_are_settings(check, write):
    write("a.txt", "A pear.")
    assert check("a.txt", "--config", "reject-under = 80").exit_code == 1
    assert check("a.txt", "--config", "reject-under = 20").exit_code == 0


def test_gates_that_contradict_each_other_are_refused(check, write):
    write("a.txt", "A pear.")
    found = check("a.txt", "--config", "reject-under = 90")
    assert found.exit_code == 2
    assert "lower the first or raise the second" in found.stderr


def test_a_severity_moves_the_class_and_so_the_points(check, write):
    write("a.txt", "A quince.")
    scores = {"info": "100", "warning": "89", "error": "69", "critical": "39"}
    for name, score in scores.items():
        assert f", {score} of 100" in check("a.txt", "--config", f"severity = {{quince = '{name}'}}").stdout
    assert check("a.txt", "--config", "severity = {quinze = 'info'}").exit_code == 2


def test_rules_can_be_left_out_for_some_files(check, write):
    write("auditor.toml", "per-file-ignores = {'drafts/*' = ['plum']}")
    write("drafts/a.txt", "A plum.")
    write("b.txt", "A plum.")
    assert [line.split(":")[0] for line in check(".", "--quiet").stdout.splitlines()] == ["b.txt"]


def test_names_in_per_file_ignores_are_checked(check, write):
    write("auditor.toml", "per-file-ignores = {'*' = ['plumm']}")
    assert "did you mean 'plum'?" in check(write("a.txt", "A plum.")).stderr
