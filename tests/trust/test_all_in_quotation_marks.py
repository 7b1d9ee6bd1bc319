"""A page that is all quotation or all code is its own text, whatever marks stand around it."""

import pytest

import auditor

TEXT = (
    "The lock was rebuilt twice, and both times the keeper stayed in his hut while the masons worked on the gates.",
    "Nobody kept a list of the cargoes, so that historians count the tolls, of which every second page was lost.",
    "The towpath on the north bank was closed in the year of the flood and was not opened again for eleven years.",
    "In winter the gates are greased by hand, with a brush as long as a man, and the brush is as old as the gates.",
    "Two boats a day pass the lock, and on Sundays none, because the keeper sings in the choir of the next village.",
    "His cat has been painted by three painters, who sat on the same bench and did not speak with each other.",
)
LEAK = "As an AI language model, I cannot visit the lock."
MARKS = {"curved": ("“", "”"), "angled": ("«", "»"), "code": ("<code>", "</code>"), "samp": ("<samp>", "</samp>")}


def found(*paragraphs):
    page = "<h1>The lock</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs)
    return {finding.rule for finding in auditor.audit(page, format="html").findings}


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
def test_marks_around_every_paragraph_excuse_none(marks):
    wrapped = [f"{marks[0]}{text}{marks[1]}" for text in (*TEXT, LEAK)]
    assert "assistant-speaking" in found(*wrapped)


@pytest.mark.parametrize("marks", [MARKS["curved"], MARKS["angled"]], ids=["curved", "angled"])
def test_one_quotation_in_a_page_is_a_mention(marks):
    assert "assistant-speaking" not in found(*TEXT, f"{marks[0]}{LEAK}{marks[1]}")


def test_an_interview_that_is_half_quotation_keeps_its_mentions():
    answers = [f"“{text}”" for text in TEXT[:3]]
    assert "assistant-speaking" not in found(*TEXT[3:], *answers, f"“{LEAK}”")


def test_a_short_page_may_be_one_quotation():
    assert "assistant-speaking" not in found(f"“{LEAK}”")


@pytest.mark.parametrize("marks", [MARKS["code"], MARKS["samp"]], ids=["code", "samp"])
def test_a_sentence_set_as_code_is_a_mention_where_the_page_shows_code(marks):
    said = f"{marks[0]}{LEAK}{marks[1]}"
    assert "assistant-speaking" in found(*TEXT, said)
    assert "assistant-speaking" not in found(*TEXT, f"It printed {said} and stopped.")
    assert "assistant-speaking" not in found(*TEXT, "</p><pre>lock = open(gates[0]); lock.run()</pre><p>", said)
