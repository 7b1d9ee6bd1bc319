"""Quotations of nobody: a figure, a part to be played, a rank that no office has."""

import pytest

import auditor

_BEFORE = "The bakery on the island opens when the boat is in, and closes when the last loaf is sold."


def _found(text: str) -> list[str]:
    report = auditor.audit(f"The boat is late again\n\n{_BEFORE}\n\n{text}\n\n{_BEFORE}", format="text")
    return [f.evidence for f in report.findings if f.rule in {"lone-slot", "pseudo-source"}]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("“It was a hard winter,” said Respondent (rural). Snow lay until May.", "Respondent (rural)"),
        ("“The water came at night,” said 12. Nobody slept.", "12"),
        ("“Prices will fall,” predicted the industry thought leader.", "the industry thought leader"),
        ("“It was wet,” warned the subject matter expert.", "the subject matter expert"),
        ("“The lamp failed,” said Local Resident, who saw it.", "Local Resident"),
        ("“It blew,” said Neighbour.", "Neighbour"),
        ("An expert in the relevant field called it “a scandal”.", "An expert in the relevant field"),
        ("“It is late,” said author.full_name, who lives there.", "author.full_name"),
        ("“It is old,” explains Quotation 2.", "Quotation 2"),
        ("“No one asked us,” says Voice 3.", "Voice 3"),
    ],
)
def test_nobody_speaks(text: str, label: str) -> None:
    assert _found(text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” said Baker. Tom Baker rows.",
        "“It rained,” says 47-year-old Ann Lund, and “it blew,” said 50 others.",
        "“It rained,” warned the chief medical officer. “It works,” said the marketing expert.",
        "“No,” said Ann Resident. “Nothing more,” said Resident.",
        "“It was fun,” he said. 12 people came.",
        "The respondents hide their names. “It was cold,” said Respondent (rural).",
        "“It is late,” said Historian Ann Lund. “It is,” said Expert Books.",
        "A panel of experts in the field called it “late”.",
    ],
)
def test_somebody_speaks(text: str) -> None:
    assert not _found(text)
