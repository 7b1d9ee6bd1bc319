"""Two measures of one thing: only where the second is said as if it were known."""

import pytest

import auditor

RULES = auditor.load_rules(select=["contradicting-measures"])


def measures(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It has a 6.1-inch screen. It is red. Films look fine on the 6.7-inch screen.",
            ("6.1-inch screen", "6.7-inch screen"),
        ),
        (
            "He was jailed for four years. He paints. The six-year sentence is long.",
            ("jailed for four years", "six-year sentence"),
        ),
        (
            "It is an eleven-storey tower, and shade comes by two. The nine-storey tower is red.",
            ("eleven-storey tower", "nine-storey tower"),
        ),
    ],
)
def test_two_measures(text, found):
    assert measures(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It has a 6.1-inch screen. It is red. Films look fine on the 6.1-inch screen.",
        "It has a 6.1-inch screen. It is red. Films look fine on a 6.7-inch screen.",
        "It has a 6.1-inch screen. Films look fine on the 6.7-inch screen. A hand is 6.7 inches wide.",
        "It has a 6.1-inch screen. It got a new screen. Films look fine on the 6.7-inch screen.",
        "It has a 6.1-inch screen. Another has the 6.7-inch screen.",
        "One has a 6.1-inch screen. The 6.7-inch screen is good. The 5-inch screen is not.",
        "It was a planned eleven-storey tower. The nine-storey tower is red.",
        "They wait for the six-week mark. It is red. The nine-week mark is later.",
        "It has a 6.1-inch screen. “Films look fine on the 6.7-inch screen,” she said.",
        "It has a 6.1-inch screen. Films look fine on the 6.7-inch screen. Correction: it is red.",
    ],
)
def test_what_can_both_be_true(text):
    assert not measures(text)
