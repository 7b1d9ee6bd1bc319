"""A settings file that cannot be used is one clear error; what lies below it is not judged, and everything else is."""

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app
from auditor.cli.judging import Judge, SettingsError

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
    "no such rule": ('ignore = ["todo-mrk"]\n', "no rule or dimension is called 'todo-mrk'; did you mean 'todo-mark'?"),
    "no such folder of cards": ('rules = ["mine"]\n', "there is no folder"),
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


@pytest.mark.parametrize("broken", BROKEN)
def test_one_of_the_working_folder_costs_what_has_no_other(folders, broken):
    """Nothing is judged by the defaults: what the file excludes or suppresses is not known."""
    text, said = BROKEN[broken]
    (folders / "auditor.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    (folders / "good/auditor.toml").write_text("cache = false\n")
    done = CliRunner().invoke(app, ["check", ".", "-q", "--exit-zero"])
    assert done.exit_code == 2
    assert "good/a.md:3:23: warning[todo-mark]" in done.stdout
    assert "bad/" not in done.stdout
    assert len([line for line in done.stderr.splitlines() if said in line]) == 1
    assert done.stderr.count("the settings in this folder cannot be used; mend them") == 2


def test_no_run_with_broken_settings_passes(folders):
    """Not even one that looks only at what has settings of its own, nor one that mends."""
    (folders / "auditor.toml").write_text("fial-on = 1\n")
    (folders / "good/auditor.toml").write_text("cache = false\n")
    before = (folders / "bad/a.md").read_bytes()
    for more in (["good"], ["good", "--exit-zero"], [".", "--fix", "--unsafe-fixes"], [".", "--diff"]):
        done = CliRunner().invoke(app, ["check", *more])
        assert done.exit_code == 2, more
    assert (folders / "bad/a.md").read_bytes() == before


@pytest.mark.parametrize("given", [["--ignore", "todo-mrk"], ["--config", "fial-on = 1"], ["--config", "gone.toml"]])
def test_what_was_asked_for_in_vain_stops_the_run(folders, given):
    (folders / "auditor.toml").write_text("fial-on = 1\n")
    done = CliRunner().invoke(app, ["check", ".", "-q", *given])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "cannot be used; mend them" not in done.stderr


def test_an_editor_hears_of_settings_below_that_cannot_be_used(folders):
    (folders / "bad/auditor.toml").write_text("fial-on = 1\n")
    with pytest.raises(SettingsError, match="did you mean 'fail-on'"):
        Judge().judge(str(folders / "bad/a.md"), PAGE, "markdown")
