"""Biographies that are no prose."""

import pytest

from auditor.lexicon import Lexicon
from auditor.world.prose import salad, slogans


@pytest.mark.parametrize(
    "text",
    [
        "Window carry teacher above seem. Blue matter decide quickly hospital report.",
        "Fenster laufen grün Tisch bald. Suchen Vogel heiß Straße denken.",
        "Ventana correr mesa pronto gris. Buscar pájaro calle pensar.",
    ],
)
def test_words_without_sentences(text):
    assert salad(text, glue_at_most=0.12)


@pytest.mark.parametrize(
    "text",
    [
        "Reader, runner, ramen.",
        "Staff writer.",
        "Covers the port for the Post and keeps bees.",
        "Reporter since 2009 covering rail.",
        "Scrive di cucina e di letteratura per diverse riviste.",
        "Award-winning journalist",
        "",
    ],
)
def test_terse_biographies_are_prose(text):
    assert not salad(text, glue_at_most=0.12)


def test_slogans_are_made_of_the_lexicon():
    lexicon = Lexicon({"seamless", "zero-defect", "paradigm", "leverage"})
    assert slogans("Seamless zero-defect paradigm.", lexicon, at_least=0.7)
    assert not slogans("She helps teams leverage a seamless paradigm.", lexicon, at_least=0.7)
    assert not slogans("Seamless.", lexicon, at_least=0.7)
