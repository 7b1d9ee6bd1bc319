"""Whether a sentence speaks of what the rest of a text speaks of."""

from collections import Counter

import pytest

from auditor import parse
from auditor.model import Span
from auditor.signals import Signals
from auditor.signals.likening import FEWEST, likeness_to_rest, strangeness
from auditor.text.meaning import NOTHING, likeness, vector, without, word_vector

FERRY = (
    "The ferry to the island leaves at nine from the old quay, and most mornings there is a queue by eight. "
    "The crossing takes an hour and a half in good weather, and in a gale the boat does not sail at all. "
    "The harbour master keeps a list of passengers on a blackboard beside the office, and sells the tickets. "
    "Dogs travel free on deck, and bicycles cost two pounds each way all year round."
)
ABOUT_IT, OF_ELSE = "In winter the boat sails three days a week.", "Please shorten the second paragraph before print."


def told(text: str) -> tuple[int, ...]:
    return vector(Counter(text.lower().split()))


def span(sentence: str, rest: str) -> tuple[Span, Signals]:
    document = parse(f"{rest}\n\n{sentence}", format="text")
    return Span.of(document.blocks[-1]), Signals(document)


def test_texts_about_one_thing_are_alike() -> None:
    assert likeness(told("the boat sails to the island"), told("a ferry left the harbour")) > 0.3
    assert likeness(told("the boat sails to the island"), told("shorten the second paragraph")) < 0.2
    assert likeness(told("a b"), NOTHING) == 0
    assert likeness(told("boat"), told("boat")) == pytest.approx(1)


def test_a_sum_less_a_part_is_the_rest() -> None:
    assert without(told("boat island boat"), told("boat")) == told("island boat")
    assert told("") == NOTHING
    assert word_vector("") == word_vector("\N{SNOWMAN}") == NOTHING


def test_a_sentence_about_something_else_weighs_more() -> None:
    assert strangeness(*span(OF_ELSE, FERRY)) > 0.3 > strangeness(*span(ABOUT_IT, FERRY))


def test_a_short_rest_tells_nothing() -> None:
    short = " ".join(FERRY.split()[: FEWEST - 1])
    assert likeness_to_rest(*span(OF_ELSE, short)) is None
    assert strangeness(*span(OF_ELSE, short)) == 0
