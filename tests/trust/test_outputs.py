"""What reports can do to whoever prints, keeps or reads them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app
from auditor.messages import filled
from auditor.reporters import SHIPPED

COMMANDS = ["##vso[task.setvariable variable=token]stolen", "##[error]stolen", "##VSO[task.complete]"]
LONG = f"{' and '.join(COMMANDS)} stood in the log of the harbour office when nobody had written anything into it."
LEAK = "As an AI language model, I cannot board the ferry."
ARTICLE = f"# The quay\n\n{LONG}\n\n{LEAK}\n\n{LONG}\n"


def check(*arguments):
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE)
    return tmp_path / "a.md"


@pytest.mark.parametrize("form", SHIPPED)
def test_no_format_prints_a_log_command_of_an_article(article, form):
    printed = check(article, "--format", form).stdout.lower()
    assert "doubled-paragraph" in printed or form == "junit"  # which tells the cause that fails the page
    assert "##vso[" not in printed
    assert "##[" not in printed


def test_what_reads_a_format_finds_the_same_words_in_it(article):
    (report,) = json.loads(check(article, "--format", "json").stdout)["reports"]
    said = "\n".join(place["evidence"] for f in report["findings"] for place in (f, *f["related"]))
    assert all(command in said for command in COMMANDS)


OBEYED = "\u202e\u2066\u200b\x9b31m\x7f\ufeff\u2028"


@pytest.mark.parametrize("form", SHIPPED)
def test_no_format_prints_what_a_terminal_obeys(tmp_path, form):
    """Text that is shown as it is written would be turned round, or read as a code of the terminal."""
    text = f"As an AI language model, I {OBEYED} cannot board the ferry, as I {OBEYED} lack a body."
    (tmp_path / "a.html").write_text(f"<html lang=en><h1>The {OBEYED} quay</h1><p>{text}</p>")
    printed = check(tmp_path / "a.html", "--format", form).stdout
    assert "language model" in printed
    assert set(printed) & (set(OBEYED) - set("31m")) == set()
    if form == "json":
        (report,) = json.loads(printed)["reports"]
        assert any("\u202e" in place["evidence"] for f in report["findings"] for place in (f, *f["related"]))


def test_notes_on_stderr_are_no_commands_either(tmp_path):
    assert "##[" not in check(tmp_path / "##[error]gone.md").stderr


def test_a_planted_link_is_replaced_and_not_followed(article, tmp_path):
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "report.json").symlink_to(tmp_path / "precious")
    check(article, "--format", "json", "-o", "report.json")
    assert (tmp_path / "precious").read_text() == "mine"
    assert not (tmp_path / "report.json").is_symlink()
    assert json.loads((tmp_path / "report.json").read_text())


def test_a_report_that_fails_leaves_the_last_one_whole(article, tmp_path, monkeypatch):
    check(article, "-o", "report.txt")
    before = (tmp_path / "report.txt").read_bytes()
    monkeypatch.setattr("auditor.reporters.text.of_one", lambda *_: 1 / 0)
    check(article, "-o", "report.txt")
    assert (tmp_path / "report.txt").read_bytes() == before
    assert not list(tmp_path.glob(".report*"))


def test_a_report_keeps_the_rights_of_the_one_before(article, tmp_path):
    check(article, "-o", "report.txt")
    (tmp_path / "report.txt").chmod(0o600)
    check(article, "-o", "report.txt")
    assert (tmp_path / "report.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not Path("/dev/stderr").exists(), reason="there is no such device here")
def test_a_device_is_written_to(article):
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "check", article, "-o", "/dev/stderr"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert "doubled-paragraph" in done.stderr


def test_messages_take_facts_by_name_only():
    facts = {"name": "Ada", "share": 0.125, "code": 7}
    assert filled("{{{name}}} has {share:.0%} of {code}", facts) == "{Ada} has 12% of 7"
    assert filled("{name.__class__} {name:>900000000} {0}{}", facts | {"0": ""}) == (
        "{name.__class__} {name:>900000000} {}"
    )
    with pytest.raises(KeyError):
        filled("{missing}", facts)
