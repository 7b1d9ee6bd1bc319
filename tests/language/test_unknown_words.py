"""Sentences in words of no language."""

import pytest

import auditor

MADE_UP = "fendo trabbit osk mernale wippeng sarro kastorm billen".split()


def found(sentence: str) -> tuple[auditor.Finding, ...]:
    rules = auditor.load_rules(select=["unknown-words"])
    source = f"The boat sails at nine from the old pier, and it is back at six. {sentence} Nobody has to wait."
    return auditor.audit(source, format="text", rules=rules).findings


@pytest.mark.parametrize(("count", "told"), [(5, False), (6, True), (8, True)])
def test_six_different_words_are_needed(count, told):
    assert bool(found(f"Ada {' '.join(MADE_UP[:count])}.")) is told
    assert not found(f"Ada {' '.join(MADE_UP[:3] * 4)}.")


@pytest.mark.parametrize("known", [1, 4])
def test_four_of_five_are_unknown(known):
    sentence = " ".join((*MADE_UP, *("harbour window ladder kettle".split()[:known])))
    assert bool(found(f"Ada {sentence}.")) is (known == 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "Het schip vaart om negen uur en is om zes uur weer terug in de oude haven.",
        "Kapal itu berangkat pukul sembilan dan kembali ke pelabuhan lama pada pukul enam.",
        "The sign says “fendo trabbit osk mernale wippeng sarro kastorm billen”.",
        "Run fendo_trabbit=osk mernale wippeng sarro kastorm billen foo now.",
    ],
)
def test_other_languages_quotations_and_code_are_left_alone(sentence):
    assert not found(sentence)
