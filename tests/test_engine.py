"""Outcomes of single rules: errors stay their own, places come from construction."""

from pathlib import Path

import pytest
from msgspec import structs

import auditor
from auditor import rulebook
from auditor.engine import audit
from auditor.model import Hit, Span
from auditor.placing import Places
from auditor.scoring import Gates

CARD = """
title: Monks
why: They sing.
fix: Close the chapel.
not_flagged: Nuns.
message: 'Monks, {times} times'
severity: warning
zones: [body]
detect: pattern
with: {patterns: ['\\bmonks\\b'], phrases: [monks]}
basis: Counted.
bad: ['The ⟦monks⟧ sing.']
good: ['The nuns sing.']
"""
ABOUT = "title: Song\nabout: Who sings.\n"
TEXT = "Harbour\n\nThe monks came down in spring.\n\nThe monks sang, and more monks came."


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "song").mkdir()
    (tmp_path / "song/_about.yml").write_text(ABOUT)
    (tmp_path / "song/monks.yml").write_text(CARD)
    return tmp_path


def load(pack: Path, **keys: str) -> auditor.RuleSet:
    """The pack alone, with lines of its card replaced."""
    text = CARD
    for key, value in keys.items():
        text = "\n".join(f"{key}: {value}" if line.startswith(f"{key}:") else line for line in text.split("\n"))
    (pack / "song/monks.yml").write_text(text)
    return rulebook.load((pack,))


def test_a_card_from_outside_finds_all_places(pack):
    report = auditor.audit(TEXT, rules=load(pack), format="text")
    (finding,) = report.findings
    assert finding.message == "Monks, 3 times"
    assert [(p.line, p.column) for p in (finding, *finding.related)] == [(3, 5), (5, 5), (5, 26)]
    assert (finding.points, report.score) == (11, 89)


def test_an_exception_is_the_error_of_its_rule_alone(pack):
    rules = load(pack)
    broken = rules.rules[0]

    def raises(blocks, signals):
        raise ZeroDivisionError("nothing to divide")

    both = (broken, structs.replace(broken, id="broken", detect=raises))
    report = audit(auditor.parse(TEXT, format="text"), auditor.RuleSet(both, rules.dimensions), Gates())
    ((rule, error),) = [(one.rule, one.error) for one in report.rules.errored]
    assert rule == "broken"
    assert error.startswith("ZeroDivisionError: nothing to divide (test_engine, line ")
    assert report.rules.failed == ("monks",)


def test_a_rule_without_blocks_or_in_another_language_does_not_apply(pack):
    assert auditor.audit(TEXT, rules=load(pack, zones="[comments]"), format="text").rules.not_applicable == ("monks",)
    assert auditor.audit(TEXT + TEXT, rules=load(pack, zones="[body]\nlanguages: [fr]")).rules.not_applicable == (
        "monks",
    )


def test_private_evidence_is_masked_unless_asked_for(pack):
    rules = load(pack, fix="Close it.\nprivate: true")
    masked, shown = (auditor.audit(TEXT, rules=rules, reveal_private=reveal).findings[0] for reveal in (False, True))
    assert (masked.evidence, shown.evidence) == ("m••••", "monks")
    assert {place.evidence for place in masked.related} == {"m••••"}
    assert (masked.offset, masked.fingerprint) == (shown.offset, shown.fingerprint)


def test_fingerprints_survive_moved_lines(pack):
    rules = load(pack)
    before = auditor.audit(TEXT, rules=rules, format="text").findings[0]
    after = auditor.audit(TEXT.replace("\n\n", "\n\n\n", 1), rules=rules, format="text").findings[0]
    assert (before.line, after.line) == (3, 4)
    assert before.fingerprint == after.fingerprint


def test_empty_spans_and_whole_documents_are_places_too():
    document = auditor.parse(TEXT, format="text")
    assert Places(document).of(None).evidence == ""
    assert Places(document).of(Span(document.blocks[1], 3, 3)).length == 0
    assert Hit(None).facts == {}


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("severity", "fatal", "severity"),
        ("detect", "patern", "did you mean 'pattern'"),
        ("with", "{patern: []}", "did you mean 'patterns'"),
        ("with", "{patterns: no}", "patterns"),
        ("with", "{}", "needs 'patterns'"),
        ("weigth", "3", "weigth"),
        ("certainty", "{read: 3, correct: 4}", "4 correct of 3 read"),
        ("zones", "[nave]", "nave"),
        ("bad", "[]", "bad"),
        ("title", "[", "not YAML"),
    ],
)
def test_a_broken_card_names_file_key_and_remedy_and_leaves_others_alone(pack, key, value, said):
    (pack / "song/nuns.yml").write_text(CARD.replace("monks", "nuns"))
    if key not in CARD:
        (pack / "song/monks.yml").write_text(f"{CARD}\n{key}: {value}\n")
        rules = rulebook.load((pack,))
    else:
        rules = load(pack, **{key: value})
    (problem,) = rules.problems
    assert "monks.yml" in problem
    assert said in problem
    assert [rule.id for rule in rules.rules] == ["nuns"]
