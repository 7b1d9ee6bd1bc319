"""Lines that cannot be meant: what was given, what is allowed, in words."""

import pytest

LINES = [
    ("check --jobs -3 a.md", "--jobs: -3 is not allowed; give a whole number, 0 or more"),
    ("check -j 1.5 a.md", "--jobs: '1.5' is not allowed; give a whole number, 0 or more"),
    ("check --fail-under abc a.md", "--fail-under: 'abc' is not allowed; give a number"),
    ("check --fail-on eror a.md", "it may be info, warning, error or critical; did you mean 'error'?"),
    ("check --until 2026-13-01 a.md", "--until: '2026-13-01' is no date; write it as 2027-01-31"),
    ("check --nosuch a.md", "there is no option --nosuch; `auditor check -h` shows what it takes"),
    ("check -f", "-f needs a value"),
    ("check --quiet=yes a.md", "--quiet takes no value"),
    ("check", "PATH... is missing: files, folders, glob patterns, or - for stdin; `auditor check -h` shows"),
    ("parse a b c", "'b', 'c': more than this command takes; `auditor parse -h` shows what it takes"),
    ("chek", "there is no command 'chek'; `auditor -h` lists what there is; did you mean 'check'?"),
    ("corpus nix", "there is no command 'nix'; `auditor corpus -h` lists what there is"),
    ("corpus run x", "--output is missing: where the parts go; `auditor corpus run -h` shows what it takes"),
    ("corpus run x -o y --seconds 0", "--seconds: 0.0 is not allowed; give a number, 0.1 or more"),
    ("corpus run x -o y --engine spark", "--engine: there is no 'spark'; it may be cores or daft"),
    ("completions tcsh", "SHELL: there is no 'tcsh'; it may be bash, zsh, fish or powershell"),
]


@pytest.mark.parametrize(("line", "said"), LINES)
def test_a_line_that_cannot_be_meant_is_told_in_words(call, line, said):
    found = call(*line.split())
    assert found.exit_code == 2
    assert said in found.stderr
    assert found.stderr.startswith("auditor: ")
    assert found.stderr.count("\n") == 1
    assert found.stdout == ""
    assert not any(word in found.stderr for word in ("Invalid value", "range", "float", "integer", "Usage"))


def test_a_group_without_a_command_lists_what_there_is(call):
    found = call("corpus")
    assert "summary" in found.stdout + found.stderr
