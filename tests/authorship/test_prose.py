"""Biographies that are no prose."""

import pytest

import auditor
from auditor.lexicon import Lexicon
from auditor.world.prose import is_catch_phrase, salad, slogans
from auditor.world.shapes import is_surname_employer


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


def test_phrases_of_a_lexicon_are_taken_whole():
    lexicon = Lexicon({"phased", "local area network"})
    assert slogans("Phased local area network", lexicon, at_least=0.7)
    assert not slogans("Phased local network", lexicon, at_least=0.7)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Le confort d'innover plus simplement.", True),
        ("A liberdade de evoluir com confiança", True),
        ("Le plaisir de rouler", False),
        ("Il aime la liberté d'innover plus simplement.", False),
    ],
)
def test_a_catch_phrase_has_three_parts(text, drawn):
    assert is_catch_phrase(text) is drawn


@pytest.mark.parametrize(
    ("job", "employs"),
    [
        ("Peixoto Lima - ME", True),
        ("Hayes, Marsh and Ortega", True),
        ("Stone & Co. KGaA", True),
        ("Co-Founder", False),
        ("Online-Redaktion", False),
        ("Founder and Dean", False),
        ("Baker and Cook", False),
    ],
)
def test_a_job_that_is_a_company(job, employs):
    assert is_surname_employer(job, ("nora", "feld")) is employs


@pytest.mark.parametrize(
    ("bio", "found"),
    [("Cumque minus.", True), ("Quae unde vero numquam.", True), ("Quo vadis?", False), ("Minus.", False)],
)
def test_short_filler_has_no_word_from_elsewhere(bio, found):
    report = auditor.audit(f"Name: Nora Feld\n\nBio: {bio}", format="text", zone="author")
    assert ("filler-latin-bio" in {finding.rule for finding in report.findings}) is found


def test_a_company_in_the_place_of_a_job_counts_with_a_slogan():
    profile = "Name: Nora Feld\n\nJob: Kiln operator, Hayes, Marsh and Ortega\n\nBio: {}"
    drawn = auditor.audit(profile.format("Window carry teacher above seem."), format="text", zone="author")
    assert "generated-profile" in {finding.rule for finding in drawn.findings}
    real = auditor.audit(profile.format("She fires bricks and writes about it."), format="text", zone="author")
    assert "generated-profile" not in {finding.rule for finding in real.findings}
