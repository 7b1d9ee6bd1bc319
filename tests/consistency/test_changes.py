"""Changes that their two numbers do not make."""

import pytest

import auditor

RULES = auditor.load_rules(select=["wrong-change"])


def changes(text: str) -> list[object]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [f.facts["right"] for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Sales doubled from 40 to 60.", "1.5 times as much"),
        ("Sales tripled from £40 to £80.", "2.0 times as much"),
        ("The herd was halved from 40 cows to 30.", "0.8 times as much"),
        ("The herd grew from 40 cows to 30 this year.", "less"),
        ("Sales nearly tripled from 40 to 50 last year.", "1.2 times as much"),
        ("Sales rose to 40 last year. Members fell from 60 men to 80.", "more"),
        ("Sales grew from £1.2m to £1.1m.", "less"),
        ("Sales rose 20 per cent from 40 to 60.", "50 per cent"),
        ("Sales fell by 20% to £30 from £60.", "50 per cent"),
    ],
)
def test_wrong_changes(text, right):
    assert changes(text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Sales doubled from 40 to 78. Sales nearly doubled from 39 to 58. Sales more than doubled from 11 to 30.",
        "Sales rose 51 per cent from 40 to 60. Sales rose 9 per cent from £1.1m to £1.2m.",
        "She rose from 40 to 12 in the table, and from 40th to 12th. The show doubled from 1990 to 2010.",
        "Prices fell from 5 to 10 per cent. Sales grew 7 per cent a year from 40 to 80. They doubled from 12 to 27.",
        "Sales rose 20 per cent on last year, from 40 to 60. She climbed from 14 to 9 in the standings.",
        "Sales rose from 900 to 1.2 million. Shares rose 20 per cent from 40 per cent to 60 per cent.",
        "He said that they “doubled from 40 to 60”. Sales rose by the harbour, and fell from the roof.",
        "Sales doubled from 40 to 60, an earlier version said. Correction: to 80.",
    ],
)
def test_right_changes(text):
    assert not changes(text)
