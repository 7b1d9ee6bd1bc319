"""A settings file that cannot be used is one clear error; what lies below it is not judged, and everything else is."""

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

PAGE = "# The harbour\n\nIt was built by monks [citation needed], who had tired of the hills.\n"
BROKEN = {
    "not TOML": ("fail-on = \n", "not TOML"),
    "a misspelt key": ('fial-on = "error"\n', "unknown key 'fial-on'; did you mean 'fail-on'?"),
    "no such class": ('fail-on = "eror"\n', "did you mean 'error'?"),
    "a text for a number": ('fail-under = "80"\n', "allowed is a number from 0 to 100"),
    "a number out of bounds": ("fail-under = 180\n", "allowed is a number from 0 to 100"),
    "a text for a list": ('ignore = "todo-mark"\n', "allowed is a list"),
    "a text for a switch": ('cache = "no"\n', "allowed is true or false"),
    "gates that contradict each other": ("reject-under = 90\npass-from = 10\n", "lower the first or raise the second"),
    "no reason": ('[[suppress]]\npaths = ["*"]\nrules = ["todo-mark"]\n', "lacks `reason`"),
    "no such class of a rule": ('severity = { todo-mark = "grave" }\n', "allowed are info, warning, error, critical"),
    "not UTF-8": (b'baseline = "\xff"\n', "cannot be read"),
    "leads back": ('extend = "auditor.toml"\n', "leads back to a file that extends it"),
    "no such file": ('extend = "gone.toml"\n', "extend: there is no file"),
    "no such profile": ('profile = "newsrom"\n', "did you mean 'newsroom'?"),
    "nested without end": (f"ignore = {'[' * 3000}{']' * 3000}\n", "nested too deeply"),
}


@pytest.fixture
def folders(tmp_path, monkeypatch):
    for name in ("good", "bad", "bad/deeper"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(PAGE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_settings_file_costs_what_lies_below_it(folders, broken):
    text, said = BROKEN[broken]
    (folders / "bad/auditor.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    done = CliRunner().invoke(app, ["check", ".", "-q", "--no-cache"])
    assert done.exit_code == 2
    assert "good/a.md:3:23: warning[todo-mark]" in done.stdout
    assert "bad/" not in done.stdout
    (error,) = [line for line in done.stderr.splitlines() if said in line]
    assert str(folders / "bad") in error
    mute = [line for line in done.stderr.splitlines() if "the settings in bad cannot be used; mend them" in line]
    assert [line.split(": ")[1] for line in mute] == ["bad/a.md", "bad/deeper/a.md"]


def test_it_is_broken_in_twelve_ways():
    assert len(BROKEN) >= 12
