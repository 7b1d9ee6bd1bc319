"""One source takes no more of time and memory than the settings allow, and says so; the others are audited."""

import subprocess
import sys

import pytest

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
with: {patterns: ['(?:o|oo)+!']}
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
    for name, text in {"a": HONEST, "b": "Ahoy! A b" + "o" * 60 + " here.", "c": HONEST}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    found = check(tmp_path, "--rules", "cards", "-j", workers, "--config", "max-seconds = 2")
    assert "b.txt: takes longer than 2 s; raise `max-seconds` in the settings to audit it" in found.stderr
    assert found.returncode == 2
    assert "2 files: 2 pass" in found.stdout


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_source_that_takes_too_much_memory_is_an_error_and_the_others_are_audited(tmp_path, workers):
    for name, text in {"a": HONEST, "b": "".join(f"<p>{n} {HONEST}" for n in range(60_000)), "c": HONEST}.items():
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
