"""Labels in another language than the article's that are cited as sources."""

import pytest

import auditor

TEXT = [
    "The harbour opens at six, and the boats leave with the tide while men in oilskins carry boxes to the scales.",
    "Last year the harbour master counted 412 of them, nine more than in the year before the new pier was built.",
]


def found(line: str) -> list[str]:
    report = auditor.audit("\n\n".join(["The boats are late again", TEXT[0], line, TEXT[1]]), format="text")
    return [finding.evidence for finding in report.findings if finding.rule == "foreign-label"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("The “Data Kalimat” explicitly states that the pier will be closed.", "Data Kalimat"),
        ("The 'pier' is old. The \"Data Kalimat\" provided paints a vivid picture of its age.", "Data Kalimat"),
        ("The “Quelltext” makes clear that the pier will be closed.", "Quelltext"),
        ("As the “Texto Fuente” notes, the pier will be closed.", "Texto Fuente"),
    ],
)
def test_a_label_of_another_language_is_no_source(line: str, label: str) -> None:
    assert found(line) == [label]


@pytest.mark.parametrize(
    "line",
    [
        "The “Herald” makes clear that the pier will be closed.",
        "“Texto,” says the teacher, and the children write it down.",
        "The word “kalimat” is Indonesian, and a “texto” is Spanish.",
        "The “data” explicitly state that the pier will be closed.",
    ],
)
def test_titles_words_and_speech_are_none(line: str) -> None:
    assert not found(line)


def test_an_article_about_the_label_may_name_it() -> None:
    title = "What “Data Kalimat” says about how farms work"
    line = "The “Data Kalimat” explicitly states nothing, as it is a part of a prompt."
    report = auditor.audit("\n\n".join([title, TEXT[0], line, TEXT[1]]), format="text")
    assert "foreign-label" not in {finding.rule for finding in report.findings}
