"""Pages that offer to write students' papers: only where several things say so."""

import pytest

import auditor

RULES = auditor.load_rules(select=["essay-mill"])
OFFER = "Our writers are awake. Tell them the title of your dissertation paper, and they write your paper from scratch"


def found(text: str) -> list[auditor.Finding]:
    report = auditor.audit(f"Papers by the dozen\n\n{text}", format="text", rules=RULES)
    return [f for f in report.findings if f.rule == "essay-mill"]


def test_an_offer_is_told_with_the_words_that_make_it_one():
    (finding,) = found(f"{OFFER}. Your deadline is kept.")
    assert finding.severity == "error"
    assert [one.evidence for one in finding.related] == [
        "your dissertation paper",
        "write your paper",
        "from scratch",
        "deadline",
    ]


@pytest.mark.parametrize(
    "text",
    [
        OFFER + ".",  # one sign of two
        "Our writers met a professor. Your paper arrives from scratch, and the deadline is Monday.",  # no order
        f"The leaflet says: “{OFFER}. Your deadline is kept.”",
        "Students buy an essay, and the college pays for it: plagiarism, a refund, a grade lost.",
    ],
)
def test_what_only_speaks_of_it(text):
    assert not found(text)
