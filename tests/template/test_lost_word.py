"""Words and numbers that were lost between two blanks."""

import pytest

import auditor

END = " when the ferry came in from the island with the fish."


def found(text: str, form: str = "text") -> list[str]:
    findings = auditor.audit(text, format=form, rules=auditor.load_rules(select=["lost-word"])).findings
    return [place.evidence for finding in findings for place in (finding, *finding.related)]


@pytest.mark.parametrize("words", ["about  degrees", "until  thought", "over  kilos"])
def test_what_stood_between_two_blanks_is_gone(words):
    assert found(f"The water was {words}{END}") == [words.replace("  ", " ")]


@pytest.mark.parametrize("words", ["about  the", "of  the", "cold  fish", "about degrees"])
def test_words_that_follow_each_other_or_want_nothing(words):
    assert found(f"The water was {words}{END}") == []


def test_who_sets_two_blanks_sets_them_anywhere():
    assert found(f"The  water of  the  bay  was about  degrees{END}") == []
