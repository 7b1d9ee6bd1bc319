"""Words taken to pieces: by single letters, or by a mark between the letters of many words."""

import re

import pytest

import auditor

TEXT = "The keeper of the harbour sells herring at noon, and nobody leaves the village without some bread and salt."


def found(text):
    return [f for f in auditor.audit(f"The harbour\n\n{text}", format="text").findings if f.rule == "letters-apart"]


def marked(mark, every=1):
    words = re.split(r"(\s+)", TEXT)
    chosen = [at for at, word in enumerate(words) if len(word) > 3][::every]
    return "".join(f"{w[:2]}{mark}{w[2:]}" if at in chosen else w for at, w in enumerate(words))


@pytest.mark.parametrize("mark", ["·", "-", "’", "*", ".", "_", "|", "@", "3", "[", "~"])
def test_a_mark_in_every_longer_word_is_an_error(mark):
    (finding,) = found(marked(mark))
    assert finding.severity == "error"


@pytest.mark.parametrize("mark", ["\u00ad", "\u0301", "\u200d", "x"])
def test_hyphenation_and_accents_are_none(mark):
    assert not found(marked(mark))


def test_a_third_of_the_words_and_eight_of_them_are_many():
    assert found(marked("·"))
    assert not found(marked("·", 2))
    assert not found("The har·bour is o·ld, and its kee·per is ol·der th·an it.")


def test_figures_for_letters_count_together():
    assert found(TEXT.translate(str.maketrans("aeo", "@30")))


def test_letters_with_blanks_between_them_are_told_in_an_author_box_too():
    apart = " ".join(TEXT.replace(" ", ""))
    page = f'<h1>The harbour</h1><p>{TEXT}</p><aside class="author-box"><h3>About Ann Lund</h3><p>{apart}</p></aside>'
    assert "letters-apart" in {f.rule for f in auditor.audit(page, format="html").findings}
