"""A card's author cannot make a pattern blind, and cannot leave one unproven."""

from pathlib import Path
from time import process_time

import pytest

from auditor.binding import bind
from auditor.card import CardError
from auditor.engine import run
from auditor.examples import check
from auditor.model import Format, Zone
from auditor.parsing import read
from auditor.rulebook import default_rules, read_card
from auditor.signals import Signals

CARD = """
title: Piers
why: They are long.
fix: Make them shorter.
not_flagged: Quays.
message: 'A pier: "{match}"'
severity: warning
zones: [body]
detect: pattern
with:
  patterns: %s
basis: Made up.
bad:
  - 'The ⟦pier⟧ is long.'
good:
  - 'The quay is long.'
"""


def card(folder: Path, patterns: str) -> Path:
    path = folder / "debris" / "pier.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(CARD % patterns)
    return path


def test_a_pattern_that_no_example_needs_is_a_fault(tmp_path):
    assert list(check(card(tmp_path, "['\\bpier\\b']"))) == []
    faults = list(check(card(tmp_path, "['\\bpier\\b', '\\bjetty\\b']")))
    assert len(faults) == 1
    assert faults[0].endswith(r"add one that only it finds: \bjetty\b")


def test_an_example_that_two_patterns_find_proves_neither(tmp_path):
    assert len(list(check(card(tmp_path, "['\\bpier\\b', 'pie[rs]']")))) == 2


def test_patterns_are_all_that_a_card_says_of_what_it_looks_for(tmp_path):
    rule = bind(path := card(tmp_path, "['\\bpi[a-z]r\\b']"), read_card(path))
    document = read("Ein PIER.", format=Format.TEXT, zone=Zone.BODY)
    assert len(list(rule.detect(document.blocks, Signals(document)))) == 1


@pytest.mark.parametrize("key", ["phrases", "symbols"])
def test_lists_of_words_on_cards_of_0_1_have_no_effect(tmp_path, key):
    rule = bind(path := card(tmp_path, f"['\\bpier\\b']\n  {key}: [jetty]"), read_card(path))
    document = read("The pier is long.", format=Format.TEXT, zone=Zone.BODY)
    assert len(list(rule.detect(document.blocks, Signals(document)))) == 1


def test_an_expression_that_cannot_be_compiled_is_an_error_of_its_card(tmp_path):
    path = card(tmp_path, "['(pier']")
    with pytest.raises(CardError, match=r"pier\.yml: with: patterns: '\(pier' is no regular expression"):
        bind(path, read_card(path))


def test_many_findings_among_many_quotations_are_found_in_linear_time(tmp_path):
    rule = bind(path := card(tmp_path, "['\\bpier\\b']"), read_card(path))
    costs = []
    for times in (2_000, 8_000):
        document = read('"a" pier ' * times, format=Format.TEXT, zone=Zone.BODY)
        signals = Signals(document)
        start = process_time()
        assert len(list(rule.detect(document.blocks, signals))) > 0
        costs.append(process_time() - start)
    assert costs[1] < 8 * max(costs[0], 0.02)


@pytest.mark.parametrize(
    "said",
    ["This weird old tip keeps your gutters clean", "One odd tip that monks use", "The result may stun everyone"],
)
def test_headlines_are_read_for_every_form_of_a_pattern(said):
    rule = next(rule for rule in default_rules().rules if rule.id == "clickbait-form")
    document = read(said, format=Format.TEXT, zone=Zone.HEADLINE)
    assert run(rule, Signals(document)).findings


def test_what_a_private_card_found_is_masked_in_its_facts_and_its_message(tmp_path):
    path = card(tmp_path, "['\\bpier\\b']")
    path.write_text(path.read_text() + "private: true\n")
    document = read("The pier is long.", format=Format.TEXT, zone=Zone.BODY)
    (finding,) = run(bind(path, read_card(path)), Signals(document)).findings
    assert finding.evidence == "p•••"
    assert finding.message == 'A pier: "p•••"'
    assert "pier" not in finding.facts.values()
