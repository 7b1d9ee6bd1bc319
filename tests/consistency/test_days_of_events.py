"""Two days of one event."""

import pytest

import auditor

RULES = auditor.load_rules(select=["contradicting-days"])


def days(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The fair opens on 3 May, rain or not. The fair opens on 5 May 2024.",
            "opens on 3 May",
            "opens on 5 May 2024",
        ),
        ("The show runs until 3 May, they say. The show closes on May 5.", "runs until 3 May", "closes on May 5"),
        (
            "The deadline is 3 May, they say. Entries must be received by 5 May.",
            "is 3 May",
            "must be received by 5 May",
        ),
    ],
)
def test_two_days(text, one, other):
    ((first, later),) = days(text)
    assert one in str(first)
    assert other in str(later)


@pytest.mark.parametrize(
    "text",
    [
        "The fair opens on 3 May. The fair opens on 3 May 2024.",
        "The fair opens on 3 May 2023. The fair opens on 5 May 2024.",
        "The fair opens on 3 May. The show opens on 5 May. The fair closes on 6 May.",
        "The plum fair opens on 3 May. The pear fair opens on 5 May.",
        "The fair opens on 3 May. Next year the fair opens on 5 May.",
        "The fair opens on 3 May. The fair opens on 5 May. The fair opens on 7 May.",
        "The fair opens on 3 May. “The fair opens on 5 May,” she said.",
        "The fair opens on 3 May. The fair opens on 5 May. A correction: the date was wrong.",
        "The fair opens on 3 May. The fair opens on 5 May. Come on 1 June, 2 June, 3 June, 4 June or 6 June.",
        "The deadline is 3 May. The extended deadline is 5 May.",
    ],
)
def test_what_can_both_be_true(text):
    assert not days(text)
