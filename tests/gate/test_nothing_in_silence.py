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
    write("a.md", GOOD + "    assert lines[1].startswith("auditor: 2 of 1,200 files, 0%, about ")
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
