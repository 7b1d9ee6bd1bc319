"""Spans of days and years beside their length."""

import pytest

import auditor

RULES = auditor.load_rules(select=["wrong-duration"])


def right(text: str) -> list[object]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [f.facts["right"] for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is on from 9 to 11 May, a five-day fair.", "3 days"),
        ("It is on May 9-11, a five-day fair.", "3 days"),
        ("The five-day fair (9–11 May) is wet.", "3 days"),
        ("She sailed from 1971 to 1999, 38 years.", "28 years"),
    ],
)
def test_wrong(text, found):
    assert right(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It is on from 9 to 11 May, a three-day fair. It is on from 9 to 11 May, a two-day fair with a night between.",
        "It is on from 9 to 11 May, and a five-day fair follows.",
        "The five-day fair has a market, from 9 to 11 May.",
        "She sailed from 1971 to 1999, 29 years. She sailed from 1971 to 1999, 38 years longer than he did.",
        "“It is on from 9 to 11 May, a five-day fair,” it says.",
    ],
)
def test_what_can_be(text):
    assert not right(text)
