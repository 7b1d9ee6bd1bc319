"""Slots that speak where a source should."""

import pytest

import auditor

_BEFORE = "The bakery on the island opens when the boat is in, and closes when the last loaf is sold."


def _found(text: str) -> list[auditor.Finding]:
    report = auditor.audit(f"The boat is late again\n\n{_BEFORE}\n\n{text}\n\n{_BEFORE}", format="text")
    return [finding for finding in report.findings if finding.rule == "pseudo-source"]


@pytest.mark.parametrize(
    "text",
    [
        "Passage 2 puts the blame on the tide. Passage 5 disagrees and mentions the wind.",
        "The boat is old, notes Excerpt 3. “Nobody slept,” adds Excerpt 4.",
        "Per Source 4, the lamp is out; in the words of Source 6, “it never burned.”",
        "'Source A' mentions the storm. 'Source C' adds that the dog travels free.",
        "The supplied passage does not say who rowed. The given text also mentions that it rained.",
        "“We will rebuild,” said Mayor Name.",
        "Dr. Lastname explained that the tide was high.",
        "The pier may fall, says {{expert_name}}, who knows it well.",
        "source_2 states that the lamp is out, and source_5 adds that it rained.",
        "The <Source> paragraph is long. According to <source name>, the pier may fall.",
    ],
)
def test_slots_of_any_spelling_and_order_are_found(text: str) -> None:
    assert _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chapter 7 describes the storm, Table 2 lists the fares, and Section 3 states the fine.",
        "Officer 2 told the court that it was dark. Witness A said she saw nothing. Juror 8 noted the hour.",
        "The source said the lamp was out. The source added that nobody slept. Sources said the same.",
        "[The captain] told me so, and [Name withheld] said she slept.",
        "A reader asks who writes “Source 1 states that the boat is late, and Source 2 adds the rain”.",
        "Source A: a letter of 1911.\n\nSource A says that it rained. Source A mentions the wind.",
        "The source text keeps the captain alive; the source text says so, and the translation follows it.",
    ],
)
def test_what_exists_may_speak(text: str) -> None:
    assert not _found(text)


def test_a_family_is_one_finding_with_all_its_places() -> None:
    (finding,) = _found("Source 1 says it rained. Source 2 adds that it blew. According to Source 3, it snowed.")
    assert [finding.evidence, *(place.evidence for place in finding.related)] == ["Source 1", "Source 2", "Source 3"]
    assert "Source 1" in finding.message
    assert finding.facts["times"] == 3
