"""Variables, fields, masks and blanks where the name of a source belongs, in articles of any language."""

import pytest

import auditor

TEXT = "The ferry lay at the pier since noon, and whoever was on board waited for the captain, who did not come."
GERMAN = "Die Fähre lag seit dem Mittag am Steg, und wer an Bord war, wartete auf den Kapitän, der nicht kam."


def symbols(text, around=TEXT):
    report = auditor.audit(f"{around}\n\n{text}", format="text", zone=auditor.Zone.BODY)
    return [f.evidence for f in report.findings if f.rule == "symbol-as-source"]


@pytest.mark.parametrize(
    ("sentence", "symbol"),
    [
        ("The bridge is closed, according to src_name.", "src_name"),
        ("“The bridge is closed,” col_F added on Monday.", "col_F"),
        ("“The bridge is closed,” says speakerName.", "speakerName"),
        ("SpeakerName, who was present, said: “It is closed.”", "SpeakerName"),
        ("PERSON-2 has repeatedly claimed that the bridge is closed.", "PERSON-2"),
        ("The bridge is closed, as was confirmed by ORG2.", "ORG2"),
        ("The bridge is closed, Ref7 asserts, and opens in May.", "Ref7"),
        ("Nobody crosses it, we were told by REF-20318-B.", "REF-20318-B"),
        ("<ORG_1> told this newspaper that the bridge is closed.", "<ORG_1>"),
        ("NaN, who was present, said that the bridge is closed.", "NaN"),
        ("{0} estimates that the bridge is closed.", "{0}"),
        ("None, who heads the office, said that the bridge is closed.", "None"),
        ("“The bridge is closed,” says TKTK, the groundsman.", "TKTK"),
        ("In the words of ${speaker}, the bridge is closed.", "${speaker}"),
    ],
)
def test_a_symbol_beside_a_word_of_saying(sentence, symbol):
    assert symbols(sentence) == [symbol]


def test_in_another_language():
    assert symbols("„Die Brücke ist gesperrt“, sagte quelle_name am Montag.", GERMAN) == ["quelle_name"]
    assert symbols("Laut $source ist die Brücke gesperrt.", GERMAN) == ["$source"]


@pytest.mark.parametrize(
    "sentence",
    [
        "That said, iPhone users waited, and eBay said nothing.",
        "None of them said that the bridge is closed. “It is,” said TK, as friends call him.",
        "SIG-7 says that the bridge is closed, and COVID-19 showed why.",
        "mudlark_77 wrote that the bridge is closed.",
        "R2-D2 said nothing, and the WHO/Europe office said the same.",
        "DOC-12, a memo of the harbour office, says that the bridge is closed.",
        "The sign says “according to src_name”, and nobody laughed.",
        "Visit us in {city}, {state} {zip}. Call us by day.",
        "Homeowners in {{city_name}} found that the roofs were damp.",
        "___ said it first. ___ said it next. ___ said it last.",
        "The column src_name is long. Leave src_name empty, fill src_name, or drop src_name; src_name says so.",
    ],
)
def test_names_and_mentions_are_left_alone(sentence):
    assert not symbols(sentence)


def test_a_page_that_shows_code_is_left_alone():
    page = "# Columns\n\n{}\n\nAccording to src_name, nobody was asked about the bridge.\n"
    for told, found in (("The bridge is closed.", True), ("Call `print()` first.", False)):
        report = auditor.audit(page.format(f"{TEXT} {told}"), format="markdown")
        assert any(f.rule == "symbol-as-source" for f in report.findings) is found
