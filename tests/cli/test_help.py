"""The help of every command: groups, words, examples that are no misspellings."""

import re

import pytest
import typer

from auditor.cli.app import app
from auditor.cli.help import _EXAMPLES

ROOT = typer.main.get_command(app)


def every(command, path=("auditor",)):
    """All commands with their paths."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from every(inner, (*path, name))


COMMANDS = dict(every(ROOT))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_no_help_speaks_of_types_of_python(call, path):
    said = call(*path[1:], "--help").stdout
    assert not re.search(r"<(?!stdin)|\b(?:list\[|str\b|int\b|float|TEXT|INTEGER|bool)|x>=", said), said


def test_the_commands_stand_in_groups(call):
    said = call("--help").stdout
    for heading in ("Articles:", "Rules:", "Settings and pipelines:", "Many documents:", "For other programs:"):
        assert f"\n{heading}\n" in said
    assert "\nCommands:" not in said


@pytest.mark.parametrize("command", [["check"], ["corpus", "run"]])
def test_the_options_of_long_commands_stand_in_groups(call, command):
    said = call(*command, "--help").stdout
    assert max(said.index("What is read:"), said.index("How it runs:")) < said.index("Other options:")
    last = said.partition("Other options:\n")[2].split("\n")[:2]
    assert [" ".join(line.split()) for line in last] == ["-h, --help Show this message and exit.", ""]


@pytest.mark.parametrize("path", _EXAMPLES)
def test_examples_name_commands_and_options_that_there_are(call, path):
    command = COMMANDS[tuple(path.split())]
    assert "Examples:" in call(*path.split()[1:], "--help").stdout
    known = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    for example in _EXAMPLES[path].split(", "):
        assert path in example
        assert set(re.findall(r"(?<= )--?[a-z][\w-]*", example)) <= known


def test_rules_are_listed_by_name_and_class_with_their_whole_titles(call):
    said = call("rules", "list", "authorship", "--severity", "error").stdout
    assert said.startswith("authorship\n")
    assert all(" error " in line for line in said.splitlines()[1:])
    assert "\u2026" not in call("rules", "list").stdout
    said = call("rules", "list", "authorshp").stderr
    assert "no rule or dimension is called 'authorshp'; did you mean 'authorship'?" in said
