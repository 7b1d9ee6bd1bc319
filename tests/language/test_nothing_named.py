"""Texts that name nobody and nothing."""

import auditor

RULES = auditor.load_rules(select=["nothing-named"])
VAGUE = (
    "A good habit is important and can be useful. It may be small or large, and should be right for many.",
    "There are many ways in which it could be done. What is best for some will be less good for others.",
    "It is never too late, and time is what matters. Those who are aware of this can be sure of success.",
)


def found(*paragraphs: str) -> list[auditor.Finding]:
    report = auditor.audit("\n\n".join(paragraphs), format="text", rules=RULES)
    return [f for f in report.findings if f.rule == "nothing-named"]


def test_paragraphs_that_could_stand_anywhere():
    (finding,) = found(*VAGUE * 3)
    assert finding.evidence == VAGUE[0]
    assert len(finding.related) == 7  # eight places are enough to see it


def test_two_names_are_enough_to_be_about_something():
    assert not found(*VAGUE * 3, "That is what Ida Lund of Brae says.")


def test_number_words_are_figures():
    assert not found(*VAGUE * 3, "It takes fifteen minutes and ninety steps.")


def test_short_texts_have_no_room():
    assert not found(*VAGUE)


def test_what_happened_is_told_in_other_verbs():
    told = "She went down to the water, washed the bowl, sang a while and walked home before the rain came."
    assert not found(*[told] * 12)
