"""What counts as a quotation, and where it begins and ends."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.model import Format, Zone
from auditor.parsing import read
from auditor.signals import Signals
from auditor.text.quotations import Quotation


def quotations(source: str) -> tuple[Quotation, ...]:
    return Signals(read(source, format=Format.TEXT, zone=Zone.BODY)).quotations


def quoted(source: str) -> list[str]:
    return [q.text for q in quotations(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('He said "all is well" and left.', ["all is well"]),
        ("He said “all is well” and left.", ["all is well"]),
        ("He said ‘all is well’ and left.", ["all is well"]),
        ("Sie sagte: „Alles ist gut“ und ging.", ["Alles ist gut"]),
        ("Elle a dit : « tout va bien » et partit.", ["tout va bien"]),
        ("Sie sagte: »Alles ist gut« und ging.", ["Alles ist gut"]),
        ("Powiedział: „wszystko dobrze” i wyszedł.", ["wszystko dobrze"]),
        ("Hon sa: ”allt är bra” och gick.", ["allt är bra"]),
        ("彼は「大丈夫です」と言った。", ["大丈夫です"]),
        ('Mixed "straight to curly” marks.', ["straight to curly"]),
        ('The " padded " word.', ["padded"]),
    ],
)
def test_every_style_of_marks(source, expected):
    assert quoted(source) == expected


def test_nested_quotations_keep_their_depth():
    found = quotations("“She said ‘no’ and ‘never’ to me,” he told us.")
    assert [(q.text, q.depth) for q in found] == [("She said ‘no’ and ‘never’ to me,", 0), ("no", 1), ("never", 1)]


@pytest.mark.parametrize(
    "source",
    [
        "It’s the boys’ ball, isn’t it, and Jess’s.",
        "It's the boys' ball, isn't it, and Jess's.",
        "The '90s were loud, and rock 'n' roll was 'bout to end.",
        'A 27" screen, a 9" pan and a man of 5\'10".',
        "A hammock for people from 5’5” to 5’11” tall.",
        'It never closes: "so it is none.',
    ],
)
def test_what_is_no_quotation(source):
    assert quoted(source) == []


def test_an_inch_mark_inside_prose_does_not_swallow_the_next_quotation():
    assert quoted('The 27" screen is "far too big" for him.') == ["far too big"]


def test_speech_of_several_paragraphs_runs_on_where_the_next_one_opens():
    found = quotations("“We came in the night.\n\n“We rowed for an hour.\n\n“There was a fire,” she said.")
    assert [(q.text, q.closed) for q in found] == [
        ("We came in the night.", False),
        ("We rowed for an hour.", False),
        ("There was a fire,", True),
    ]


def test_a_mark_that_is_never_closed_is_dropped_when_the_next_paragraph_does_not_open():
    assert quoted("“We came in the night.\n\nNobody saw us.") == []


def test_the_interval_of_a_quotation_holds_its_marks():
    (found,) = quotations("He said “all is well” twice.")
    assert found.span.block.text[found.start : found.end] == "“all is well”"


@pytest.mark.parametrize(
    ("source", "speaker", "verb", "direction"),
    [
        ('"All is well," said Ann Lee.', "Ann Lee", "said", "after"),
        ('"All is well," Ann Lee said on Monday.', "Ann Lee", "said", "after"),
        ('"All is well," Ann Lee, who leads the survey, said.', "Ann Lee", "said", "after"),
        ('Ann Lee said, "All is well."', "Ann Lee", "said", "before"),
        ('Ann Lee told reporters that "all is well."', "Ann Lee", "told", "before"),
        ('The report states that "all is well."', "report", "states", "before"),
        ('As Ann Lee put it, "all is well."', "Ann Lee", "according to", "before"),
        ('According to the Harbour Office, "all is well."', "Harbour Office", "according to", "before"),
        ('"All is well," according to the Harbour Office.', "Harbour Office", "according to", "after"),
        ("“All is well.” — Ann Lee", "Ann Lee", "", "after"),
        ('Ann Lee: "All is well."', "Ann Lee", "", "before"),
        ('"All is well," he said.', "he", "said", "after"),
    ],
)
def test_the_speaker_beside_a_quotation(source, speaker, verb, direction):
    (found,) = quotations(source)
    assert found.speaker is not None
    assert (found.speaker.text, found.verb, found.direction) == (speaker, verb, direction)


@pytest.mark.parametrize("source", ['The word "harbour" is old.', '"All is well." The mayor said nothing.'])
def test_no_speaker_beside_a_quotation(source):
    (found,) = quotations(source)
    assert (found.speaker, found.verb, found.direction) == (None, "", "")


@given(st.text(alphabet="ab \"'“”‘’„«»「」.,!5\n", max_size=80))
def test_quotations_stay_inside_their_block_and_nest(source):
    for q in quotations(source):
        text = q.span.block.text
        assert 0 <= q.start < q.span.start < q.span.end <= q.end <= len(text)
        assert q.text == q.text.strip() != ""
        assert text[q.start] == q.mark


@pytest.mark.parametrize("source", ['"' * 100_000, '" ' * 50_000, "“" * 100_000, '"a ' * 50_000, "«“„" * 30_000])
def test_a_hundred_thousand_marks_are_linear(source):
    start = time.process_time()
    quotations(source)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("piece", ["word ", "said ", "The report said that ", "according to "])
def test_a_long_text_without_a_closing_mark_is_linear(piece):
    document = read('"' + piece * (400_000 // len(piece)), format=Format.TEXT, zone=Zone.BODY)
    start = time.process_time()
    signals = Signals(document)
    assert signals.quotations == ()
    assert isinstance(signals.statements, tuple)
    assert time.process_time() - start < 4


def _faults(text: str) -> list[str]:
    report = auditor.audit(
        f"The boat is late\n\n{text}\n\nNobody on the quay asked why, and nobody left.", format="text"
    )
    return [
        f.evidence for f in report.findings if f.rule in {"cut-quotation", "spliced-quotation", "truncated-quotation"}
    ]


@pytest.mark.parametrize(
    "cut",
    [
        "We had counted the boats every day and",
        "The lamp was lit by somebody from the",
        "There is no money for a third boat because",
        "The council wants to sell the old bridge with",
        "Nobody has seen the end of",
        "The keeper gave the key to",
        "We asked the harbour office and they",
        "The pilots of the big ferry have",
    ],
)
@pytest.mark.parametrize("form", ["“{},” said Ann Lund.", "“{}” said Ann Lund.", "Ann Lund said: “{}”."])
def test_a_quotation_that_ends_in_mid_phrase_is_cut(cut: str, form: str) -> None:
    assert _faults(form.format(cut)) == [cut + "," * form.startswith("“{},")]


@pytest.mark.parametrize(
    "whole",
    [
        "This is the town that we all live in",
        "I know what this bridge is made of",
        "We rowed because we wanted to",
        "It is as old as the mill was",
        "Nobody rows as often as they do, and neither do we",
        "They gave it to my brother and I",
        "I think that I left the lamp on",
        "It is not something we look forward to",
    ],
)
@pytest.mark.parametrize("form", ["“{},” said Ann Lund.", "“{}.” Ann Lund left.", "Ann Lund said: “{}.”"])
def test_a_sentence_may_end_on_a_function_word(whole: str, form: str) -> None:
    assert _faults(form.format(whole)) == []


def test_the_second_half_of_what_somebody_says_has_a_speaker():
    halves = [
        f'"The boat number {n} was built by my father," Odd Lamb says. "He tarred it {n} times every winter."'
        for n in range(2, 9)
    ]
    alone = '"Nobody else has ever rowed this far out to sea."'
    for text, unnamed in (
        (halves, 0),
        ([*halves, alone], 1),
        ([f"{one} The council came twice. {alone}" for one in halves], 7),
    ):
        report = auditor.audit("\n\n".join(text), rules=auditor.load_rules(select="quotation-density"))
        assert [finding.facts["unnamed"] for finding in report.findings] == [unnamed]
