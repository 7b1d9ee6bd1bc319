"""What shells are offered."""

import os
import subprocess
import sys

import pytest


def run(*arguments, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        capture_output=True,
        text=True,
        env=os.environ | environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def offered(line):
    words = line.split(" ")
    asked = {"_AUDITOR_COMPLETE": "complete_bash", "COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    return run(**asked).split("\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_a_script(shell):
    assert "_AUDITOR_COMPLETE" in run("completions", shell)


@pytest.mark.parametrize(
    ("line", "one"),
    [
        ("auditor cor", "corpus"),
        ("auditor check --fail-o", "--fail-on"),
        ("auditor explain mojib", "mojibake"),
        ("auditor check --select mojibake,auth", "mojibake,authorship"),
    ],
)
def test_commands_options_and_rules_are_completed(line, one):
    assert one in offered(line)
