from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

ABOUT = "title: House\nabout: Rules of this house.\n"
CARD = """
title: {title}
why: |
  Because the house says so.
fix: Write something else.
not_flagged: Everything else.
message: 'The word "{{match}}" stands here {{times}} times'
severity: {severity}
by_definition: The house says so.
private: {private}
zones: [body]
detect: pattern
with: {{patterns: ['{pattern}'], phrases: ['{phrase}']}}
basis: The tests.
bad:
  - "A ⟦{phrase}⟧ here."
good:
  - "Nothing here."
"""
RULES = {
    "plum": {"severity": "critical"},
    "pear": {"severity": "error"},
    "quince": {"severity": "warning"},
    "grape": {"severity": "info"},
    "secret": {"severity": "info", "private": "true", "pattern": r"secret \w+\b"},
}


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """A folder of cards, one for each severity: each finds the word of its name."""
    folder = tmp_path_factory.mktemp("cards")
    (folder / "house").mkdir()
    (folder / "house" / "_about.yml").write_text(ABOUT)
    for name, given in RULES.items():
        values = {"title": f"A {name}", "phrase": name, "pattern": name, "private": "false", **given}
        (folder / "house" / f"{name}.yml").write_text(CARD.format(**values), "utf-8")
    return folder


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """An empty current folder without settings above it."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def call(desk):
    """Run `auditor` with arguments, in this process."""
    runner = CliRunner()
    return lambda *arguments, **kwargs: runner.invoke(app, [str(a) for a in arguments], **kwargs)


@pytest.fixture
def check(call, house):
    """Run `auditor check` with the house's rules only, everything read as body."""
    return lambda *arguments, **kwargs: call(
        "check", "--rules", house, "--select", "house", "--as", "body", *arguments, **kwargs
    )


@pytest.fixture
def write(desk):
    def write(name, text):
        path = Path(desk, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write
