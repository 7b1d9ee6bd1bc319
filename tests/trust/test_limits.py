"""One source takes no more of time and memory than the settings allow, and says so; the others are audited."""

import subprocess
import sys
import time

import pytest
from msgspec import structs

import auditor
from auditor.cli.judging import Judge
from auditor.cli.limits import limited

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
SLOW = """
title: Slow
why: |
  It never ends.
fix: Nothing.
not_flagged: Everything else.
message: 'Slow'
severity: info
zones: [body]
detect: pattern
with: {patterns: ['oo*!']}
basis: The tests.
bad:
  - "A ⟦oo!⟧ here."
good:
  - "Nothing here."
"""
HONEST = "The ferry sails at noon and comes back before the tide has turned."


def check(folder, *options):
    command = [sys.executable, "-P", "-m", "auditor", "check", ".", "--no-cache", "--all", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_source_that_takes_too_long_is_an_error_and_the_others_are_audited(tmp_path, workers):
    (tmp_path / "cards" / "house").mkdir(parents=True)
    (tmp_path / "cards" / "house" / "_about.yml").write_text("title: House\nabout: Rules of this house.\n")
    (tmp_path / "cards" / "house" / "slow.yml").write_text(SLOW)
    for name, text in {"a": HONEST, "b": "Ahoy! A b" + "o" * 300_000 + " here.", "c": HONEST}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    found = check(tmp_path, "--rules", "cards", "-j", workers, "--config", "max-seconds = 2")
    assert "b.txt: takes longer than 2 s; raise `max-seconds` in the settings to audit it" in found.stderr
    assert found.returncode == 2
    assert "2 files: 2 pass" in found.stdout


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_source_that_takes_too_much_memory_is_an_error_and_the_others_are_audited(tmp_path, workers):
    large = f"<p>{HONEST} " * 900_000  # 60 MB, which take twice as much to be read alone
    for name, text in {"a": HONEST, "b": large, "c": HONEST}.items():
        (tmp_path / f"{name}.html").write_text(text)
    found = check(tmp_path, "-j", workers, "--config", "max-memory = 120")
    assert "auditor: b.html: " in found.stderr
    assert "raise `max-memory` in the settings" in found.stderr
    assert found.stderr.count("max-memory") == 1
    assert found.returncode == 2
    assert "2 files: 2 pass" in found.stdout


def test_limits_are_those_of_a_source_not_of_a_run(tmp_path):
    for n in range(30):
        (tmp_path / f"{n}.txt").write_text(HONEST)
    limits = ("--config", "max-seconds = 2", "--config", "max-memory = 120")
    assert "takes" not in check(tmp_path, "-j", "1", *limits).stderr


TEXT = "# The ferry\n\nThe ferry sails at noon, and nobody is late for it. [Insert photo here]\n"


def test_who_gives_no_time_gets_no_score_and_is_told_why():
    """A page whose rules did not all run passes no gate, not even one that accepts pages without text."""
    report = auditor.audit(TEXT, format="markdown", max_seconds=0)
    assert (report.score, report.audited, report.verdict) == (None, "none", "review")
    assert "not run, for want of time" in report.coverage.reason
    assert {errored.rule for errored in report.rules.errored} == {rule.id for rule in auditor.load_rules().rules}
    assert report.fails()


def test_rules_that_ran_before_the_time_was_up_count():
    calls = []

    def slow(blocks, signals):
        calls.append(len(blocks))
        until = time.thread_time() + 0.3
        while time.thread_time() < until:
            pass
        return iter(())

    rules = auditor.load_rules(select=["todo-mark", "mojibake", "bracket-placeholder"])
    first, *others = rules.rules
    hurried = structs.replace(rules, rules=(structs.replace(first, detect=slow), *others))
    report = auditor.audit(TEXT, format="markdown", rules=hurried, max_seconds=0.2)
    assert calls
    assert report.rules.passed == (first.id,)
    assert (report.coverage.ran, report.coverage.of, report.audited) == (1, 3, "none")
    assert report.fails(auditor.Gate(allow_empty=True))


def test_time_enough_changes_nothing():
    assert auditor.audit(TEXT, format="markdown", max_seconds=600) == auditor.audit(TEXT, format="markdown")


def test_editors_and_agents_take_the_time_from_the_settings(tmp_path):
    """Both judge with a `Judge`; in a thread, where no signal stops a rule."""
    (tmp_path / "auditor.toml").write_text("max-seconds = 0.000001\n")
    judged = Judge().judge(str(tmp_path / "a.md"), TEXT, "markdown")
    assert (judged.report.audited, judged.report.score) == ("none", None)
    assert "for want of time" in judged.report.coverage.reason


def test_what_fails_without_a_reason_fails_for_want_of_memory():
    """Extensions written in C may report that they got none in this way."""
    with pytest.raises(MemoryError), limited(60, 500):
        raise SystemError("error return without exception set")
    with pytest.raises(SystemError, match="bad argument"), limited(60, 500):
        raise SystemError("bad argument to internal function")
