"""What the program says it can judge is what it can judge, and `docs/languages.md` says the same."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import auditor
from auditor.cli.app import app
from auditor.languages import common, judged, page
from auditor.words import languages, subject

PAGE = Path(__file__).parents[2] / "docs" / "languages.md"
GERMAN = "Die Fähre lag seit dem Mittag am Steg, und wer an Bord war, wartete auf den Kapitän, der nicht kam."
CZECH = "Přívoz čekal u mola od poledne a ti, kteří byli na palubě, říkali, že už dnes nevypluje z přístavu."


def test_the_page_is_fresh():
    assert PAGE.read_text("utf-8") == page(), "run `python -m auditor.languages`"


def test_every_language_has_a_name():
    assert all(subject(code, "writing").get("name") for code in languages())
    assert all(subject(code, "writing").get("own-name") for code in languages())
    assert {one.code for one in judged()} == set(languages())


def test_english_is_judged_by_nearly_all_rules_and_nothing_by_words_that_are_not_there():
    by_code = {one.code: one for one in judged()}
    assert len(by_code["en"].mute) < 8
    assert "tool-sentence" in by_code["de"].rules
    assert {"tool-sentence", "slot-as-source", "truncated-quotation", "pseudo-source"} <= set(by_code["sq"].mute)
    assert "leftovers" in by_code["sq"].lacking
    assert {"bylines", "dates", "leftovers", "writing"} <= set(common())


@pytest.mark.parametrize(("text", "kept"), [(GERMAN, "passed"), (CZECH, "not_applicable")])
def test_a_rule_that_found_nothing_for_want_of_words_did_not_pass(text, kept):
    report = auditor.audit(f"{text}\n\n{text.lower()} {text}", format="text", zone=auditor.Zone.BODY)
    assert "tool-sentence" in getattr(report.rules, kept)


def test_what_it_does_find_there_counts():
    report = auditor.audit(f"{CZECH}\n\nAs an AI language model, I cannot swim.", format="text", zone=auditor.Zone.BODY)
    assert "assistant-speaking" in report.rules.failed


def test_the_command():
    every = CliRunner().invoke(app, ["languages"])
    assert every.exit_code == 0
    assert "German" in every.output
    one = CliRunner().invoke(app, ["languages", "sq"])
    assert "Albanian, shqip (sq)" in one.output
    assert "العربية\u200e" in every.output  # the count behind it stays behind it
    assert "tool-sentence" in one.output
    assert CliRunner().invoke(app, ["languages", "xx"]).exit_code == 2
