"""Words of another language for nobody, and for parts of a prompt, where the name of a source belongs."""

import pytest

import auditor

TEXT = "The ferry lay at the pier since noon, and whoever was on board waited for the captain, who did not come."
GERMAN = "Die Fähre lag seit dem Mittag am Steg, und wer an Bord war, wartete auf den Kapitän, der nicht kam."


def labels(text, around=TEXT):
    report = auditor.audit(f"{around}\n\n{text}", format="text", zone=auditor.Zone.BODY)
    return [f.evidence for f in report.findings if f.rule == "foreign-label"]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("“The bridge is closed,” says Experte. Nobody knew.", "Experte"),
        ("The bridge is closed, according to Zitatgeber. It opens in May.", "Zitatgeber"),
        ("“It is closed,” said Narasumber.", "Narasumber"),
        ("According to Quelltext Daten, the bridge is closed.", "Quelltext Daten"),
        ("Data Kalimat explains that both sides want it.", "Data Kalimat"),
        ("The Quelltext explicitly states that the bridge is closed.", "Quelltext"),
        ("Per Tussenkop, the bridge is closed.", "Tussenkop"),
        ("“The bridge is closed,” laughs Sottotitolo.", "Sottotitolo"),
        ("The “文本数据” clearly states that the bridge is closed.", "文本数据"),
    ],
)
def test_a_bare_label_beside_its_verb(sentence, label):
    assert labels(sentence) == [label]


def test_in_articles_of_other_languages():
    assert labels("„Die Brücke ist gesperrt“, sagte Narasumber.", GERMAN) == ["Narasumber"]
    assert not labels("„Die Brücke ist gesperrt“, sagte Experte.", GERMAN)


@pytest.mark.parametrize(
    "sentence",
    [
        "“The bridge is closed,” says Anna Experte. Nobody knew.",
        "“The bridge is closed,” said Experte Nora Feld of the harbour office.",
        "He called himself an Experte and went home. The word Narasumber is Indonesian.",
        "“The bridge is closed, says Experte,” read the sign on the pier.",
        "“The bridge is closed,” says Quelle, who mends it.",
    ],
)
def test_names_and_mentions_are_left_alone(sentence):
    assert not labels(sentence)
