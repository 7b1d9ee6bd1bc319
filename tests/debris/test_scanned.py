"""What scanned and copied paper leaves in words."""

import pytest

import auditor

HALL = "They met in the hall of the school, and the keeper put out the lamps. "


def found(text: str, rule: str) -> list[str]:
    findings = auditor.audit(HALL + text, format="text", rules=auditor.load_rules(select=[rule])).findings
    return [place.evidence for finding in findings for place in (finding, *finding.related)]


@pytest.mark.parametrize("word", ["ar- gument", "com- mittee", "Ar- gument", "impor- tant"])
def test_a_word_divided_as_at_the_end_of_a_line(word):
    assert found(f"The {word} went on.", "split-word") == [word]


@pytest.mark.parametrize(
    "words", ["short- and long-term", "mother- in-law", "twenty- second", "semi- detached", "xar- gument"]
)
def test_what_keeps_its_hyphen(words):
    assert found(f"The {words} went on.", "split-word") == []


def test_three_divided_words_are_an_error():
    text = HALL + "The ar- gument went on, the com- mittee slept, and the impor- tant men went home."
    findings = auditor.audit(text, format="text", rules=auditor.load_rules(select=["split-word"])).findings
    assert [str(finding.severity) for finding in findings] == ["error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tlie comrnittee and tlie keeper resolvcd it.", ["comrnittee", "tlie", "resolvcd"]),
        ("The comrnittee and tlie keeper were asleep.", []),
        ("The docs of the comers were full of toil.", []),
        ("“Tlie comrnittee of tlie hall resolvcd it,” it says.", []),
    ],
)
def test_letters_that_a_scanner_took_for_others(text, expected):
    assert found(text, "misread-word") == expected


def test_a_text_about_scanning_shows_them():
    text = "How character recognition (OCR) reads old papers: tlie comrnittee is printed where resolvcd should stand."
    assert found(text, "misread-word") == []
