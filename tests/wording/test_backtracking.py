"""An expression of a card that may take time without end is told when the card is read."""

import re
import time

import pytest

from auditor.binding import bind
from auditor.card import CardError
from auditor.rulebook import default_rules, read_card
from auditor.text.backtracking import backtracks
from auditor.text.wording import Wording

ENDLESS = [
    r"(\w+\s?)+x", r"(?:a|aa)+$", r"^(\s*\w*)*!", r"boat (?:[a-z]+,?)* sails", r"(?:\w{1,30}\s?){1,20}x", r"((a+)+)+b",
    r"(?:[a-z]+|\d+)*;", r"(?:.*,)*x(?:a*)*b", r"(?:[^<>]+|<b>)*</p>", r"“(?:[^”]+\s?)*”!",
]  # fmt: skip
QUICK = [
    r"(?:\w+\s)+x", r"(?:\w++\s?)+x", r"(?>\w+\s?)+x", r"\w+foo", r"(?:[^,;]{1,30},){1,8}x", r"(?:x|\w)+;",
    r"\b(?:as|so) (?:[a-z]{2,9} ){0,4}the", r"(?:[A-Z][a-z]{2,15}\s)?(?:a|b)", r"(?:\[[^\[\]]{1,80}\]\s?){2,20}!",
]  # fmt: skip
CARD = """\
title: Boats without end
why: They never stop.
fix: Stop them.
fixing: {why: Nobody knows how.}
not_flagged: Boats that stop.
message: 'No end: "{match}"'
severity: warning
zones: [body]
detect: pattern
with: {patterns: ['EXPRESSION']}
basis: Made up.
bad: ['The ⟦boat boat boat⟧.']
good: ['The boat.']
"""


@pytest.mark.parametrize("expression", ENDLESS)
def test_what_shares_out_the_same_letters_is_told_with_a_text(expression):
    text = backtracks(expression)
    assert 0 < len(text) < 200
    begun = time.thread_time()
    re.search(expression, text, re.IGNORECASE)
    assert time.thread_time() - begun > 0.005


@pytest.mark.parametrize("expression", QUICK)
def test_what_can_be_read_in_one_way_is_not(expression):
    assert backtracks(expression) == ""


def test_no_expression_of_a_shipped_card_backtracks():
    every = {one for rule in default_rules().rules for wording in rule.wordings for one in wording}
    assert len(every) > 100
    assert {one: slow for one in every if (slow := backtracks(one))} == {}


def test_such_a_card_is_left_out_and_the_error_says_why(tmp_path):
    (tmp_path / "boats").mkdir()
    card = tmp_path / "boats" / "endless.yml"
    card.write_text(CARD.replace("EXPRESSION", r"(?:boat\s?|\w+)+\."), encoding="utf-8")
    with pytest.raises(CardError, match=r"takes time without end on 'boat.*make it possessive"):
        bind(card, read_card(card))
    card.write_text(CARD.replace("EXPRESSION", r"(?:boat\s?)++\."), encoding="utf-8")
    assert Wording((r"(?:boat\s?)++\.",)) in bind(card, read_card(card)).wordings
