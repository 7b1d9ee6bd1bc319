"""Names of files as hyperlinks: only on terminals that are known to understand them."""

import io
import re

import pytest

from auditor.cli import output
from auditor.reporters.paint import Style

LINK = re.compile("\x1b]8;;(.*?)\x1b\\\\(.*?)\x1b]8;;\x1b\\\\")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("variables", "links"),
    [
        ({}, False),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"WT_SESSION": "1"}, True),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "4999"}, False),
        ({"VTE_VERSION": "600"}, False),
        ({"TERM_PROGRAM": "vscode", "CI": "true"}, False),
        ({"TERM_PROGRAM": "vscode", "TERM": "tmux-256color"}, False),
        ({"TERM_PROGRAM": "vscode", "TERM": "dumb"}, False),
        ({"TERM_PROGRAM": "vscode", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
    ],
)
def test_which_terminals(monkeypatch, desk, variables, links):
    for name in (
        "TERM_PROGRAM",
        "VTE_VERSION",
        "WT_SESSION",
        "KITTY_WINDOW_ID",
        "DOMTERM",
        "ALACRITTY_WINDOW_ID",
        "CI",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert output.style(Terminal()).links == (f"{desk.as_uri()}/" if links else "")
    assert output.style(io.StringIO()).links == ""
    assert output.style(Terminal(), plain=True).links == ""


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("content/a b.md", "file:///desk/content/a%20b.md"),
        ("/abs/é.md", "file:///abs/%C3%A9.md"),
        ("\x1b\\;x\x07.md", "file:///desk/%1B%5C%3Bx%07.md"),
        ("http:e.example/a.md", "file:///desk/http%3Ae.example/a.md"),
    ],
)
def test_where_they_lead(name, uri):
    found = LINK.fullmatch(Style(links="file:///desk/").link("shown", name))
    assert found.groups() == (uri, "shown")


def test_stdin_leads_nowhere():
    assert Style(links="file:///desk/").link("shown", "<stdin>") == "shown"
