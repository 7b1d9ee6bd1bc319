"""A person whose first name changes."""

import pytest

import auditor

RULES = auditor.load_rules(select=["other-first-name"])


def names(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


def test_another_first_name():
    text = "Olive Trant sails. Trant is 90. “Olive Trant is brave,” they say. It was Ivy Trant alone on the sea."
    assert names(text) == [("Olive Trant", "Ivy Trant")]


@pytest.mark.parametrize(
    "text",
    [
        "Olive Trant sails. It was Ivy Trant alone on the sea.",
        "Olive Trant sails. Trant is 90. Ivy Trant, 30, is a nurse.",
        "Olive Trant sails. Olive Trant is 90, and Trant is ill. Ivy Trant rows. Ivy Trant swims, too.",
        "Olive Trant sails. Trant is 90. It was Ivy Trant alone on the sea. Her sister cooks.",
        "Olive Trant sails. Trant is 90. “Ivy Trant was alone,” they say.",
        "William Trant sails. Trant is 90. It was Bill Trant alone on the sea.",
        "Olive Trant sails. Trant is 90. Ivy Trant, Ann Trant and Ida Trant row.",
    ],
)
def test_other_people(text):
    assert not names(text)
