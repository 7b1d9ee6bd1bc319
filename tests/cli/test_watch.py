"""`--watch`: what is run again, and when."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec import json

from auditor.cli.watching import changes

ONE, OTHER = (1, 2, 3), (4, 5, 6)


class OverError(Exception):
    """There is nothing more to see."""


def watched(*seen):
    pauses, found, every = [], [], iter(seen)

    def look():
        if (one := next(every, None)) is None:
            raise OverError
        return one

    with suppress(OverError):
        found.extend(changes(look, pauses.append))
    return found, pauses


def test_what_is_changed_made_and_removed_is_told_once():
    found, _ = watched({"a": ONE}, {"a": ONE}, {"a": OTHER, "b": ONE}, {"a": OTHER, "b": ONE}, {"b": ONE}, {"b": ONE})
    assert found == [{"a", "b"}, {"a"}]


def test_a_file_that_is_being_written_is_waited_for():
    found, _ = watched({"a": ONE}, {}, {"a": ONE}, {"a": OTHER}, {"a": OTHER})
    assert found == [{"a"}]
    assert watched({"a": ONE}, {}, {"a": ONE}, {"a": ONE})[0] == []


def test_there_is_a_pause_between_looks():
    _, pauses = watched({"a": ONE}, {"a": ONE}, {"a": ONE}, {"a": ONE})
    assert min(pauses) >= 0.5


@pytest.fixture
def heeded():
    """Interrupts, which a shell has what it starts behind itself ignore, and so all that a test starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_a_changed_article_is_audited_alone_and_changed_settings_judge_all(desk):
    for name in "ab":
        (desk / f"{name}.txt").write_text(f"The ferry {name} sails at noon.\n")
    command = [sys.executable, "-m", "auditor", "check", "--watch", "--quiet", "--no-cache", "-f", "jsonl", "."]
    run = subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert names(run, 2) == ["a.txt", "b.txt"]
        told = run.stderr.readline()
        assert "watching" in told
        (desk / "a.txt").write_text("The ferry sails at noon, and TODO: ask when it comes back.\n")
        assert names(run, 1) == ["a.txt"]
        (desk / "auditor.toml").write_text('ignore = ["todo-mark"]\n')
        assert names(run, 2) == ["a.txt", "b.txt"]
        run.send_signal(signal.SIGINT)
        assert run.wait(60) == 0
        assert run.stdout.read() == ""
    finally:
        run.kill()
        run.communicate()


def names(run, count):
    return [json.decode(run.stdout.readline())["document"]["name"] for _ in range(count)]


def test_it_looks_without_a_busy_loop(desk):
    (desk / "a.txt").write_text("The ferry sails at noon.\n")
    run = subprocess.Popen(
        [sys.executable, "-m", "auditor", "check", "--watch", "-q", "."], cwd=desk, stderr=subprocess.PIPE, text=True
    )
    try:
        assert "watching" in run.stderr.readline()
        before = spent(run.pid)
        time.sleep(2)
        assert spent(run.pid) - before < 0.4
    finally:
        run.kill()
        run.communicate()


def spent(process):
    """Seconds of a core."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("option", ["--fix", "--diff", "--changed-verdicts"])
def test_it_only_reports(call, desk, option):
    (desk / "a.txt").write_text("The ferry sails at noon.\n")
    assert call("check", "--watch", option, "a.txt").exit_code == 2
    assert call("check", "--watch", "-", input="A text.").exit_code == 2
