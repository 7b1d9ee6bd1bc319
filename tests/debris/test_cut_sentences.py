"""Sentences that end before a word that has to come, and rows of words with a full stop behind them."""

import auditor


def found(rule: str, source: str, **given) -> tuple[auditor.Finding, ...]:
    return auditor.audit(source, format="text", rules=auditor.load_rules(select=[rule]), **given).findings


ENDS = ["We saw the boat of the.", "He sells bread, eggs and.", "Apply for help through a."]


def test_one_is_an_error():
    for number in (1, 2, 3):
        (finding,) = found("cut-sentence", " ".join([*ENDS[:number], "Nobody knows why."]))
        assert (finding.severity, finding.facts["times"]) == ("error", number)


def test_ends_that_people_write():
    for sentence in (
        "It is easy to work with.",
        "We took plan a.",
        "It is n/a.",
        "The word was “the”.",
        "Let r be the .",
    ):
        assert not found("cut-sentence", f"{sentence} Then it rained.")


ROW = "Oak garden bench rustic park furniture seat."
PROSE = "The bench stands in the garden of the inn."


def test_rows_of_words_by_number_and_share():
    assert len(found("wordless-sentences", f"{ROW} " * 4)[0].related) == 3
    assert not found("wordless-sentences", f"{ROW} " * 3)
    assert found("wordless-sentences", f"{ROW} " * 4 + f"{PROSE} " * 6)
    assert not found("wordless-sentences", f"{ROW} " * 4 + f"{PROSE} " * 7)


def test_results_and_labels_are_no_rows():
    assert not found("wordless-sentences", "Gold Coast elite men rank 12 of 55 2018. " * 8)
    assert not found("wordless-sentences", "Focus: mobile phones, cars, watches, homes, robots. " * 8)
