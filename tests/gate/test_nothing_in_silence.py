"""What was asked for and not audited is counted, and is no success."""

import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli import progress
from auditor.cli.app import app

GOOD = "# The council votes on the ferry\n\nBy Ada Byrne\n\nThe council met on Tuesday and heard the skipper speak.\n\n"
BAD = GOOD + "As an AI language model, I cannot provide real-time information about the ferry.\n"
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d" * 32 + "\nsize 12345\n"


def check(*arguments, **options):
    return CliRunner().invoke(app, ["check", "--no-cache", *arguments], **options)


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("text", ["", " \n\n", POINTER])
def test_a_file_without_its_text_fails(write, name, text):
    write(name, text)
    found = check(name)
    assert found.exit_code == 1
    assert "Not judged" in found.stdout
    if text == POINTER:
        assert "git lfs pull" in found.stdout


def test_an_article_that_shows_a_pointer_is_audited(write):
    write("a.md", GOOD + "A pointer looks like this:\n\n```\n" + POINTER + "```\n")
    assert check("a.md").exit_code == 0


def test_marks_of_a_merge_reject(write):
    write("a.md", GOOD + "<<<<<<< HEAD\nNine voted.\n=======\nTen voted.\n>>>>>>> feature/vote\n")
    assert check("a.md").exit_code == 1


@pytest.mark.parametrize("form", ["text", "json", "junit", "gitlab"])
def test_a_run_that_found_nothing_to_audit_is_an_error_in_every_report(write, form):
    write("auditor.toml", "exclude = ['drafts']")
    write("drafts/a.md", BAD)
    found = check("drafts", "-f", form)
    assert found.exit_code == 2
    assert "no articles below drafts" in (found.stdout if form != "text" else found.stderr)
    assert check("drafts", "-f", form, "--allow-empty").exit_code == 0


def test_what_force_excludes_by_name_is_counted_and_no_error(write):
    write("auditor.toml", "exclude = ['drafts']")
    write("drafts/a.md", BAD)
    write("b.md", GOOD)
    found = check("drafts/a.md", "--force-exclude")
    assert (found.exit_code, "1 of 1 sources that were named are excluded" in found.stderr) == (0, True)
    assert "1 of 2 sources" in check("drafts/a.md", "b.md", "--force-exclude").stderr


def test_stdin_has_the_rights_of_its_name(write):
    write("auditor.toml", "exclude = ['packages/blog']")
    named = ("-", "--stdin-filename", "packages/blog/a.md", "-q")
    assert check(*named, input=BAD).exit_code == 1
    found = check(*named, "--force-exclude", input=BAD)
    assert (found.exit_code, found.stdout) == (0, "")
    assert "1 of 1 sources" in found.stderr


def test_a_link_that_leads_nowhere_is_told(write):
    write("a.md", GOOD)
    Path("broken.md").symlink_to("gone.md")
    found = check(".")
    assert found.exit_code == 2
    assert "broken.md: a link that leads nowhere" in found.stderr


def test_a_file_is_one_file_under_whatever_names(write, alone):
    write("sub/a.md", BAD)
    Path("link").symlink_to("sub")
    names = ("sub/a.md", str(alone / "sub" / "a.md"), "sub/../sub/a.md", "link/a.md")
    found = json.loads(check(*names, "-f", "json").stdout)
    assert [report["document"]["name"] for report in found["reports"]] == ["sub/a.md"]


@pytest.mark.parametrize("name", ["x.md", "x.html", "x.txt"])
def test_a_report_is_not_written_over_an_article(write, name):
    write(name, GOOD)
    write("y.md", BAD)
    for options in (("-o", name), ("-f", f"html:{name}")):
        found = check(*options, "y.md")
        assert found.exit_code == 2
        assert f"{name} is there and no report" in found.stderr
        assert Path(name).read_text() == GOOD
    assert check("y.md", name, "-f", f"json:{name}").exit_code == 2


@pytest.mark.parametrize(("form", "name"), [("text", "r.txt"), ("html", "r.html"), ("markdown", "r.md")])
def test_a_report_is_written_over_the_report_before(write, form, name):
    for text in (BAD, GOOD, BAD):
        write("in/y.md", text)
        assert check("in", "-f", f"{form}:{name}").exit_code in {0, 1}


def test_a_file_named_like_an_option_is_told(write, alone):
    write("-dash.md", BAD)
    command = [sys.executable, "-m", "auditor", "check", "-dash.md"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "write -- before the names of files" in done.stderr


def test_a_log_is_told_once_a_minute_how_far_a_run_is(monkeypatch, capsys):
    clock = count(0, 40)  # seconds
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    assert len(list(progress.shown(iter(range(1_200)), 1_200))) == 1_200
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "auditor: 1,200 files"
    assert lines[1].startswith("auditor: 2 of 1,200 files, 0%, about ")
    assert all("of 1,200 files" in line for line in lines[1:])
    assert 350 < len(lines) < 650


def test_a_short_run_says_nothing(monkeypatch, capsys):
    list(progress.shown(iter(range(30)), 30))
    assert capsys.readouterr().err == ""


def test_the_cache_lets_go_of_what_nobody_asked_for_in_a_month(write, alone):
    write("a.md", GOOD)
    write("b.md", GOOD)
    run = ("check", ".", "-q")
    CliRunner().invoke(app, run)
    entries = sorted((alone / ".auditor_cache").glob("??/*"))
    assert len(entries) == 2
    old = entries[0].stat().st_mtime - 40 * 86_400
    for file in (*entries, alone / ".auditor_cache" / ".gitignore"):
        os.utime(file, (old, old))
    (alone / "b.md").unlink()
    CliRunner().invoke(app, run)  # sweeps before it reads
    CliRunner().invoke(app, run)
    assert len(list((alone / ".auditor_cache").glob("??/*"))) == 1
