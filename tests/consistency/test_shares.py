"""Shares beside the two numbers that they are made of."""

import pytest

import auditor

_LONG = 70  # characters, of which the language is told
RULES = auditor.load_rules(select=["wrong-share"])


def right(text: str) -> list[object]:
    told = text if len(text) > _LONG else f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [f.facts["right"] for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve of the twenty boats, or 45%, are red.", "60"),
        ("Of 200 boats that we counted, 20, a quarter, are red.", "10"),
        ("Of the 48 boats, 36 (two-thirds) are red.", "75"),
        ("Of the 48 boats, 36, or half, are red.", "75"),
        ("It rose from 40 boats to 60, an increase of 20 per cent.", "50"),
        ("It fell from 2,000 to 1,000 in a year, a drop of 75%.", "50"),
        ("Am Hafen ist es voll. 12 der 20 Boote, also 45 Prozent, sind rot, und die Leute mögen das.", "60"),
        ("La fête est ancienne et belle. 12 des 20 bateaux, soit 45 %, sont rouges.", "60"),
        ("La fiesta es antigua y bonita. 12 de los 20 barcos, es decir, el 45 %, son rojos.", "60"),
        ("31 of the 40 boats, or nearly 52 per cent, are red.", "78"),
    ],
)
def test_what_numbers_make(text, found):
    assert right(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve of the twenty boats, or 60%, are red. 31 of 90, or 34 per cent, are blue, and 31 of 90 (a third) too.",
        "29 of the 60 boats, or almost half, are red; 45 of the 60, or about 80 per cent, have a roof.",
        "Twelve of the twenty boats, or 45 per cent of the tonnage, are red.",
        "Twelve of the twenty boats (45 have been sold) are red, 5% of them twice.",
        "It rose from 27 to 60, an increase of 130 per cent. From 2010 to 2020 there was an increase of 4 per cent.",
        "It rose from 4% to 6%, an increase of 2 per cent.",
        "Twelve of the five boats, or 60%, are red.",
    ],
)
def test_what_is_near_enough_or_of_something_else(text):
    assert not right(text)
