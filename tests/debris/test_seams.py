"""Cuttings of other texts, put together, and links and phrases that were put between sentences."""

import auditor

PLAIN = "The bread rose all night. In the morning it was as high as the pot."
WHOLE = [
    "Nobody knows what the third one was. We say that they are.",
    "It is what it is... and so on. She reads [1] and [2] and thinks [3] is best.",
]


def found(rule: str, *paragraphs: str, form: str = "text") -> tuple[auditor.Finding, ...]:
    source = "\n\n".join(["# Bread", *paragraphs])
    return auditor.audit(source, format=form, rules=auditor.load_rules(select=[rule])).findings


def test_ends_snippets_and_marks_are_seams_of_one_finding():
    cut = "The commonest cause of a flat loaf is. Salt comes last."
    (finding,) = found("seams", cut, "It rests. ... more reviews of this pot ... It rises.", "Fold[3] it. Bake[9] it.")
    assert [finding.evidence, *(place.evidence for place in finding.related)] == [
        "The commonest cause of a flat loaf is.",
        "... more reviews of this pot ...",
        "[3]",
        "[9]",
    ]
    assert finding.severity == "error"


def test_one_seam_is_a_slip_and_whole_sentences_are_none():
    assert not found("seams", "The commonest cause of a flat loaf is. Salt comes last.", PLAIN)
    assert not found("seams", *WHOLE)


def test_a_link_of_no_sentence():
    loose = "The bread rose. [casino bonus code](https://a.example/) It was high."
    assert found("loose-link", loose, loose, form="markdown")
    assert not found("loose-link", loose, PLAIN, form="markdown")
    inside = (
        "The bread rose, [as we saw](https://a.example/). It was high. [Read on](https://b.example) In time it cooled."
    )
    assert not found("loose-link", inside, inside, inside, form="markdown")


def test_a_phrase_that_is_a_sentence():
    lines = [f"{PLAIN} Slot gacor terbaru.", f"Dengan slot gacor terbaru {PLAIN} Slot gacor terbaru."]
    (finding,) = found("phrase-sentence", *lines * 2)
    assert finding.facts["times"] == 4
    assert not found("phrase-sentence", *lines)
    assert not found("phrase-sentence", *[f"{PLAIN} So it goes."] * 5, "And so it goes on. " + PLAIN)
