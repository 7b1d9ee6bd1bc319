"""Rules by their files: what a version tells apart, and what a broken file costs."""

import sys

import pytest

import auditor
from auditor.gate import cache

CARD = """
title: Soft words
why: They are soft.
fix: Say it.
not_flagged: Other words.
message: Soft
severity: info
zones: [body]
detect: {verb}
with: {{patterns: [soft], phrases: [soft]}}
basis: None needed.
bad: [A soft word.]
good: [Hard.]
"""


@pytest.fixture
def folder(tmp_path):
    for dimension in ("house", "other"):
        (tmp_path / dimension).mkdir()
        (tmp_path / dimension / "_about.yml").write_text("title: Ours\nabout: Our own.\n")
    (tmp_path / "house" / "soft-words.yml").write_text(CARD.format(verb="pattern"))
    return tmp_path


def marks(folder):
    return auditor.load_rules(folder).version, cache.state([folder])


@pytest.mark.parametrize("name", ["_lexicons/words.txt", "house/_about.yml", "house/soft-words.yml"])
def test_whatever_decides_what_rules_say_changes_their_version(folder, name):
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    before = marks(folder)
    file.write_text(f"{file.read_text() if file.exists() else ''}# more\n")
    assert all(new != old for new, old in zip(marks(folder), before, strict=True))


def test_the_name_of_a_card_is_in_the_version(folder):
    before = marks(folder)
    (folder / "house" / "soft-words.yml").rename(folder / "other" / "soft-words.yml")
    assert all(new != old for new, old in zip(marks(folder), before, strict=True))


def test_a_report_names_the_rules_that_ran():
    some = auditor.load_rules(select=["keywords"])
    assert some.version != auditor.load_rules().version
    assert auditor.audit("A page.", rules=some).tool.rules == some.version


def broken(folder):
    return auditor.load_rules(folder, select=["house"])


def test_a_card_that_is_no_file_costs_itself_alone(folder):
    (folder / "house" / "odd.yml").mkdir()
    (folder / "house" / "gone.yml").symlink_to(folder / "nowhere.yml")
    rules = broken(folder)
    assert [rule.id for rule in rules.rules] == ["soft-words"]
    assert ["gone.yml" in rules.problems[0], "odd.yml" in rules.problems[1]] == [True, True]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x = 1\n", "AttributeError"),
        ("def detect(:\n", "SyntaxError"),
        ("def detect(blocks, signals, *, patterns, phrases):\n    yield\n", "of what type"),
        ("def detect(blocks, signals, *, patterns: 'Nothing', phrases: list):\n    yield\n", "NameError"),
        ("import no_such_package_here\n", "not installed"),
    ],
)
def test_a_verb_that_cannot_be_used_costs_its_card_alone(folder, monkeypatch, source, said):
    (folder / "verbs").mkdir()
    (folder / "verbs" / "broken_verb.py").write_text(source)
    from auditor import detectors  # noqa: PLC0415

    monkeypatch.setattr(detectors, "__path__", [*detectors.__path__, str(folder / "verbs")])
    sys.modules.pop("auditor.detectors.broken_verb", None)
    (folder / "house" / "hard-words.yml").write_text(CARD.format(verb="broken-verb"))
    rules = broken(folder)
    assert [rule.id for rule in rules.rules] == ["soft-words"]
    assert said in rules.problems[0]


def test_two_cards_of_one_id_are_told(folder):
    (folder / "other" / "soft-words.yml").write_text(CARD.format(verb="pattern"))
    rules = broken(folder)
    assert [(rule.dimension, rule.id) for rule in rules.rules] == [("house", "soft-words")]
    assert "has the same id" in rules.problems[0]


def test_the_folder_order_still_lets_a_card_replace_a_shipped_one(folder):
    (folder / "house" / "todo-mark.yml").write_text(CARD.format(verb="pattern"))
    assert [rule.dimension for rule in auditor.load_rules(folder, select=["todo-mark"]).rules] == ["house"]
