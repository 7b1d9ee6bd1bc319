"""Articles that do not fit the word after them."""

import pytest

import auditor

WORD = "boat "


def found(text: str) -> list[str]:
    (rules,) = (auditor.load_rules(select=["wrong-article"]),)
    findings = auditor.audit(text, format="text", rules=rules).findings
    return [place.evidence for f in findings for place in (f, *f.related)]


@pytest.mark.parametrize(
    "pair", ["a unusual", "a unintended", "an needless", "a hour", "a honest", "an unit", "an european"]
)
def test_an_article_that_no_speaker_puts_there(pair):
    assert found(f"It is {pair} boat that sails at noon from the pier.") == [pair]


@pytest.mark.parametrize(
    "pair",
    [
        "a unit",
        "an unusual",
        "a one",
        "an hour",
        "an historic",
        "a useful",
        "a European",
        "an MP",
        "a and",
        "an npm",
        "a xoanon",
    ],
)
def test_what_may_stand(pair):
    assert found(f"It is {pair} boat that sails at noon from the pier.") == []


@pytest.mark.parametrize(("length", "expected"), [(280, 1), (320, 0)])
def test_a_slip_in_a_long_text_is_a_slip(length, expected):
    assert len(found("It is a unusual boat. " + "The boat sails at noon. " * ((length - 5) // 5))) == expected


def test_each_three_hundred_words_allow_another():
    text = "The boat sails at noon. " * 100
    assert found(text + "It is a unusual boat.") == []
    assert found(text + "It is a unusual boat, an needless boat.") == ["a unusual", "an needless"]
