"""`auditor config show`, and settings from the environment."""

import json

import pytest

from auditor import config
from auditor.model import Severity


def shown(call, *arguments):
    return json.loads(call("config", "show", *arguments, "--format", "json").stdout)


def test_every_value_has_its_origin(call, write, desk, monkeypatch):
    write("auditor.toml", "fail-on = 'error'\nfail-under = 10\nignore = ['readability']\n")
    monkeypatch.setenv("AUDITOR_FAIL_UNDER", "20")
    settings = shown(call, "--config", "ignore = ['mojibake']")["settings"]
    assert settings["fail-on"] == {"value": "error", "from": str(desk / "auditor.toml")}
    assert settings["fail-under"] == {"value": 20, "from": "AUDITOR_FAIL_UNDER"}
    assert settings["ignore"] == {"value": ["mojibake"], "from": "--config \"ignore = ['mojibake']\""}
    assert settings["pass-from"] == {"value": 80, "from": "default"}
    assert set(settings) == set(config.KEYS)
    assert "fail-under = 20.0  # AUDITOR_FAIL_UNDER\n" in call("config", "show").stdout


def test_what_applies_to_a_file(call, write, desk):
    write(
        "auditor.toml",
        "exclude = ['drafts']\nper-file-ignores = {'drafts/**' = ['mojibake']}\n"
        "[[suppress]]\npaths = ['*.md']\nrules = ['readability']\nreason = 'poems'\n",
    )
    write(".gitignore", "drafts/\n")
    about = shown(call, "drafts/a.md")["path"]
    assert (about["excluded"], about["ignored-by-git"]) == (True, True)
    assert "mojibake" not in about["rules"]
    assert about["per-file-ignores"] == ["drafts/**"]
    assert [entry["reason"] for entry in about["suppress"]] == ["poems"]
    other = shown(call, "b.txt")["path"]
    assert (other["excluded"], other["ignored-by-git"], other["suppress"]) == (False, False, [])
    assert "mojibake" in other["rules"]
    assert "drafts/a.md:\n" in call("config", "show", "drafts/a.md").stdout


def test_the_environment_stands_between_file_and_command_line(check, write, monkeypatch):
    write("auditor.toml", "fail-on = 'critical'")
    write("a.txt", "A quince.")
    assert check("a.txt").exit_code == 0
    monkeypatch.setenv("AUDITOR_FAIL_ON", "warning")
    assert check("a.txt").exit_code == 1
    assert check("a.txt", "--config", "fail-on = 'error'").exit_code == 0
    assert check("a.txt", "--fail-on", "error").exit_code == 0


def test_the_file_can_be_named_by_the_environment(check, write, monkeypatch):
    write("strict.toml", "fail-on = 'warning'")
    write("a.txt", "A quince.")
    monkeypatch.setenv("AUDITOR_CONFIG", "strict.toml")
    assert check("a.txt").exit_code == 1


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("AUDITOR_IGNORE", "plum, pear", "ignore", ["plum", "pear"]),
        ("AUDITOR_IGNORE", "['plum']", "ignore", ["plum"]),
        ("AUDITOR_FAIL_ON", "error", "fail_on", Severity.ERROR),
        ("AUDITOR_CACHE", "false", "cache", False),
        ("AUDITOR_MAX_BYTES", "1_000", "max_bytes", 1000),
        ("AUDITOR_CACHE_DIR", "1", "cache_dir", "1"),
        ("AUDITOR_PER_FILE_IGNORES", "{'*' = ['plum']}", "per_file_ignores", {"*": ["plum"]}),
    ],
)
def test_variables_are_toml_lists_with_commas_or_text(name, text, key, value):
    resolved = config.resolve(None, environment={name: text, "AUDITORS": "x"})
    assert getattr(resolved.settings, key) == value
    assert list(resolved.origins.values()) == [name]


def test_wrong_values_name_the_variable(check, write, monkeypatch):
    write("a.txt", "A plum.")
    monkeypatch.setenv("AUDITOR_FAIL_UNDER", "lots")
    found = check("a.txt")
    assert found.exit_code == 2
    assert "AUDITOR_FAIL_UNDER: " in found.stderr


def test_unknown_variables_are_told_and_harm_nothing(check, write, monkeypatch):
    write("a.txt", "Nothing.")
    monkeypatch.setenv("AUDITOR_FAILON", "error")
    found = check("a.txt")
    assert found.exit_code == 0
    assert "AUDITOR_FAILON: unknown variable; did you mean 'AUDITOR_FAIL_ON'?" in found.stderr
