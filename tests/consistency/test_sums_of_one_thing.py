"""Two sums of one thing: only where the second is said as if it were known."""

import pytest

import auditor

RULES = auditor.load_rules(select=["contradicting-sums"])


def sums(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam costs $1.2 million. It is of oak. The $900,000 dam will hold.", ("$1.2 million", "$900,000")),
        ("The club has a debt of £85,000. It has no roof. Their £58,000 debt grows.", ("£85,000", "£58,000")),
        ("He was fined 12,000 euros. The fine of 21,000 euros is paid.", ("12,000 euros", "21,000 euros")),
        ("Its debt of £240,000 is from last year. It rained. The £420,000 debt stays.", ("£240,000", "£420,000")),
    ],
)
def test_two_sums(text, found):
    assert sums(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The dam costs $1.2 million. It is of oak. The $1.25 million dam will hold.",
        "The dam costs $1.2 million. The €900,000 dam will hold.",
        "Its debt of £240,000 is from last year. It rained. The £410,000 debt stays.",
        "The dam was expected to cost $1.2 million. The $900,000 dam will hold.",
        "The dam cost $1.2 million in 1990. The $900,000 dam will hold.",
        "The dam costs $1.2 million, of which the state paid $900,000. The $900,000 dam money is spent.",
        "The dam costs $1.2 million. A $900,000 dam would not hold.",
        "The price of the dam is $1.2 million. The $900,000 price was of straw.",
        "The dam costs $1.2 million, they say. “The $900,000 dam will hold,” he said.",
        "The dam costs $1.2 million. The $900,000 dam will hold. Correction: it is of oak.",
    ],
)
def test_what_can_both_be_true(text):
    assert not sums(text)
