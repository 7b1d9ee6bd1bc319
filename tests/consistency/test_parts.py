"""Parts that are larger than their whole."""

import pytest

import auditor


def found(source: str) -> list[str]:
    rules = auditor.load_rules(select=["part-over-whole"])
    return [finding.evidence for finding in auditor.audit(source, format="text", rules=rules).findings]


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Of the 1,200 people who came, 1,900,000 left.", "Of the 1,200 people who came, 1,900,000 left"),
        ("It hit 61 of the 45 older residents.", "61 of the 45 older residents"),
        ("It hit 61 out of our 45 members.", "61 out of our 45 members"),
    ],
)
def test_a_part_over_its_whole(sentence: str, evidence: str):
    assert found(sentence) == [evidence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 1,200 people who came, 900 left.",
        "Of the 1,200 people who came, 1990 was the best year.",
        "It hit 45 of the 45 residents.",
        "It hit 61% of the 45 residents.",
        "It cost £61 of the 45 members.",
        "It is 61 of the 45 or so.",
        "The ratio 3:61 of the 45 members is odd.",
    ],
)
def test_what_is_no_part(sentence: str):
    assert not found(sentence)
