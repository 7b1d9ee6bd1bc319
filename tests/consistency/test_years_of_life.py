"""Ages and years of birth: only where both are said of one person, of one time."""

import pytest

import auditor

RULES = auditor.load_rules(select=["contradicting-years"])


def why(text: str, date: str = "2024-05-14") -> list[object]:
    told = f"---\ndate: {date}\n---\n\n# The dryers\n\nThe harbour is where people meet when boats come in.\n\n{text}"
    return [f.facts["why"] for f in auditor.audit(told, format="markdown", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wilf Garroway, 81, dries hops.\n\nHe was born in the oast in 1938.", "born in 1938 and 81 years old in 2024"),
        ("Ida Roy has died aged 81. She was born in 1938. She died in March 2020.", None),
        (
            "Ida Roy has died aged 81. She was born in 1938. She died in March 2014.",
            "born in 1938 and 81 years old in 2014",
        ),
        ("Ida Roy was born in 1940. She sailed. Roy was born in 1944, near the quay.", "born in 1940 and in 1944"),
    ],
)
def test_what_does_not_go_together(text, found):
    assert why(text) == ([found] if found else [])


@pytest.mark.parametrize(
    "text",
    [
        "Wilf Garroway, 85, dries hops. He was born in the oast in 1938.",
        "Wilf Garroway, 87, dries hops. He was born in the oast in 1938.",
        "Wilf Garroway, 81, dries hops. His father built the oast. He was born in 1902.",
        "Wilf Garroway, 81, dries hops. Tom Lund sells them. He was born in 1970.",
        "Wilf Garroway, then 12, dried hops. He was born in the oast in 1938.",
        "Wilf Garroway, 81, dries hops. Tom Garroway was born in 1970.",
        "Wilf Garroway, 81, dries hops. “He was born in the oast in 1938,” she said.",
        "Correction: Wilf Garroway, 81, dries hops. He was born in the oast in 1938.",
    ],
)
def test_what_can_be(text):
    assert not why(text)


def test_a_page_without_a_date_tells_no_age():
    text = "# The dryers\n\nWilf Garroway, 81, dries hops. He was born in the oast in 1938, near the harbour."
    assert not auditor.audit(text, format="markdown", rules=RULES).findings
