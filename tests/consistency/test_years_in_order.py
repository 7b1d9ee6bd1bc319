"""Years of an end that stand before those of the beginning."""

import pytest

import auditor

RULES = auditor.load_rules(select=["ended-before-began"])


def ended(text: str) -> list[object]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [f.facts["ended"] for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ida Roy (1921–1914) drew paths.", "1914"),
        ("Ida Roy sailed from 1999 until 1971.", "1971"),
        ("The mill was built in 1931 and demolished in 1928.", "1928"),
        ("Er war lange da. Das ist für die Leute am Hafen wichtig. Er fuhr von 1999 bis 1971 mit der Fähre.", "1971"),
        ("Il est resté là et les gens le savent bien. Il a été maire de 1999 à 1971 dans la ville.", "1971"),
    ],
)
def test_wrong_order(text, found):
    assert ended(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Roy (1914–1921) drew paths. She sailed from 1971 until 1999.",
        "Jars (1500–1200 BC) are kept there; ISSN 1931-1914 has more.",
        "The fleet fell from 1900 to 1850 boats.",
        "The mill was built in 1931 on a farm that burned and was demolished in 1928.",
        "The mill, built in 1931, was bought by a club which closed in 1928.",
        "“Ida Roy (1921–1914) drew paths,” the stone says.",
    ],
)
def test_what_can_be(text):
    assert not ended(text)
