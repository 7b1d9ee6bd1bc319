"""An audit that remembers the one before comes to the same report, byte for byte."""

import random
from pathlib import Path

import pytest
from msgspec import json

import auditor
from auditor import remembering

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.*"))
PIECES = (
    "e",
    " ",
    ".",
    "\n\n",
    "the ",
    "é",
    "&amp;",
    "[1]",
    "“",
    "<p>",
    "{{name}}",
    "Source 2 states that ",
    "*",
    "\u200b",
)


@pytest.fixture(autouse=True)
def _nothing_stays():
    yield
    remembering.forget()


def edited(text, chance):
    """A key, a word that is gone, or a passage that stands elsewhere now."""
    start = chance.randrange(len(text))
    end = start + chance.choice((0, 0, 0, 1, 7, 300))
    to = chance.randrange(len(text)) if end - start > 100 else start
    rest = text[:start] + text[end:]
    return rest[:to] + (text[start:end] if to != start else chance.choice(PIECES)) + rest[to:]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_what_is_remembered_changes_no_report(sample):
    chance, text = random.Random(sample.name), sample.read_text("utf-8")
    texts = [text]
    for _ in range(12):
        text = edited(text, chance)
        texts.append(text)
    remembered = []
    for text in texts:
        remembering.turn()
        remembered.append(json.encode(auditor.audit(text, name=sample.name)))
    remembering.forget()
    assert remembered == [json.encode(auditor.audit(text, name=sample.name)) for text in texts]


def test_only_the_last_two_audits_are_kept():
    measured = []

    @remembering.remembered
    def measure(text):
        measured.append(text)
        return len(text)

    for text in ("a", "a", "b", "b", "b", "a"):
        remembering.turn()
        assert measure(text) == 1
    assert measured == ["a", "b", "a"]


def test_nothing_is_kept_until_somebody_asks():
    assert remembering.recalled("key", lambda: 1) == 1
    assert remembering.recalled("key", lambda: 2) == 2
