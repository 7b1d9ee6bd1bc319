"""Dates that the calendar does not have, and dates on the wrong weekday."""

import pytest

import auditor


def found(rule: str, source: str) -> list[str]:
    findings = auditor.audit(source, format="text", rules=auditor.load_rules(select=[rule])).findings
    return [finding.evidence for finding in findings]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("They came on 31 June and stayed.", "31 June"),
        ("They came on the 30th of February and stayed.", "30th of February"),
        ("They came on February 29, 2023 and stayed.", "February 29, 2023"),
        ("They came on Tuesday, November 31 and stayed.", "Tuesday, November 31"),
        ("They came on 1900-02-29 and stayed.", "1900-02-29"),
        ("Sie kamen am 31. September 2024 und blieben bis zum Abend in der Stadt.", "31. September 2024"),
    ],
)
def test_days_that_no_month_has(sentence: str, date: str):
    assert found("impossible-date", sentence) == [date]


@pytest.mark.parametrize(
    "sentence",
    [
        "They came on 31 July and on 29 February.",
        "They came on February 29, 2024 and on 2000-02-29.",
        "In June 31 of them came, in April 40.",
        "In May 35 came; the ratio was 31:1 June to May.",
        "The number is 2024-02-30-77.",
        "“31 June” is what the letter says.",
        "There is no leap year in sight, so 29 February 2023 is out.",
    ],
)
def test_what_is_a_day_or_no_date(sentence: str):
    assert not found("impossible-date", sentence)


def test_weekdays_are_checked_where_the_year_is_named():
    assert found("wrong-weekday", "It is on Monday, 5 March 2024.") == ["Monday, 5 March 2024"]
    assert not found("wrong-weekday", "It is on Tuesday, 5 March 2024.")
    assert not found("wrong-weekday", "It is on Monday, 5 March.")


def test_weekdays_without_a_year_go_with_the_page_and_with_the_other_end_of_the_span():
    assert found("wrong-weekday", "It lasts from Friday 7 June to Sunday 10 June, all day.") == ["Sunday 10 June"]
    assert not found("wrong-weekday", "It lasts from Friday 7 June to Sunday 9 June.")
    assert not found("wrong-weekday", "It was on Friday 2 June, and now it is on Saturday 1 June.")
    page = (
        "---\ndate: 2024-05-28\n---\n\n# Cherries\n\nThe harbour is where people meet. The fair is on {} with a band."
    )
    for day, wrong in (("Friday 7 June", 0), ("Monday 7 June", 1), ("Wednesday 7 June", 0), ("Saturday 7 June", 0)):
        report = auditor.audit(page.format(day), format="markdown", rules=auditor.load_rules(select=["wrong-weekday"]))
        assert len(report.findings) == wrong
    assert not found("wrong-weekday", "It was on Monday, 5 March 1918.")


@pytest.mark.parametrize("title", ["Corrections and clarifications", "A clarification"])
def test_who_corrects_a_date_names_it(title):
    text = f"# {title}\n\nAn article said that the last flight was on 31 April 1945. It was on 30 April.\n"
    chosen = auditor.load_rules(select=["impossible-date"])
    assert auditor.audit(text, format="markdown", rules=chosen).findings == ()
    assert auditor.audit(text.replace(title, "The airfield"), format="markdown", rules=chosen).findings
