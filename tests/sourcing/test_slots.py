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
        "“Text 3” says that the pier is old and “Text 7” claims that the lamp is out.",
        "The pier is old, according to Source No. 2. Nobody rows, according to Source No. 6.",
        "Source Two says that the pier is old, and Source Five adds that nobody rows.",
        "Dock Resident 3 said the pier was old. Dock Resident 4 complained of the noise.",
        "“It was dark,” explained Captain [Name], who steered.",
        "{tide_expert_name}, a keeper of lamps, says that the pier may fall.",
        "In short, says FERRY_EXPERT_NAME, the pier is old.",
        "“It was cold,” recalls Miller Name. “It was wet,” Miller Name says.",
        "First Last of the harbour office says that the pier may fall.",
        "The article you sent me describes how the lamp went out.",
        "According to the snippet, the pier is old. The snippet also mentions a lamp.",
        "The pasted page mentions the lamp, and the pasted page notes the tide.",
        "In the words of Analyst 4, “it was a hard year.” Analyst 4 went on to praise the crew.",
        "According to the “texte source”, the pier is old. The “texte source” also mentions a lamp.",
        "Según Nombre del Experto, el muelle es viejo.",
        "As Alderman Name put it, “the lamp is blind”.",
        "In the words of [Harbour Owner], the pier may fall.",
        "The input passage gives no hour, and the input passage does not say who rowed.",
        "Dataset 4 shows that lamps are dear. Dataset 9 says that they are cheap.",
        "“It is dark,” lamented Ferryman Name.",
        "The [3] states that the pier is old. According to the [3], the lamp is out.",
        "The document.pdf states that the pier is old, and the document.pdf also mentions a lamp.",
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
        "A passage of her diary is about the boat. According to the passage, it was old. The passage mentions a lamp.",
        "Members of Harbour Local 12 rallied at the quay, and Harbour Local 12 added that the lamp was out.",
        "“It was cold,” said Ann Name, who rows. Ann Name says that the tide was high.",
        "The jury heard that Customer 2 said nothing. The court adjourned when Customer 3 said that it was late.",
        "All names are hidden. Interviewee 2 said that nights were worst, and Interviewee 5 added that nobody asked.",
        "The brand name says what is in the box. The full name adds a town, and the Display Name shows both.",
        "[3] states that the pier is old, and according to [3], the lamp is out. The work of [4] mentions the tide.",
        "The harbour-report.pdf states that the pier is old, and the harbour-report.pdf also mentions a lamp.",
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


def _lone(text: str) -> list[str]:
    report = auditor.audit(f"The boat is late again\n\n{_BEFORE}\n\n{text}\n\n{_BEFORE}", format="text")
    return [finding.evidence for finding in report.findings if finding.rule == "lone-slot"]


def test_a_slot_that_speaks_once_is_warned_of_and_two_are_one_critical_finding() -> None:
    assert _lone("According to Source 3, nobody rowed.") == ["Source 3"]
    assert not _lone("According to Source 3, nobody rowed. Source 4 says that it rained.")
    assert not _lone("Source 3 is a spring above the village. Route 3 says farewell to the sea.")
